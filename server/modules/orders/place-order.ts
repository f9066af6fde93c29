import type { Policy } from "@amana/core/escrow";
import type { Id, OrderId, ProductId, UserId, VariantId } from "@amana/core/ids";
import { STANDARD_TAXES, type TaxTable } from "@amana/core/pricing";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { readProduct, reserve } from "#modules/catalog";
import type { Conditions } from "#modules/commission";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import { readQuote } from "#modules/shipping";
import type { Database, Tx } from "#runtime/database";
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
  const { buyer, quantity, address } = request;
  const earlier = await orderOfRequest(tx, buyer, request.key);
  if (earlier) return await placedBefore(tx, earlier);
  const product = await readProduct(tx, request.product);
  if (!product?.active) throw new Undo("listing_unavailable");
  await holdCompanies(tx, [buyer, product.seller]);
  if (await isOneOfOrColleague(tx, buyer, [product.seller])) throw new Undo("own_listing");
  const id = newOrderId(product.seller, now);
  const meanwhile = await claimRequest(tx, buyer, request.key, id);
  if (meanwhile) return await placedBefore(tx, meanwhile);

  const wanted = { product: product.id, variant: request.variant ?? null, quantity };
  const offered = orUndo(offeredShipping(await readQuote(tx, request.quote), [wanted], request, now));
  const variant = orUndo(variantIn(product, wanted.variant));
  const goods = { product, variant, quantity };
  if (lineTotal(goods).currency !== offered.option.price.currency) throw new Undo("quote_for_something_else");
  const sale = { buyer, address, offered };
  const order = await orderOfGoods(tx, [goods], sale, { id, conditions: rules }, now);
  if (!(await reserve(tx, id, wanted))) throw new Undo("insufficient_stock");
  return await openOrder(tx, order, rules.policy, now);
}

function orUndo<T>(result: Result<T, PlaceRefusal>): T {
  if (!result.ok) throw new Undo(result.error);
  return result.value;
}

async function placedBefore(tx: Tx, id: OrderId): Promise<Order> {
  const order = await readOrder(tx, id);
  if (!order) throw new Error(`${id} was claimed and is not there`);
  return order;
}
