import type { Purchase } from "../../api/shopping.ts";

export type PurchaseOutcome = "secured" | "waiting" | "unpaid" | "over" | "done";

const ENDED = new Set(["completed", "cancelled", "refunded", "failed"]);
const TRIED_IN_VAIN = new Set(["closed", "failed"]);

/** What became of the payment of a purchase, by the word of its orders; where the payer comes from says nothing. */
export function outcomeOf({
  orders,
  payment,
  actions,
}: Pick<Purchase, "actions"> & {
  orders: readonly Pick<Purchase["orders"][number], "status">[];
  payment: Pick<NonNullable<Purchase["payment"]>, "status"> | null;
}): PurchaseOutcome {
  const waiting = orders.some(({ status }) => status === "payment_pending");
  if (waiting && payment && !TRIED_IN_VAIN.has(payment.status)) return "waiting";
  if (waiting) return actions.includes("pay") ? "unpaid" : "over";
  if (orders.every(({ status }) => status === "cancelled") && payment?.status !== "captured") return "over";
  return orders.every(({ status }) => ENDED.has(status)) ? "done" : "secured";
}
