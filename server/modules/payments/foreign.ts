import type { Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import { post } from "#modules/ledger";
import type { Capture } from "#ports/payment-gateway";
import type { Database, Queryable } from "#runtime/database";
import { newId } from "#runtime/ids";
import { addJob, type JobHandler, tryAgain } from "#runtime/work";
import { captureAt } from "./book-capture.ts";
import { insertCapture, shardOfForeign } from "./capture-store.ts";
import { mustBePosted } from "./refunds.ts";
import { type Gateways, gatewayOf } from "./start-payment.ts";
import { intoSuspense } from "./suspense-postings.ts";
import { addWatch } from "./suspense-watch.ts";

/** A gateway tells of a payment that we know nothing of: what came in for it is asked for. */
export const addForeignLook = (tx: Queryable, gateway: string, payment: string, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOfForeign(payment),
    kind: "payment.look_foreign",
    key: `payment.look_foreign:${gateway}:${payment}`,
    payload: { gateway, payment },
    runAt: now,
  });

/**
 * Money for a payment of which we know nothing (made in the gateway's own pages, or lost by us) goes to suspense with no deal, and
 * stays there until staff send it back, or until they have had time enough to.
 */
export const lookAtForeign = (db: Database, gateways: Gateways): JobHandler => ({
  kind: "payment.look_foreign",
  neverGivenUp: true,
  async run(payload, now) {
    const gateway = gatewayOf(gateways, String(payload.gateway));
    const payment = String(payload.payment);
    const report = await gateway.look(payment);
    if (!report.ok) return report.error.kind === "not_found" ? "done" : tryAgain(report.error, now);
    for (const capture of report.value.captures)
      await db.transaction((tx) => bookForeign(tx, gateway.name, payment, capture, now));
    return "done";
  },
});

async function bookForeign(
  tx: Queryable,
  gateway: string,
  payment: string,
  capture: Capture,
  now: Instant,
): Promise<void> {
  const id = newId("capture", now, shardOfForeign(payment));
  const isNew = await insertCapture(tx, {
    ...{ id, payment: null, deal: null, foreignPayment: payment, ...captureAt(gateway, capture) },
    ...{ disposition: "suspense", why: "unknown_payment" },
  });
  if (!isNew) return;
  mustBePosted(await post(tx, [intoSuspense({ id, deal: null, gateway, amount: capture.amount })], now));
  await addWatch(tx, id, now);
  await record(tx, now, {
    actor: "provider",
    provider: gateway,
    actorId: null,
    action: "payment.unknown",
    subject: id,
    reason: "money came in for a payment that we know nothing of",
    detail: { payment, reference: capture.reference },
  });
}
