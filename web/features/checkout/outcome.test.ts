import { expect, test } from "vitest";
import type { Escrow, Order, Payment } from "../../api/types.ts";
import { outcomeOf } from "./outcome.tsx";

const order = (
  status: Order["status"],
  escrow: Escrow["status"],
  payment: Payment["status"] | null,
): Pick<Order, "status" | "escrow" | "payment"> => ({
  status,
  escrow: { status: escrow, amount: { amount: 1, currency: "INR" }, since: null, holder: "" },
  payment: payment && {
    id: "pay_1",
    status: payment,
    gateway: "g",
    amount: { amount: 1, currency: "INR" },
    next: null,
  },
});

test("only money in escrow counts as paid, whatever the payment says of itself", () => {
  expect(outcomeOf(order("payment_pending", "pending", "captured"))).toBe("waiting");
  expect(outcomeOf(order("payment_pending", "pending", "open"))).toBe("waiting");
  expect(outcomeOf(order("escrow_locked", "held", "captured"))).toBe("secured");
});

test("a payment that failed or was closed asks for another try", () => {
  expect(outcomeOf(order("payment_pending", "pending", "failed"))).toBe("unpaid");
  expect(outcomeOf(order("payment_pending", "pending", "closed"))).toBe("unpaid");
  expect(outcomeOf(order("payment_pending", "pending", null))).toBe("unpaid");
});

test("an order that lapsed unpaid is over", () => {
  expect(outcomeOf(order("cancelled", "pending", "closed"))).toBe("over");
  expect(outcomeOf(order("failed", "pending", "failed"))).toBe("over");
});
