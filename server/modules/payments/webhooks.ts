import { parseId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { RawWebhook, WebhookRefusal } from "#ports/call";
import type { GatewayHint } from "#ports/payment-gateway";
import type { Database, Tx } from "#runtime/database";
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
  const { dedupeKey, type } = hint.value;
  const named = namedIn(hint.value);
  await db.transaction(async (tx) => {
    const about = named.refund ?? named.payment;
    await keepWebhook(tx, { gateway: name, dedupeKey, type, about, body: raw.body }, now);
    await sendToLook(tx, name, hint.value, now);
  });
  return ok("kept");
}

const namedIn = ({ payment, refund }: GatewayHint) => ({
  payment: parseId("payment", payment ?? ""),
  refund: parseId("refund", refund ?? ""),
});

async function sendToLook(tx: Tx, gateway: string, hint: GatewayHint, now: Instant): Promise<void> {
  const { payment, refund } = namedIn(hint);
  if (refund && (await readRefund(tx, refund))) await addFollow(tx, refund, now, now);
  else if (!payment || !(await readPayment(tx, payment))) {
    if (hint.payment) await addForeignLook(tx, gateway, hint.payment, now);
  } else if (hint.dispute) await addDisputes(tx, payment, now, now);
  else await addLook(tx, payment, now, now);
}
