import { type OrderId, shardOf, type UserId } from "@amana/core/ids";
import { LARGEST_MINOR, type Money, times } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import type { Database, Tx } from "#runtime/database";
import { newId } from "#runtime/ids";
import type { PlaceRefusal } from "./place-order.ts";
import { claimRequest, orderOfRequest } from "./request-store.ts";
import { type Order, readOrder } from "./store.ts";

/** Whose order, and under which key: one key of one buyer places one order. */
export type Asking = { readonly buyer: UserId; readonly key: string };

type Placing<Offer> = {
  /** What is bought, as it is offered now. */
  readonly read: (tx: Tx) => Promise<Result<Offer, PlaceRefusal>>;
  readonly place: (tx: Tx, id: OrderId, offer: Offer) => Promise<Order>;
};

/** Places an order of something that does not travel, and of which there is always enough. What is refused has written nothing. */
export const placeUnsent = <Offer extends { readonly seller: UserId }>(
  db: Database,
  { buyer, key }: Asking,
  { read, place }: Placing<Offer>,
  now: Instant,
): Promise<Result<Order, PlaceRefusal>> =>
  db.transaction(async (tx) => {
    const earlier = await orderOfRequest(tx, buyer, key);
    if (earlier) return ok(await placedBefore(tx, earlier));
    const offer = await read(tx);
    if (!offer.ok) return offer;
    const { seller } = offer.value;
    await holdCompanies(tx, [buyer, seller]);
    if (await isOneOfOrColleague(tx, buyer, [seller])) return refuse("own_listing");
    const id = newId("order", now, shardOf(seller));
    const meanwhile = await claimRequest(tx, buyer, key, id);
    return ok(meanwhile ? await placedBefore(tx, meanwhile) : await place(tx, id, offer.value));
  });

/** What never runs out has no stock to end a quantity: the price of all must be an amount still, with as much again for tax, and both for fees. */
export const canBePaid = (unitPrice: Money, quantity: number): boolean =>
  times(unitPrice, quantity).minor <= LARGEST_MINOR / 4n;

async function placedBefore(tx: Tx, id: OrderId): Promise<Order> {
  const order = await readOrder(tx, id);
  if (!order) throw new Error(`${id} was claimed and is not there`);
  return order;
}
