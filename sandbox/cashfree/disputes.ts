import type { Answer, Call } from "../call.ts";
import { istIso } from "../india-time.ts";
import { rupees } from "../json.ts";
import type { WebhookMode } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { book } from "../statement.ts";
import { invalid, isAnswer } from "./errors.ts";
import { findOrder } from "./orders.ts";
import { paymentsOf } from "./payments.ts";
import type { Dispute, DisputeStage, DisputeWord, Order } from "./records.ts";
import { disputeEvent } from "./webhooks.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export const DISPUTE_STAGES = ["DISPUTE", "RETRIEVAL", "CHARGEBACK", "PRE_ARBITRATION", "ARBITRATION"] as const;
export const DISPUTE_WORDS = [
  "CREATED",
  "DOCS_RECEIVED",
  "UNDER_REVIEW",
  "INSUFFICIENT_EVIDENCE",
  "MERCHANT_WON",
  "MERCHANT_LOST",
  "MERCHANT_ACCEPTED",
] as const;
const ENDS: readonly DisputeWord[] = ["MERCHANT_WON", "MERCHANT_LOST", "MERCHANT_ACCEPTED"];
/** From these stages on the bank has taken the money. */
const TAKING: readonly DisputeStage[] = ["CHARGEBACK", "PRE_ARBITRATION", "ARBITRATION"];

/** GET /orders/{order_id}/disputes */
export function listDisputes(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  if (isAnswer(order)) return order;
  return { status: 200, body: disputesOf(sandbox, order).map((dispute) => disputeEntity(sandbox, order, dispute)) };
}

/** GET /disputes/{dispute_id} */
export function getDispute(sandbox: Sandbox, call: Call): Answer {
  const found = findDispute(sandbox, call);
  return isAnswer(found) ? found : { status: 200, body: disputeEntity(sandbox, found.order, found.dispute) };
}

/** PUT /disputes/{dispute_id}/accept: the merchant gives in. */
export function acceptDispute(sandbox: Sandbox, call: Call): Answer {
  const found = findDispute(sandbox, call);
  if (isAnswer(found)) return found;
  if (ENDS.includes(found.dispute.word)) return invalid("dispute_already_closed", "dispute is already closed");
  sandbox.deliveries.inBackground(moveDispute(sandbox, found.dispute, { word: "MERCHANT_ACCEPTED" }));
  const { dispute_amount_currency: _, ...accepted } = disputeEntity(sandbox, found.order, found.dispute);
  return { status: 200, body: accepted };
}

/** A buyer's bank disputes the latest capture of an order: the amount, or all of it. Null where nothing was captured. */
export function raiseDispute(
  sandbox: Sandbox,
  order: Order,
  { stage, paise, mode }: { readonly stage: DisputeStage; readonly paise?: number; readonly mode?: WebhookMode },
): { readonly dispute: Dispute; readonly deliveries: string[] } | null {
  const payment = paymentsOf(sandbox, order.orderId).findLast(({ status }) => status === "SUCCESS");
  if (!payment) return null;
  const now = sandbox.clock.now();
  const dispute: Dispute = {
    disputeId: String(433_440_000 + sandbox.store.next()),
    orderId: order.orderId,
    cfPaymentId: payment.cfPaymentId,
    paise: paise ?? payment.paise,
    createdAt: now,
    respondBy: now + 7 * DAY_MS,
    stage,
    word: "CREATED",
    taken: false,
    updatedAt: now,
    resolvedAt: null,
  };
  sandbox.store.state.disputes.set(dispute.disputeId, dispute);
  settleMoney(sandbox, dispute);
  sandbox.store.touch();
  return { dispute, deliveries: announce(sandbox, order, dispute, "DISPUTE_CREATED", mode) };
}

