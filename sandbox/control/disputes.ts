import { DISPUTE_STAGES, DISPUTE_WORDS, moveDispute, raiseDispute } from "../cashfree/disputes.ts";
import { type JsonObject, paiseOf } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { BadControlCall, oneOf, webhookMode } from "./decode.ts";
import type { Reply } from "./reply.ts";

/** A buyer's bank disputes a paid order: `{ stage?, amount?, webhook? }`, a chargeback of the whole payment when nothing is said. */
export async function dispute(sandbox: Sandbox, orderId: string, body: JsonObject): Promise<Reply> {
  const order = sandbox.store.state.orders.get(orderId);
  if (!order) return { status: 404, body: { error: "no such order" } };
  const paise = body.amount === undefined ? undefined : paiseOf(body.amount);
  if (body.amount !== undefined && (paise === undefined || paise <= 0))
    throw new BadControlCall("amount should be rupees with at most two decimals");
  const raised = raiseDispute(sandbox, order, {
    stage: oneOf("stage", DISPUTE_STAGES, body.stage ?? "CHARGEBACK"),
    ...(paise === undefined ? {} : { paise }),
    ...(body.webhook === undefined ? {} : { mode: webhookMode(body.webhook) }),
  });
  if (!raised) return { status: 409, body: { error: "nothing was captured" } };
  await sandbox.store.settled();
  const deliveries = await sandbox.deliveries.flush(raised.deliveries);
  return { status: 200, body: { dispute_id: raised.dispute.disputeId, deliveries } };
}

/** `{ status, stage?, webhook? }`: the next word about a dispute, such as `MERCHANT_WON`. */
export async function decideDispute(sandbox: Sandbox, disputeId: string, body: JsonObject): Promise<Reply> {
  const found = sandbox.store.state.disputes.get(disputeId);
  if (!found) return { status: 404, body: { error: "no such dispute" } };
  const ids = moveDispute(sandbox, found, {
    word: oneOf("status", DISPUTE_WORDS, body.status),
    ...(body.stage === undefined ? {} : { stage: oneOf("stage", DISPUTE_STAGES, body.stage) }),
    ...(body.webhook === undefined ? {} : { mode: webhookMode(body.webhook) }),
  });
  await sandbox.store.settled();
  const deliveries = await sandbox.deliveries.flush(ids);
  return { status: 200, body: { dispute_status: `${found.stage}_${found.word}`, deliveries } };
}
