import type { Money } from "@amana/core/money";
import { ok, type Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import type { CallRefusal } from "#ports/call";
import type { Capture, OpenPayment, PaymentReport, RefundReport, RefundRequest } from "#ports/payment-gateway";
import { readAmount, writeAmount } from "../../support/decimal.ts";
import { decode, IdText, maybe, readInstant, unreadable } from "../../support/decode.ts";

export const TheirOrder = Type.Object({
  cf_order_id: IdText,
  order_id: Type.String(),
  order_amount: Type.Number(),
  order_currency: Type.String(),
  order_status: Type.String(),
  payment_session_id: maybe(Type.String()),
});
export type TheirOrder = Static<typeof TheirOrder>;

export const TheirAttempts = Type.Array(
  Type.Object({
    cf_payment_id: IdText,
    order_id: Type.String(),
    payment_status: Type.String(),
    is_captured: maybe(Type.Boolean()),
    payment_amount: maybe(Type.Number()),
    payment_currency: maybe(Type.String()),
    payment_time: maybe(Type.String()),
    payment_completion_time: maybe(Type.String()),
    payment_group: maybe(Type.String()),
  }),
);
type TheirAttempt = Static<typeof TheirAttempts>[number];

export const TheirRefund = Type.Object({
  cf_refund_id: IdText,
  order_id: Type.String(),
  refund_id: Type.String(),
  refund_amount: Type.Number(),
  refund_currency: Type.String(),
  refund_status: Type.String(),
});

/** Cashfree's order words on the left, ours on the right. */
const ORDER_STATUS = new Map<string, PaymentReport["status"]>([
  ["ACTIVE", "open"],
  ["TERMINATION_REQUESTED", "open"],
  ["PAID", "paid"],
  ["EXPIRED", "closed"],
  ["TERMINATED", "closed"],
]);

const ATTEMPT_STATUS = new Map<string, "captured" | "under_way" | "failed" | "not_begun">([
  ["SUCCESS", "captured"],
  ["PENDING", "under_way"],
  ["NOT_ATTEMPTED", "not_begun"],
  ["FAILED", "failed"],
  ["USER_DROPPED", "failed"],
  ["CANCELLED", "failed"],
  ["VOID", "failed"],
]);

const REFUND_STATUS = new Map<string, RefundReport["status"]>([
  ["SUCCESS", "succeeded"],
  ["PENDING", "pending"],
  ["ONHOLD", "pending"],
  ["CANCELLED", "failed"],
  ["FAILED", "failed"],
]);

/** A word that we have not met is `unclear`, never `failed`: money may have moved. */
export function paymentReport(
  order: TheirOrder,
  attempts: readonly TheirAttempt[],
): Result<PaymentReport, CallRefusal> {
  const amount = readAmount(order.order_amount, order.order_currency);
  if (!amount) return unreadable("order_amount");
  const words = attempts.map(wordOf);
  const captures: Capture[] = [];
  for (const [index, attempt] of attempts.entries()) {
    if (attempt.order_id !== order.order_id) return unreadable("order_id");
    if (words[index] !== "captured") continue;
    const capture = captureOf(attempt);
    if (!capture) return unreadable(`payment ${attempt.cf_payment_id}`);
    captures.push(capture);
  }
  const failedAttempts = words.filter((word) => word === "failed").length;
  return ok({ status: statusOf(order.order_status, words), amount, captures, failedAttempts });
}

/** How an attempt counts; a success that is held and not captured has moved no money yet. */
function wordOf(attempt: TheirAttempt) {
  if (attempt.payment_status === "SUCCESS" && attempt.is_captured === false) return "under_way";
  return ATTEMPT_STATUS.get(attempt.payment_status);
}

/**
 * The order's word, corrected by its attempts: captured money is paid whatever the order says; "PAID" without a capture,
 * or an attempt with a strange word, is unclear; an ended order with an attempt under way may still be paid.
 */
function statusOf(
  orderStatus: string,
  words: readonly (ReturnType<typeof wordOf> | undefined)[],
): PaymentReport["status"] {
  if (words.includes("captured")) return "paid";
  const status = ORDER_STATUS.get(orderStatus) ?? "unclear";
  if (status === "paid" || words.includes(undefined)) return "unclear";
  return status === "closed" && words.includes("under_way") ? "open" : status;
}

function captureOf(attempt: TheirAttempt): Capture | null {
  const { payment_amount, payment_currency } = attempt;
  if (typeof payment_amount !== "number" || typeof payment_currency !== "string") return null;
  const amount = readAmount(payment_amount, payment_currency);
  const capturedAt = readInstant(attempt.payment_completion_time ?? attempt.payment_time ?? "");
  if (!amount || amount.minor === 0n || capturedAt === null) return null;
  return { reference: String(attempt.cf_payment_id), amount, capturedAt, method: attempt.payment_group ?? "unknown" };
}

export function refundReport(json: unknown, payment: string, refund: string): Result<RefundReport, CallRefusal> {
  const decoded = decode(TheirRefund, json);
  if (!decoded.ok) return decoded;
  const theirs = decoded.value;
  if (theirs.order_id !== payment) return unreadable("order_id");
  if (theirs.refund_id !== theirRefundId(refund)) return unreadable("refund_id");
  const amount = readAmount(theirs.refund_amount, theirs.refund_currency);
  if (!amount) return unreadable("refund_amount");
  return ok({
    reference: String(theirs.cf_refund_id),
    status: REFUND_STATUS.get(theirs.refund_status) ?? "unclear",
    amount,
  });
}

export const orderAmount = (order: TheirOrder): Money | null => readAmount(order.order_amount, order.order_currency);

/** `PAID` and words that we do not know are not an end here: only looking says what happened. */
export const isClosed = (order: TheirOrder): boolean => ORDER_STATUS.get(order.order_status) === "closed";

export function newOrder(request: OpenPayment): object {
  const { buyer } = request;
  return {
    order_id: request.payment,
    order_amount: writeAmount(request.amount),
    order_currency: request.amount.currency,
    customer_details: {
      customer_id: buyer.id.replace(/[^A-Za-z0-9]/g, ""),
      customer_phone: theirPhone(buyer.phone),
      ...within("customer_email", buyer.email, 3, 100),
      ...within("customer_name", buyer.name, 3, 100),
    },
    order_meta: { return_url: request.returnUrl, notify_url: request.notifyUrl },
    order_expiry_time: writeInstant(request.expiresAt),
  };
}

export const newRefund = ({ refund, amount, note }: RefundRequest): object => ({
  refund_id: theirRefundId(refund),
  refund_amount: writeAmount(amount),
  ...within("refund_note", note.slice(0, 100), 3, 100),
});

/** Cashfree allows letters and digits only in a refund id: `ref_…` goes out as `ref…`. */
export const theirRefundId = (refund: string): string => refund.replace("_", "");

/** Our refund id from theirs; null for a refund that Cashfree or its dashboard began. */
export const ourRefundId = (theirs: string): string | null =>
  /^ref[0-9a-f]{32}$/.test(theirs) ? `ref_${theirs.slice(3)}` : null;

/** Cashfree asks for a UUID: the one in our own id, so that the same request always carries the same key. */
export function idempotencyKey(id: string): string {
  const hex = id.slice(id.lastIndexOf("_") + 1);
  return /^[0-9a-f]{32}$/.test(hex) ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-") : id;
}

/** Ten digits for Indian numbers, `+` and all digits for others. */
function theirPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  if (digits.length === 12 && digits.startsWith("91")) return digits.slice(2);
  if (digits.length === 11 && digits.startsWith("0")) return digits.slice(1);
  return phone.trim().startsWith("+") ? `+${digits}` : digits;
}

/** Optional fields outside their lengths are left out, for they would cost the whole order. */
const within = (field: string, text: string, shortest: number, longest: number): object =>
  text.length >= shortest && text.length <= longest ? { [field]: text } : {};

/** ISO 8601 to the second, in UTC. */
const writeInstant = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
