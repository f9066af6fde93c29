import type { Answer, Call } from "../call.ts";
import { istIso } from "../india-time.ts";
import { asObject, asText, paiseOf, rupees } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { book } from "../statement.ts";
import { disputedPaise } from "./disputes.ts";
import { invalid, isAnswer, missing, wrong } from "./errors.ts";
import { findOrder } from "./orders.ts";
import { capturedPaise, paymentsOf } from "./payments.ts";
import type { Order, Refund, RefundStatus } from "./records.ts";
import { refundEvent } from "./webhooks.ts";

/** POST /orders/{order_id}/refunds. The notes SUCCESS, FAILED, PENDING and ACTIVE force the outcome, as in Cashfree's own sandbox. */
export function createRefund(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  if (isAnswer(order)) return order;
  const body = asObject(call.body);
  const objection = objectionTo(body);
  if (objection) return objection;
  const refundId = asText(body.refund_id) ?? "";
  const paise = paiseOf(body.refund_amount) ?? 0;
  if (sandbox.store.state.refunds.has(refundId)) {
    return invalid("refund_already_exists", "refund with same id is already present", 409);
  }
  const captured = capturedPaise(sandbox, order);
  if (captured === 0) return invalid("request_failed", "refund can not be created, order is not paid");
  if (paise > captured - refundedPaise(sandbox, order) - disputedPaise(sandbox, order)) {
    return wrong("refund_amount", "is more than what was paid minus what was refunded or disputed");
  }
  const refund = newRefund(sandbox, order, { ...body, refundId, paise });
  sandbox.store.state.refunds.set(refundId, refund);
  begin(sandbox, refund);
  return { status: 200, body: refundEntity(refund) };
}

/** GET /orders/{order_id}/refunds */
export function listRefunds(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  return isAnswer(order) ? order : { status: 200, body: refundsOf(sandbox, order).map(refundEntity) };
}

/** GET /orders/{order_id}/refunds/{refund_id} */
export function getRefund(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  if (isAnswer(order)) return order;
  const refund = sandbox.store.state.refunds.get(call.params.refund_id ?? "");
  if (refund?.orderId !== order.orderId) return invalid("refund_not_found", "Refund Reference Id does not exist", 404);
  return { status: 200, body: refundEntity(refund) };
}

/** The timer's work: a refund still pending succeeds. */
export function completeRefund(sandbox: Sandbox, refundId: string): void {
  const refund = sandbox.store.state.refunds.get(refundId);
  if (refund?.status === "PENDING") settleRefund(sandbox, refund, "SUCCESS");
}

/**
 * Moves a refund to a status, books the money that leaves (or comes back, when a success turns out to have failed),
 * and queues the event that Cashfree sends for an outcome. Returns delivery ids.
 */
export function settleRefund(sandbox: Sandbox, refund: Refund, status: RefundStatus): string[] {
  if (refund.status === status) return [];
  const left = refund.status === "SUCCESS";
  const leaves = status === "SUCCESS";
  refund.status = status;
  refund.processedAt = sandbox.clock.now();
  sandbox.store.touch();
  const { refundId: reference, cfRefundId: providerReference, paise } = refund;
  if (leaves) book(sandbox, { kind: "refund", reference, providerReference, amount: -paise });
  else if (left) book(sandbox, { kind: "refund", reference, providerReference, amount: paise });
  if (status === "PENDING" || status === "ONHOLD") return [];
  return sandbox.deliveries.queue(refundEvent(sandbox, refund), sandbox.store.state.webhookModes.cashfree);
}

function begin(sandbox: Sandbox, refund: Refund): void {
  if (refund.note === "SUCCESS" || refund.note === "FAILED") {
    sandbox.deliveries.inBackground(settleRefund(sandbox, refund, refund.note));
  } else if (refund.note !== "PENDING" && refund.note !== "ACTIVE") {
    const due = sandbox.clock.now() + sandbox.store.state.latency.refundMs;
    sandbox.clock.schedule(due, { kind: "refund_completes", refundId: refund.refundId });
  }
}

