import { parseId, shardOf } from "@amana/core/ids";
import { after, at, type Duration, days, type Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import type { Database, Queryable } from "#runtime/database";
import { addJob, type JobHandler, type JobOutcome } from "#runtime/work";
import { type CaptureId, markOverdue, readSuspense, type SuspenseItem } from "./capture-store.ts";
import { sendBack } from "./suspense.ts";

/** How long money of an unknown order waits for staff before it goes back to whoever paid it. */
export const SUSPENSE_HOLD = days(7);

/** So long staff have before what waits for them is overdue. */
const STAFF_TIME = days(3);

/** Money that nobody sends back at once is looked at on a day, so that it does not wait for ever. */
export const addWatch = (tx: Queryable, capture: CaptureId, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(capture),
    kind: "payment.suspense",
    key: watchKey(capture),
    payload: { capture, since: now },
    runAt: now,
  });

export const watchKey = (capture: string): string => `payment.suspense:${capture}`;

/**
 * Tells staff once that money in suspense has waited too long. That of an unknown order then goes back to whoever paid it, and is
 * sent again each time that the gateway has refused; whose that of an order is, only staff can say.
 */
export const watchSuspense = (db: Database, hold: Duration = SUSPENSE_HOLD): JobHandler => ({
  kind: "payment.suspense",
  neverGivenUp: true,
  async run(payload, now) {
    const id = parseId("capture", String(payload.capture));
    if (!id) throw new Error(`no capture in ${JSON.stringify(payload)}`);
    const since = at(Number(payload.since));
    return await db.transaction((tx) => watch(tx, id, { since, hold }, now));
  },
});

type Wait = { readonly since: Instant; readonly hold: Duration };

async function watch(tx: Queryable, id: CaptureId, { since, hold }: Wait, now: Instant): Promise<JobOutcome> {
  const item = await readSuspense(tx, id);
  if (!item || item.refund?.state === "succeeded" || item.refund?.state === "failed") return "done";
  if (item.refund) return { again: after(now, hold) };
  const overdueAt = after(since, Math.min(STAFF_TIME, hold));
  if (now < overdueAt) return { again: overdueAt };
  if (item.overdueSince === null) await alarm(tx, item, now);
  if (item.foreignPayment === null) return { again: after(now, hold) };
  const due = after(since, hold);
  if (now < due) return { again: due };
  await sendBack(tx, item, { actor: "system", actorId: null }, "nobody has said for which order it is", now);
  return { again: after(now, hold) };
}

async function alarm(tx: Queryable, { id, gateway, amount, why }: SuspenseItem, now: Instant): Promise<void> {
  await markOverdue(tx, id, now);
  await record(tx, now, {
    actor: "system",
    actorId: null,
    action: "suspense.overdue",
    subject: id,
    reason: why,
    detail: { gateway, amount: amount.minor.toString(), currency: amount.currency },
  });
}
