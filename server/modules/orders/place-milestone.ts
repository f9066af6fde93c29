import type { Policy } from "@amana/core/escrow";
import { type ContractId, shardOf, type UserId } from "@amana/core/ids";
import { type Money, money } from "@amana/core/money";
import { saleTerms } from "@amana/core/pricing";
import type { Instant } from "@amana/core/time";
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
  readonly price: Money;
  readonly deliveryDays: number;
  readonly revisions: number;
};

/** Makes the order of a milestone in the caller's transaction, which sees to it that there is no other one that is not over. */
export async function placeMilestone(tx: Tx, policy: Policy, wanted: MilestoneWanted, now: Instant): Promise<Order> {
  const { contract, number, title, price, deliveryDays, revisions } = wanted;
  const item = {
    ...{ product: null, title: { en: title, ar: title }, picture: null, sku: `${contract}/${number}` },
    ...{ unitPrice: price, quantity: 1, category: null, specifications: [], variant: null },
  };
  const id = newId("order", now, shardOf(wanted.seller));
  const order: Order = {
    ...{ id, number: "", buyer: wanted.buyer, seller: wanted.seller, kind: "milestone" },
    deal: newId("deal", now, shardOf(id)),
    terms: saleTerms([item], money(0n, price.currency), {
      basisPoints: policy.commissionBasisPoints,
      taxBasisPoints: policy.commissionTax?.basisPoints ?? 0,
    }),
    ...{ transport: null, work: { deliveryDays, revisions, milestone: { contract, number } } },
    ...{ items: [item], placedAt: now },
  };
  return await openOrder(tx, order, policy, now);
}
