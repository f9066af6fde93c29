import { expect, test } from "vitest";
import type { Purchase } from "../../api/shopping.ts";
import type { OrderStatus, Payment } from "../../api/types.ts";
import { outcomeOf } from "./purchase-outcome.ts";

type Case = [string, OrderStatus[], Payment["status"] | null, Purchase["actions"], string];

test.each<Case>([
  ["paid", ["escrow_locked", "escrow_locked"], "captured", [], "secured"],
  ["one called off, one on its way", ["cancelled", "shipped"], "captured", [], "secured"],
  ["one part paid, the rest open at the gateway", ["escrow_locked", "payment_pending"], "open", ["pay"], "waiting"],
  ["paid, and not yet heard of", ["payment_pending", "payment_pending"], "captured", ["pay"], "waiting"],
  ["begun", ["payment_pending"], "opening", ["pay"], "waiting"],
  ["never begun", ["payment_pending"], null, ["pay"], "unpaid"],
  ["refused by the bank", ["payment_pending"], "failed", ["pay"], "unpaid"],
  ["closed, and its time is up", ["payment_pending"], "closed", [], "over"],
  ["expired", ["cancelled", "cancelled"], "closed", [], "over"],
  ["paid and called off by all", ["cancelled", "cancelled"], "captured", [], "done"],
  ["all at their end", ["completed", "refunded"], "captured", [], "done"],
])("%s", (_, statuses, payment, actions, outcome) => {
  const orders = statuses.map((status) => ({ status }));
  expect(outcomeOf({ orders, actions, payment: payment && { status: payment } })).toBe(outcome);
});
