import type { WebhookMode } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import type { OutcomeChoice } from "./pay-page-words.ts";
import { closedBecause, isOpen, paymentsOf, settlePayment, startPayment } from "./payments.ts";
import type { Order, PayMethod, Payment } from "./records.ts";

export type PayChoice = {
  readonly outcome: OutcomeChoice;
  readonly method: PayMethod;
  /** Whole paise, where the wrong amount is to be paid. */
  readonly paise?: number;
  readonly currency?: string;
  /** Pays although the order is paid, expired or terminated. */
  readonly force?: boolean;
  readonly mode?: WebhookMode;
};

const STATUS = { success: "SUCCESS", failed: "FAILED", user_dropped: "USER_DROPPED", pending: "PENDING" } as const;

/** A person's (or a test's) choice becomes an attempt on the order; an attempt that still waits is the one decided. */
export function pay(
  sandbox: Sandbox,
  order: Order,
  choice: PayChoice,
): { payment: Payment; deliveries: string[] } | { refused: string } {
  const closed = closedBecause(sandbox, order);
  const waiting = paymentsOf(sandbox, order.orderId).findLast(isOpen);
  if (closed && !choice.force && !(waiting && order.status === "TERMINATION_REQUESTED")) return { refused: closed };
  const payment = waiting ?? startPayment(sandbox, order, choice.method, "link");
  payment.paise = choice.paise ?? payment.paise;
  payment.currency = choice.currency ?? payment.currency;
  const mode = choice.mode ? { mode: choice.mode } : {};
  return { payment, deliveries: settlePayment(sandbox, payment, STATUS[choice.outcome], mode) };
}
