import type { Answer, Call } from "../call.ts";
import type { WebhookMode } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { book } from "../statement.ts";
import { invalid, isAnswer } from "./errors.ts";
import { findOrder, statusOf } from "./orders.ts";
import { paymentEntity, settlementEntity } from "./payment-entity.ts";
import type { Order, PayMethod, Payment, PaymentStatus } from "./records.ts";
import { paymentEvent } from "./webhooks.ts";

/** GET /orders/{order_id}/payments, newest attempt first */
export function listPayments(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  if (isAnswer(order)) return order;
  const payments = paymentsOf(sandbox, order.orderId).reverse();
  return { status: 200, body: payments.map((payment) => paymentEntity(order, payment)) };
}

/** GET /orders/{order_id}/payments/{cf_payment_id} */
export function getPayment(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  if (isAnswer(order)) return order;
  const payment = sandbox.store.state.payments.get(call.params.cf_payment_id ?? "");
  if (payment?.orderId !== order.orderId) return invalid("payment_not_found", "Payment Id does not exist", 404);
  return { status: 200, body: paymentEntity(order, payment) };
}

/** GET /orders/{order_id}/settlements: one settlement of the whole capture, without charges. */
export function getSettlement(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  if (isAnswer(order)) return order;
  const payment = paymentsOf(sandbox, order.orderId).find(({ status }) => status === "SUCCESS");
  if (!payment) return invalid("settlement_not_found", "Settlement does not exist for this order", 404);
  return { status: 200, body: settlementEntity(order, payment) };
}

export const paymentsOf = (sandbox: Sandbox, orderId: string): Payment[] =>
  [...sandbox.store.state.payments.values()].filter((payment) => payment.orderId === orderId);

/** Whole paise captured in the order's own currency by all successful attempts. */
export const capturedPaise = (sandbox: Sandbox, order: Order): number =>
  paymentsOf(sandbox, order.orderId)
    .filter((payment) => payment.status === "SUCCESS" && payment.currency === order.currency)
    .reduce((sum, payment) => sum + payment.paise, 0);

export function startPayment(sandbox: Sandbox, order: Order, method: PayMethod, channel: string): Payment {
  const payment: Payment = {
    cfPaymentId: String(5_114_910_000_000 + sandbox.store.next()),
    orderId: order.orderId,
    method,
    channel,
    startedAt: sandbox.clock.now(),
    paise: order.paise,
    currency: order.currency,
    status: channel === "collect" ? "PENDING" : "NOT_ATTEMPTED",
    completedAt: null,
    bankReference: null,
    errorCode: null,
  };
  sandbox.store.state.payments.set(payment.cfPaymentId, payment);
  return payment;
}

/** Why no (further) attempt can succeed on this order, or undefined when one can. */
export function closedBecause(sandbox: Sandbox, order: Order): string | undefined {
  const status = statusOf(sandbox, order);
  return status === "ACTIVE" ? undefined : `order is ${status.toLowerCase()}`;
}

/**
 * Gives an open attempt its outcome, books money once for a success, and queues the webhook.
 * Returns delivery ids; an attempt that already has a final outcome stays as it is.
 */
export function settlePayment(
  sandbox: Sandbox,
  payment: Payment,
  outcome: Exclude<PaymentStatus, "NOT_ATTEMPTED">,
  { mode, errorCode }: { mode?: WebhookMode; errorCode?: string | null } = {},
): string[] {
  const order = sandbox.store.state.orders.get(payment.orderId);
  if (!order || !isOpen(payment)) return [];
  payment.status = outcome;
  sandbox.store.touch();
  if (outcome === "PENDING") return [];
  payment.completedAt = sandbox.clock.now();
  payment.errorCode = outcome === "FAILED" ? (errorCode ?? "TRANSACTION_DECLINED") : null;
  if (outcome === "SUCCESS") {
    payment.bankReference = String(600_100_000_000 + sandbox.store.next());
    order.status = "PAID";
    bookCapture(sandbox, payment);
  } else if (order.status === "TERMINATION_REQUESTED") {
    order.status = "TERMINATED";
  }
  const chosen = mode ?? sandbox.store.state.webhookModes.cashfree;
  const older = chosen.mode === "out_of_order" ? earlierEvent(sandbox, order, payment) : undefined;
  return sandbox.deliveries.queue(paymentEvent(sandbox, order, payment), chosen, older);
}

export const isOpen = (payment: Payment): boolean => ["NOT_ATTEMPTED", "PENDING"].includes(payment.status);

function bookCapture(sandbox: Sandbox, payment: Payment): void {
  if (payment.currency !== "INR") return;
  const { orderId: reference, cfPaymentId: providerReference, paise: amount } = payment;
  book(sandbox, { kind: "payment", reference, providerReference, amount });
}

/** The event of an attempt that failed before this one; such an attempt is made up where there was none. */
function earlierEvent(sandbox: Sandbox, order: Order, payment: Payment) {
  const known = paymentsOf(sandbox, order.orderId).find(
    ({ status }) => status === "FAILED" || status === "USER_DROPPED",
  );
  const failed = known ?? startPayment(sandbox, order, payment.method, payment.channel);
  if (!known) {
    failed.status = "FAILED";
    failed.errorCode = "TRANSACTION_DECLINED";
    failed.completedAt = payment.startedAt;
  }
  return paymentEvent(sandbox, order, failed);
}
