import type { Policy } from "@amana/core/escrow";
import { type ContractId, shardOf, type UserId } from "@amana/core/ids";
import { type Money, money } from "@amana/core/money";
import { STANDARD_TAXES, type TaxTable } from "@amana/core/pricing";
import type { Instant } from "@amana/core/time";
import { termsOfSale } from "#modules/commission";
import type { Tx } from "#runtime/database";
import { newId } from "#runtime/ids";
import { openOrder } from "./open-order.ts";
import type { Order } from "./store.ts";

/** One part of a contract that is to be paid for. */
export type MilestoneWanted = {
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly contract: ContractId;
  readonly number: number;
  readonly title: string;
  /** The slug under which the project was published. */
  readonly category: string | null;
  readonly price: Money;
  readonly deliveryDays: number;
  readonly revisions: number;
};

/** Makes the order of a milestone in the caller's transaction, which sees to it that there is no other one that is not over. */
export async function placeMilestone(
  tx: Tx,
  policy: Policy,
  wanted: MilestoneWanted,
  now: Instant,
  taxes: TaxTable = STANDARD_TAXES,
): Promise<Order> {
  const { contract, number, title, price, deliveryDays, revisions } = wanted;
  const item = {
    ...{ product: null, title: { en: title, ar: title }, picture: null, sku: `${contract}/${number}` },
    ...{ unitPrice: price, quantity: 1 },
  };
  const id = newId("order", now, shardOf(wanted.seller));
  const categories = wanted.category === null ? [] : [wanted.category];
  const sale = { seller: wanted.seller, lines: [item], shipping: money(0n, price.currency), categories };
  const order: Order = {
    ...{ id, number: "", buyer: wanted.buyer, seller: wanted.seller, kind: "milestone" },
    deal: newId("deal", now, shardOf(id)),
    ...(await termsOfSale(tx, sale, { policy, taxes }, now)),
    ...{ transport: null, work: { deliveryDays, revisions, milestone: { contract, number } } },
    ...{ items: [item], placedAt: now },
  };
  return await openOrder(tx, order, policy, now);
}
