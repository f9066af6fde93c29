import { parseId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { RawWebhook, WebhookRefusal } from "#ports/call";
import type { Database } from "#runtime/database";
import { addDisputes } from "./disputes.ts";
import { addForeignLook } from "./foreign.ts";
import { readRefund } from "./refund-store.ts";
import { addFollow } from "./refunds.ts";
import { addLook, type Gateways } from "./start-payment.ts";
import { keepWebhook, readPayment } from "./store.ts";

/**
 * Takes a webhook in: its signature is checked over the bytes as they came, it is kept, and somebody is sent to look. What it
 * says of money is not believed, so that order of arrival and repeats do not matter.
 */
export async function receiveWebhook(
  db: Database,
  gateways: Gateways,
  name: string,
  raw: RawWebhook,
  now: Instant,
): Promise<Result<"kept", WebhookRefusal | "no_gateway">> {
  const gateway = gateways.find((one) => one.name === name);
  if (!gateway) return refuse("no_gateway");
  const hint = gateway.readWebhook(raw, now);
  if (!hint.ok) return hint;
  const { dedupeKey, type, payment: named, dispute } = hint.value;
  const paymentId = parseId("payment", named ?? "");
  const refundId = parseId("refund", hint.value.refund ?? "");
  await db.transaction(async (tx) => {
    await keepWebhook(tx, name, dedupeKey, type, raw.body, now);
    if (refundId && (await readRefund(tx, refundId))) await addFollow(tx, refundId, now, now);
    else if (!paymentId || !(await readPayment(tx, paymentId))) {
      if (named) await addForeignLook(tx, name, named, now);
    } else if (dispute) await addDisputes(tx, paymentId, now, now);
    else await addLook(tx, paymentId, now, now);
  });
  return ok("kept");
}
