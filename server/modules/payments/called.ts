import { type DealId, parseId, type UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import { readRefund } from "./refund-store.ts";
import { readPayment } from "./store.ts";

export type Called = { readonly deal: DealId | null; readonly buyer: UserId | null };

/** Whose payment or refund a gateway calls by one of our ids; null where it is none. */
export async function calledBy(db: Queryable, ourId: string): Promise<Called | null> {
  const payment = parseId("payment", ourId);
  if (payment) return await readPayment(db, payment);
  const refund = parseId("refund", ourId);
  return refund && (await readRefund(db, refund));
}
