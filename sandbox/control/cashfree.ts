import { pay } from "../cashfree/pay.ts";
import { METHOD_CHOICES, OUTCOME_CHOICES } from "../cashfree/pay-page-words.ts";
import { settleRefund } from "../cashfree/refunds.ts";
import { forceTransfer } from "../cashfree/transfers.ts";
import { asText, type JsonObject, paiseOf } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { BadControlCall, oneOf, webhookMode } from "./decode.ts";
import type { Reply } from "./reply.ts";

const REFUND_STATUSES = ["SUCCESS", "PENDING", "CANCELLED", "ONHOLD", "FAILED"] as const;
const TRANSFER_OUTCOMES = ["completed", "failed", "rejected", "reversed"] as const;

export async function payOrder(sandbox: Sandbox, orderId: string, body: JsonObject): Promise<Reply> {
  const order = sandbox.store.state.orders.get(orderId);
  if (!order) return { status: 404, body: { error: "no such order" } };
  const paise = body.amount === undefined ? undefined : paiseOf(body.amount);
  if (body.amount !== undefined && (paise === undefined || paise <= 0)) {
    throw new BadControlCall("amount should be rupees with at most two decimals");
  }
  const currency = asText(body.currency);
  const paid = pay(sandbox, order, {
    outcome: oneOf("outcome", OUTCOME_CHOICES, body.outcome),
    method: oneOf("method", METHOD_CHOICES, body.method ?? "upi"),
    force: body.force === true,
    ...(paise === undefined ? {} : { paise }),
    ...(currency === undefined ? {} : { currency }),
    ...(body.webhook === undefined ? {} : { mode: webhookMode(body.webhook) }),
  });
  if ("refused" in paid) return { status: 409, body: { error: paid.refused } };
  await saved(sandbox);
  const deliveries = await sandbox.deliveries.flush(paid.deliveries);
  return { status: 200, body: { cf_payment_id: paid.payment.cfPaymentId, deliveries } };
}

export async function moveRefund(sandbox: Sandbox, refundId: string, body: JsonObject): Promise<Reply> {
  const refund = sandbox.store.state.refunds.get(refundId);
  if (!refund) return { status: 404, body: { error: "no such refund" } };
  const ids = settleRefund(sandbox, refund, oneOf("status", REFUND_STATUSES, body.status));
  await saved(sandbox);
  return { status: 200, body: { refund_status: refund.status, deliveries: await sandbox.deliveries.flush(ids) } };
}

export async function moveTransfer(sandbox: Sandbox, transferId: string, body: JsonObject): Promise<Reply> {
  const transfer = sandbox.store.state.transfers.get(transferId);
  if (!transfer) return { status: 404, body: { error: "no such transfer" } };
  const ids = forceTransfer(sandbox, transfer, oneOf("outcome", TRANSFER_OUTCOMES, body.outcome));
  if (!ids)
    return { status: 409, body: { error: `the transfer is already ${transfer.status} ${transfer.statusCode}` } };
  await saved(sandbox);
  const deliveries = await sandbox.deliveries.flush(ids);
  return { status: 200, body: { status: transfer.status, status_code: transfer.statusCode, deliveries } };
}

export async function planTransfer(sandbox: Sandbox, body: JsonObject): Promise<Reply> {
  sandbox.store.state.transferPlans.push(oneOf("outcome", TRANSFER_OUTCOMES, body.outcome));
  await saved(sandbox);
  return { status: 200, body: { next: sandbox.store.state.transferPlans } };
}

async function saved(sandbox: Sandbox): Promise<void> {
  sandbox.store.touch();
  await sandbox.store.settled();
}
