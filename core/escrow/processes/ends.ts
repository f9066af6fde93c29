import type { DeadlineForm, StateForm } from "../process.ts";

export type End = "completed" | "settled" | "cancelled" | "refunded" | "failed";

/** Where nothing more can be done. */
export const endStates = (oldNews: readonly string[] = []) =>
  ({
    settled: { status: "completed", waitsFor: "nobody", exits: {}, oldNews },
    completed: { status: "completed", waitsFor: "nobody", exits: {}, oldNews },
    cancelled: { status: "cancelled", waitsFor: "nobody", exits: {}, oldNews },
    refunded: { status: "refunded", waitsFor: "nobody", exits: {}, oldNews },
    failed: { status: "failed", waitsFor: "nobody", exits: {} },
  }) as const satisfies { readonly [state in End]: StateForm };

/** A deal waits for its payment; then it goes to the first state in which money is held. */
export const unpaid = <const Paid extends string>(paid: Paid) =>
  ({
    status: "payment_pending",
    waitsFor: "buyer",
    exits: {
      payment_captured: { by: ["gateway"], to: paid, money: "fund" },
      cancel: { by: ["buyer", "seller"], to: "cancelled" },
      payment_failed: { by: ["gateway"], to: "failed" },
    },
  }) as const;

export const PAYMENT_DEADLINE = {
  kind: "payment",
  span: ["payment_pending"],
  window: "payment",
  to: "cancelled",
  reason: "PAYMENT_TIMEOUT",
  fixed: true,
  asks: "gateway",
} as const satisfies DeadlineForm<"payment_pending" | End>;
