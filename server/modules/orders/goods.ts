import { categoryOf } from "@amana/core/catalog";
import type { Id, ProductId, UserId, VariantId } from "@amana/core/ids";
import { add, type Money, times } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Parcel } from "@amana/core/shipping";
import type { Instant } from "@amana/core/time";
import { chosenVariant, type Product, type Variant } from "#modules/catalog";
import { type Conditions, type Sale, termsOfSale } from "#modules/commission";
import type { Quote, QuoteRequest } from "#modules/shipping";
import type { Tx } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import type { Item, Order, ShippingAddress, Transport } from "./store.ts";

/** What is bought of one product; all goods of an order have one seller. */
export type Goods = Bought<Product>;

type Bought<P> = { readonly product: P; readonly variant: Variant | null; readonly quantity: number };
/** What is priced and described, whether it travels or not. */
type Sold = Bought<Omit<Product, "parcel" | "stock">>;

export type Wanted = { readonly product: ProductId; readonly variant: VariantId | null; readonly quantity: number };

/** The variant that was chosen; null where there is nothing to choose. */
export function variantIn(
  { variants }: Pick<Product, "variants">,
  id: VariantId | null,
): Result<Variant | null, "variant_not_named" | "listing_unavailable"> {
  if (id === null) return variants.length === 0 ? ok(null) : refuse("variant_not_named");
  const variant = variants.find((one) => one.id === id);
  return variant ? ok(variant) : refuse("listing_unavailable");
}

const priceOf = ({ product, variant }: Sold): Money => (variant ?? product).price;

/** What one line of an order or a cart comes to, without anything beside it. */
export const lineTotal = (goods: Goods): Money => times(priceOf(goods), goods.quantity);

/** What is priced, whether it is ordered or only asked about. A category counts where all goods are of it. */
export function saleOf(goods: readonly [Sold, ...Sold[]], shipping: Money): Sale {
  const paths = goods.map(({ product }) => categoryOf(product.category)?.path ?? []);
  const [first = []] = paths;
  return {
    ...{ seller: goods[0].product.seller, shipping },
    lines: goods.map((one) => ({ unitPrice: priceOf(one), quantity: one.quantity })),
    categories: first.filter((slug) => paths.every((path) => path.includes(slug))),
  };
}

/** What all goods are worth; they have prices in one currency. */
export const worthOf = (goods: readonly Goods[]): Money => goods.map(lineTotal).reduce(add);

/** Several pieces travel in one parcel: their weights add up, and they lie on top of each other. */
export const parcelOf = (goods: readonly Pick<Goods, "product" | "quantity">[]): Parcel =>
  goods
    .map(({ product: { parcel }, quantity }) => ({
      grams: parcel.grams * quantity,
      millimetres: { ...parcel.millimetres, height: parcel.millimetres.height * quantity },
    }))
    .reduce((pile, { grams, millimetres }) => ({
      grams: pile.grams + grams,
      millimetres: {
        length: Math.max(pile.millimetres.length, millimetres.length),
        width: Math.max(pile.millimetres.width, millimetres.width),
        height: pile.millimetres.height + millimetres.height,
      },
    }));

/** What a carrier is asked about, so that an order may use the answer for the same alone. */
export function quotedFor([first, ...more]: readonly [Wanted, ...Wanted[]], postcode: string): QuoteRequest {
  const item = ({ product, variant, quantity }: Wanted) => ({ product, quantity, ...(variant && { variant }) });
  return { ...item(first), postcode, ...(more.length > 0 && { more: more.map(item) }) };
}

export type Delivery = { readonly address: ShippingAddress; readonly quote: Id<"quote">; readonly courier: string };

/** The courier that was chosen of a quote, which must be of these goods and this postcode, and not have run out. */
export function offeredShipping(
  quote: Quote | null,
  wanted: readonly [Wanted, ...Wanted[]],
  { address, courier }: Pick<Delivery, "address" | "courier">,
  now: Instant,
): Result<Pick<Transport, "carrier" | "option">, "quote_expired" | "quote_for_something_else"> {
  if (!quote || now >= quote.expiresAt) return refuse("quote_expired");
  if (!isSame(quote.request, quotedFor(wanted, address.postcode))) return refuse("quote_for_something_else");
  const option = quote.options.find((one) => one.courier === courier);
  return option ? ok({ carrier: quote.carrier, option }) : refuse("quote_for_something_else");
}

const isSame = (one: QuoteRequest, other: QuoteRequest): boolean =>
  one.postcode === other.postcode && linesIn(one) === linesIn(other);

/** In any order. */
const linesIn = ({ more = [], ...first }: QuoteRequest): string =>
  [first, ...more]
    .map(({ product, variant = null, quantity }) => JSON.stringify([product, variant, quantity]))
    .sort()
    .join();

/** The order of goods that travel, as it is placed; nothing is written. */
export async function orderOfGoods(
  tx: Tx,
  goods: readonly [Goods, ...Goods[]],
  {
    buyer,
    address,
    offered,
  }: {
    readonly buyer: UserId;
    readonly address: ShippingAddress;
    readonly offered: Pick<Transport, "carrier" | "option">;
  },
  { id, conditions }: { readonly id: Order["id"]; readonly conditions: Conditions },
  now: Instant,
): Promise<Order> {
  return {
    ...{ id, number: "", buyer, seller: goods[0].product.seller, kind: "physical" },
    deal: newIdBeside("deal", now, id),
    ...(await termsOfSale(tx, saleOf(goods, offered.option.price), conditions, now)),
    transport: { address, ...offered, parcel: parcelOf(goods) },
    work: null,
    items: goods.map(itemOf),
    placedAt: now,
  };
}

/** As it is at the sale, in the words of that moment. */
export function itemOf(goods: Sold): Item {
  const { product, variant, quantity } = goods;
  return {
    ...{ product: product.id, title: product.title, picture: product.pictures[0]?.url ?? null },
    ...{ sku: variant?.sku ?? product.id, unitPrice: priceOf(goods), quantity },
    ...{ category: product.category, specifications: product.specifications },
    variant: variant && chosenVariant(product, variant),
  };
}

/** An order lies in its seller's shard. */
export const newOrderId = (seller: UserId, now: Instant) => newIdBeside("order", now, seller);
