import { type DealId, parseId, type UserId } from "@amana/core/ids";
import { readDeal } from "#modules/escrow";
import type { Queryable } from "#runtime/database";
import { readRefund } from "./refund-store.ts";
import { type Payment, partsOf, readPayment } from "./store.ts";

export type Called = {
  readonly deal: DealId | null;
  readonly buyer: UserId | null;
  /** Of a payment for several deals; of any other its deal says it. */
  readonly sellers: readonly UserId[];
};

/** Whose payment or refund a gateway calls by one of our ids; null where it is none. */
export async function calledBy(db: Queryable, ourId: string): Promise<Called | null> {
  const id = parseId("payment", ourId);
  const payment = id && (await readPayment(db, id));
  if (payment) return { deal: payment.deal, buyer: payment.buyer, sellers: await sellersIn(db, payment) };
  const refundId = parseId("refund", ourId);
  const refund = refundId && (await readRefund(db, refundId));
  return refund && { deal: refund.deal, buyer: refund.buyer, sellers: [] };
}

async function sellersIn(db: Queryable, payment: Payment): Promise<UserId[]> {
  const sellers: UserId[] = [];
  for (const { deal } of await partsOf(db, payment)) {
    const found = await readDeal(db, deal);
    if (found) sellers.push(found.seller);
  }
  return sellers;
}