/** Moves a dispute to another stage or word, moves the money that goes with it, and queues the event. Returns delivery ids. */
export function moveDispute(
  sandbox: Sandbox,
  dispute: Dispute,
  { stage = dispute.stage, word, mode }: { stage?: DisputeStage; word: DisputeWord; mode?: WebhookMode },
): string[] {
  const order = sandbox.store.state.orders.get(dispute.orderId);
  if (!order) return [];
  dispute.stage = stage;
  dispute.word = word;
  dispute.updatedAt = sandbox.clock.now();
  dispute.resolvedAt = ENDS.includes(word) ? dispute.updatedAt : null;
  settleMoney(sandbox, dispute);
  sandbox.store.touch();
  return announce(sandbox, order, dispute, ENDS.includes(word) ? "DISPUTE_CLOSED" : "DISPUTE_UPDATED", mode);
}

/** Whole paise of an order that banks have taken back and not returned. */
export const disputedPaise = (sandbox: Sandbox, order: Order): number =>
  disputesOf(sandbox, order).reduce((sum, { taken, paise }) => sum + (taken ? paise : 0), 0);

function settleMoney(sandbox: Sandbox, dispute: Dispute): void {
  const taken = dispute.word === "MERCHANT_WON" ? false : TAKING.includes(dispute.stage) || ENDS.includes(dispute.word);
  if (taken === dispute.taken) return;
  dispute.taken = taken;
  book(sandbox, {
    kind: taken ? "dispute" : "dispute_reversal",
    reference: dispute.orderId,
    providerReference: dispute.disputeId,
    amount: taken ? -dispute.paise : dispute.paise,
  });
}

function announce(
  sandbox: Sandbox,
  order: Order,
  dispute: Dispute,
  type: string,
  mode: WebhookMode = sandbox.store.state.webhookModes.cashfree,
): string[] {
  return sandbox.deliveries.queue(disputeEvent(sandbox, order, dispute, type), mode);
}

const disputesOf = (sandbox: Sandbox, { orderId }: Order): Dispute[] =>
  [...sandbox.store.state.disputes.values()].filter((dispute) => dispute.orderId === orderId);

function findDispute(sandbox: Sandbox, call: Call): { readonly dispute: Dispute; readonly order: Order } | Answer {
  const dispute = sandbox.store.state.disputes.get(call.params.dispute_id ?? "");
  const order = dispute && sandbox.store.state.orders.get(dispute.orderId);
  return dispute && order ? { dispute, order } : invalid("dispute_not_found", "Dispute Id does not exist", 404);
}

/** As the published example writes it: here the id is a number and times carry no zone. */
function disputeEntity(sandbox: Sandbox, order: Order, dispute: Dispute) {
  const paid = sandbox.store.state.payments.get(dispute.cfPaymentId);
  return {
    dispute_id: Number(dispute.disputeId),
    dispute_type: dispute.stage,
    reason_code: "1402",
    reason_description: "Duplicate Processing",
    dispute_amount: rupees(dispute.paise),
    dispute_amount_currency: "INR",
    created_at: withoutZone(dispute.createdAt),
    respond_by: withoutZone(dispute.respondBy),
    updated_at: withoutZone(dispute.updatedAt),
    resolved_at: dispute.resolvedAt === null ? "9999-09-09T00:00:00" : withoutZone(dispute.resolvedAt),
    dispute_status: `${dispute.stage}_${dispute.word}`,
    cf_dispute_remarks: "Simulated",
    preferred_evidence: [],
    dispute_evidence: [],
    order_details: {
      order_id: order.orderId,
      order_currency: order.currency,
      order_amount: rupees(order.paise),
      cf_payment_id: dispute.cfPaymentId,
      payment_currency: order.currency,
      payment_amount: rupees(paid?.paise ?? order.paise),
    },
    customer_details: {
      customer_name: order.customer.name,
      customer_phone: order.customer.phone,
      customer_email: order.customer.email,
    },
  };
}

const withoutZone = (instant: number): string => istIso(instant).slice(0, 19);
