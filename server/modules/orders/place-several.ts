import type { Policy } from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { readProduct, reserve } from "#modules/catalog";
import type { Conditions } from "#modules/commission";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import { readQuote } from "#modules/shipping";
import type { Tx } from "#runtime/database";
import {
  type Delivery,
  type Goods,
  lineTotal,
  newOrderId,
  offeredShipping,
  orderOfGoods,
  variantIn,
  type Wanted,
} from "./goods.ts";
import { openOrder } from "./open-order.ts";
import type { PlaceRefusal } from "./place-order.ts";
import { canBePaid } from "./place-unsent.ts";
import type { Order, ShippingAddress } from "./store.ts";

/** What is wanted of one seller. */
export type SaleWanted = Pick<Delivery, "quote" | "courier"> & {
  readonly seller: UserId;
  readonly items: readonly [Wanted, ...Wanted[]];
};

export type SeveralWanted = {
  readonly buyer: UserId;
  readonly address: ShippingAddress;
  readonly sales: readonly SaleWanted[];
};

/** `item`: the one that cannot be had, where it is one. */
export type SeveralRefusal = {
  readonly why: PlaceRefusal | "several_currencies";
  readonly item: Wanted | null;
  readonly seller: UserId | null;
};

/**
 * Places one order for each seller in the caller's transaction, by the rules by which a single one is placed. A refusal may have written
 * something: the caller takes all of it back. Stock is taken product by product in one order, whoever buys, so that two who buy the same
 * never wait for each other.
 */
export async function placeSeveral(
  tx: Tx,
  rules: Conditions & { readonly policy: Policy },
  { buyer, address, sales }: SeveralWanted,
  now: Instant,
): Promise<Result<Order[], SeveralRefusal>> {
  await holdCompanies(tx, [...new Set([buyer, ...sales.map(({ seller }) => seller)])]);
  const planned: Planned[] = [];
  for (const sale of sales) {
    const plan = await planOf(tx, buyer, address, sale, { rules, now });
    if (!plan.ok) return plan;
    planned.push(plan.value);
  }
  const [first, ...others] = planned.map(({ order }) => order.terms.total.currency);
  if (others.some((currency) => currency !== first))
    return refuse({ why: "several_currencies", item: null, seller: null });
  const short = await reserveAll(tx, planned);
  if (short) return refuse(short);
  const placed: Order[] = [];
  for (const { order } of planned) placed.push(await openOrder(tx, order, rules.policy, now));
  return ok(placed);
}

type Planned = { readonly order: Order; readonly items: readonly Wanted[] };
type Given = { readonly rules: Conditions; readonly now: Instant };

async function planOf(
  tx: Tx,
  buyer: UserId,
  address: ShippingAddress,
  { seller, items, quote, courier }: SaleWanted,
  { rules, now }: Given,
): Promise<Result<Planned, SeveralRefusal>> {
  if (await isOneOfOrColleague(tx, buyer, [seller])) return refuse({ why: "own_listing", item: null, seller });
  const [wanted, ...more] = items;
  const first = await goodsIn(tx, seller, wanted);
  if (!first.ok) return first;
  const goods: [Goods, ...Goods[]] = [first.value];
  for (const item of more) {
    const found = await goodsIn(tx, seller, item);
    if (!found.ok) return found;
    goods.push(found.value);
  }
  const offered = offeredShipping(await readQuote(tx, quote), items, { address, courier }, now);
  if (!offered.ok) return refuse({ why: offered.error, item: null, seller });
  const { currency } = offered.value.option.price;
  if (goods.some((one) => lineTotal(one).currency !== currency))
    return refuse({ why: "several_currencies", item: null, seller });
  const sale = { buyer, address, offered: offered.value };
  const id = newOrderId(seller, now);
  return ok({ items, order: await orderOfGoods(tx, goods, sale, { id, conditions: rules }, now) });
}

async function goodsIn(tx: Tx, seller: UserId, item: Wanted): Promise<Result<Goods, SeveralRefusal>> {
  const product = await readProduct(tx, item.product);
  if (!product?.active || product.seller !== seller) return refuse({ why: "listing_unavailable", item, seller });
  const variant = variantIn(product, item.variant);
  if (!variant.ok) return refuse({ why: variant.error, item, seller });
  const goods = { product, variant: variant.value, quantity: item.quantity };
  return canBePaid((goods.variant ?? product).price, item.quantity)
    ? ok(goods)
    : refuse({ why: "more_than_can_be_paid", item, seller });
}

/** The first that there is not enough of; null where all of it is taken. */
async function reserveAll(tx: Tx, planned: readonly Planned[]): Promise<SeveralRefusal | null> {
  const all = planned.flatMap(({ order, items }) => items.map((item) => ({ order, item })));
  const keyOf = ({ item }: (typeof all)[number]): string => `${item.product} ${item.variant ?? ""}`;
  for (const { order, item } of all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
    if (!(await reserve(tx, order.id, item))) return { why: "insufficient_stock", item, seller: order.seller };
  return null;
}
