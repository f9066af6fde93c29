import type { Policy } from "@amana/core/escrow";
import type { Id, OrderId, ProductId, UserId, VariantId } from "@amana/core/ids";
import { STANDARD_TAXES, type TaxTable } from "@amana/core/pricing";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { readProduct, reserve } from "#modules/catalog";
import type { Conditions } from "#modules/commission";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import { readQuote } from "#modules/shipping";
import { type Database, type Tx, undoing } from "#runtime/database";
import { lineTotal, newOrderId, offeredShipping, orderOfGoods, variantIn } from "./goods.ts";
import { openOrder } from "./open-order.ts";
import { claimRequest, orderOfRequest } from "./request-store.ts";
import { type Order, readOrder, type ShippingAddress } from "./store.ts";

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

/**
 * Places an order: price, shipping, seller and total come from the listing and the stored quote, never from the request. Stock,
 * order and deal come into being together or not at all.
 */
export const placeOrder = (
  db: Database,
  policy: Policy,
  request: PlaceOrder,
  now: Instant,
  taxes: TaxTable = STANDARD_TAXES,
): Promise<Result<Order, PlaceRefusal>> => undoing(db, (tx) => place(tx, { policy, taxes }, request, now));

type Rules = Conditions & { readonly policy: Policy };

async function place(tx: Tx, rules: Rules, request: PlaceOrder, now: Instant): Promise<Result<Order, PlaceRefusal>> {
  const { buyer, quantity, address } = request;
  const earlier = await orderOfRequest(tx, buyer, request.key);
  if (earlier) return ok(await placedBefore(tx, earlier));
  const product = await readProduct(tx, request.product);
  if (!product?.active) return refuse("listing_unavailable");
  await holdCompanies(tx, [buyer, product.seller]);
  if (await isOneOfOrColleague(tx, buyer, [product.seller])) return refuse("own_listing");
  const id = newOrderId(product.seller, now);
  const meanwhile = await claimRequest(tx, buyer, request.key, id);
  if (meanwhile) return ok(await placedBefore(tx, meanwhile));

  const wanted = { product: product.id, variant: request.variant ?? null, quantity };
  const offered = offeredShipping(await readQuote(tx, request.quote), [wanted], request, now);
  if (!offered.ok) return offered;
  const variant = variantIn(product, wanted.variant);
  if (!variant.ok) return variant;
  const goods = { product, variant: variant.value, quantity };
  if (lineTotal(goods).currency !== offered.value.option.price.currency) return refuse("quote_for_something_else");
  const sale = { buyer, address, offered: offered.value };
  const order = await orderOfGoods(tx, [goods], sale, { id, conditions: rules }, now);
  if (!(await reserve(tx, id, wanted))) return refuse("insufficient_stock");
  return ok(await openOrder(tx, order, rules.policy, now));
}

async function placedBefore(tx: Tx, id: OrderId): Promise<Order> {
  const order = await readOrder(tx, id);
  if (!order) throw new Error(`${id} was claimed and is not there`);
  return order;
}
