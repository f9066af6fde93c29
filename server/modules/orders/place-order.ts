import { categoryOf, inBothLanguages } from "@amana/core/catalog";
import type { Policy } from "@amana/core/escrow";
import { type Id, type OrderId, type ProductId, shardOf, type UserId, type VariantId } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import { STANDARD_TAXES, type TaxTable } from "@amana/core/pricing";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Parcel } from "@amana/core/shipping";
import type { Instant } from "@amana/core/time";
import { type Product, readProduct, reserve, type Variant } from "#modules/catalog";
import { type Conditions, type Sale, termsOfSale } from "#modules/commission";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import { type Quote, readQuote } from "#modules/shipping";
import type { Database, Tx } from "#runtime/database";
import { newId } from "#runtime/ids";
import { openOrder } from "./open-order.ts";
import { claimRequest, orderOfRequest } from "./request-store.ts";
import { type Order, readOrder, type ShippingAddress, type Transport } from "./store.ts";

export type PlaceOrder = {
  readonly buyer: UserId;
  readonly product: ProductId;
  readonly quantity: number;
  /** Which of the product's variants, where it has some. */
  readonly variant?: VariantId | null;
  readonly address: ShippingAddress;
  readonly quote: Id<"quote">;
  readonly courier: string;
  /** The same key of the same buyer places one order, whatever happens in between. */
  readonly key: string;
};

export type PlaceRefusal =
  | "listing_unavailable"
  | "variant_not_named"
  | "no_such_package"
  | "more_than_can_be_paid"
  | "own_listing"
  | "insufficient_stock"
  | "quote_expired"
  | "quote_for_something_else";

class Undo extends Error {
  readonly refusal: PlaceRefusal;
  constructor(refusal: PlaceRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/**
 * Places an order: price, shipping, seller and total come from the listing and the stored quote, never from the request. Stock,
 * order and deal come into being together or not at all.
 */
export async function placeOrder(
  db: Database,
  policy: Policy,
  request: PlaceOrder,
  now: Instant,
  taxes: TaxTable = STANDARD_TAXES,
): Promise<Result<Order, PlaceRefusal>> {
  try {
    return ok(await db.transaction((tx) => place(tx, { policy, taxes }, request, now)));
  } catch (error) {
    if (error instanceof Undo) return refuse(error.refusal);
    throw error;
  }
}

type Rules = Conditions & { readonly policy: Policy };

async function place(tx: Tx, rules: Rules, request: PlaceOrder, now: Instant): Promise<Order> {
  const earlier = await orderOfRequest(tx, request.buyer, request.key);
  if (earlier) return await placedBefore(tx, earlier);
  const product = await readProduct(tx, request.product);
  if (!product?.active) throw new Undo("listing_unavailable");
  await holdCompanies(tx, [request.buyer, product.seller]);
  if (await isOneOfOrColleague(tx, request.buyer, [product.seller])) throw new Undo("own_listing");
  const id = newId("order", now, shardOf(product.seller));
  const meanwhile = await claimRequest(tx, request.buyer, request.key, id);
  if (meanwhile) return await placedBefore(tx, meanwhile);

  const quote = await readQuote(tx, request.quote);
  const order = await orderFrom(tx, { id, product, quote }, rules, request, now);
  const { variant = null, quantity } = request;
  if (!(await reserve(tx, id, { product: product.id, variant, quantity }))) throw new Undo("insufficient_stock");
  return await openOrder(tx, order, rules.policy, now);
}

async function placedBefore(tx: Tx, id: OrderId): Promise<Order> {
  const order = await readOrder(tx, id);
  if (!order) throw new Error(`${id} was claimed and is not there`);
  return order;
}

async function orderFrom(
  tx: Tx,
  { id, product, quote }: { readonly id: OrderId; readonly product: Product; readonly quote: Quote | null },
  rules: Rules,
  request: PlaceOrder,
  now: Instant,
): Promise<Order> {
  const offered = offeredShipping(quote, { ...request, product: product.id }, now);
  if (!offered.ok) throw new Undo(offered.error);
  const { carrier, option } = offered.value;
  const variant = variantIn(product, request.variant ?? null);
  const item = {
    product: product.id,
    title: product.title,
    picture: product.pictures[0]?.url ?? null,
    sku: variant?.sku ?? product.id,
    unitPrice: (variant ?? product).price,
    quantity: request.quantity,
    ...{ category: product.category, specifications: product.specifications },
    variant: variant && chosen(product, variant),
  };
  return {
    id,
    number: "",
    buyer: request.buyer,
    seller: product.seller,
    deal: newId("deal", now, shardOf(id)),
    kind: "physical",
    ...(await termsOfSale(tx, saleOf(product, variant, request.quantity, option.price), rules, now)),
    transport: {
      ...{ address: request.address, carrier, option },
      parcel: parcelOf(product, request.quantity),
    },
    work: null,
    items: [item],
    placedAt: now,
  };
}

type Wanted = Pick<PlaceOrder, "product" | "quantity" | "variant" | "address" | "courier">;

const isQuotedFor = (quoted: Quote["request"], { product, quantity, variant, address }: Wanted): boolean =>
  quoted.product === product &&
  quoted.quantity === quantity &&
  (quoted.variant ?? null) === (variant ?? null) &&
  quoted.postcode === address.postcode;

/** Null where there is nothing to choose. */
function variantIn({ variants }: Product, id: VariantId | null): Variant | null {
  if (id === null && variants.length === 0) return null;
  if (id === null) throw new Undo("variant_not_named");
  const variant = variants.find((one) => one.id === id);
  if (!variant) throw new Undo("listing_unavailable");
  return variant;
}

/** What was chosen, in the words of that moment. */
export const chosen = ({ options }: Pick<Product, "options">, { id, choices }: Variant) => ({
  id,
  choices: options.map((name, at) => ({ name, value: inBothLanguages(choices[at] ?? { en: null, ar: null }) })),
});

/** What is priced, whether it is ordered or only asked about. */
export const saleOf = (
  product: Pick<Product, "seller" | "category" | "price">,
  variant: Variant | null,
  quantity: number,
  shipping: Money,
): Sale => ({
  ...{ seller: product.seller, shipping, lines: [{ unitPrice: (variant ?? product).price, quantity }] },
  categories: categoryOf(product.category)?.path ?? [],
});

/** The courier that was chosen of a quote, which must be of this product, quantity and postcode, and not have run out. */
export function offeredShipping(
  quote: Quote | null,
  wanted: Wanted,
  now: Instant,
): Result<Pick<Transport, "carrier" | "option">, "quote_expired" | "quote_for_something_else"> {
  if (!quote || now >= quote.expiresAt) return refuse("quote_expired");
  if (!isQuotedFor(quote.request, wanted)) return refuse("quote_for_something_else");
  const option = quote.options.find(({ courier }) => courier === wanted.courier);
  return option ? ok({ carrier: quote.carrier, option }) : refuse("quote_for_something_else");
}

/** Several pieces travel in one parcel: their weights add up, and they lie on top of each other. */
export const parcelOf = ({ parcel }: Product, quantity: number): Parcel => ({
  grams: parcel.grams * quantity,
  millimetres: { ...parcel.millimetres, height: parcel.millimetres.height * quantity },
});