const refundsOf = (sandbox: Sandbox, order: Order): Refund[] =>
  [...sandbox.store.state.refunds.values()].filter((refund) => refund.orderId === order.orderId);

const isVoid = ({ status }: Refund): boolean => status === "FAILED" || status === "CANCELLED";

const refundedPaise = (sandbox: Sandbox, order: Order): number =>
  refundsOf(sandbox, order)
    .filter((refund) => !isVoid(refund))
    .reduce((sum, refund) => sum + refund.paise, 0);

function newRefund(
  sandbox: Sandbox,
  order: Order,
  body: { readonly refundId: string; readonly paise: number; readonly [field: string]: unknown },
): Refund {
  const paid = paymentsOf(sandbox, order.orderId).filter(({ status }) => status === "SUCCESS");
  const refunded = (cfPaymentId: string) =>
    refundsOf(sandbox, order)
      .filter((refund) => refund.cfPaymentId === cfPaymentId && !isVoid(refund))
      .reduce((sum, refund) => sum + refund.paise, 0);
  const roomy = paid.find((payment) => payment.paise - refunded(payment.cfPaymentId) >= body.paise);
  return {
    refundId: body.refundId,
    cfRefundId: String(1_553_000 + sandbox.store.next()),
    orderId: order.orderId,
    cfPaymentId: (roomy ?? paid[0])?.cfPaymentId ?? "",
    paise: body.paise,
    note: asText(body.refund_note) ?? null,
    speed: body.refund_speed === "INSTANT" ? "INSTANT" : "STANDARD",
    createdAt: sandbox.clock.now(),
    status: "PENDING",
    processedAt: null,
  };
}

function objectionTo(body: { readonly [field: string]: unknown }): Answer | undefined {
  const { refund_amount: amount, refund_id: id, refund_note: note, refund_speed: speed } = body;
  if (amount === undefined) return missing("refund_amount");
  if ((paiseOf(amount) ?? 0) <= 0) return wrong("refund_amount", "should be more than 0, with 2 decimals");
  if (id === undefined) return missing("refund_id");
  if (typeof id !== "string" || !/^[A-Za-z0-9_-]{3,40}$/.test(id)) {
    return wrong("refund_id", "should be 3 to 40 alphanumeric characters");
  }
  const noteOk =
    note === undefined || note === null || (typeof note === "string" && note.length >= 3 && note.length <= 100);
  if (!noteOk) return wrong("refund_note", "should be 3 to 100 characters");
  if (speed !== undefined && speed !== "STANDARD" && speed !== "INSTANT") {
    return wrong("refund_speed", "should be STANDARD or INSTANT");
  }
  return undefined;
}

const refundEntity = (refund: Refund): object => ({
  cf_payment_id: refund.cfPaymentId,
  cf_refund_id: refund.cfRefundId,
  charges_currency: "INR",
  created_at: istIso(refund.createdAt),
  entity: "refund",
  forex_conversion_handling_charge: null,
  forex_conversion_handling_tax: null,
  forex_conversion_rate: null,
  metadata: null,
  order_id: refund.orderId,
  processed_at: refund.processedAt === null ? null : istIso(refund.processedAt),
  refund_amount: rupees(refund.paise),
  refund_arn: refund.status === "SUCCESS" ? `ARN${refund.cfRefundId}` : null,
  refund_charge: rupees(0),
  refund_currency: "INR",
  refund_id: refund.refundId,
  refund_mode: refund.speed,
  refund_note: refund.note,
  refund_speed: {
    requested: refund.speed,
    accepted: refund.speed,
    processed: refund.status === "SUCCESS" ? refund.speed : null,
    message: null,
  },
  refund_splits: [],
  refund_status: refund.status,
  refund_type: "MERCHANT_INITIATED",
  status_description: refund.status === "PENDING" ? "In Progress" : `Refund is ${refund.status.toLowerCase()}`,
});
