import { outlook, processOf } from "@amana/core/escrow";
import { type DealId, parseId, shardOf } from "@amana/core/ids";
import { reminderKey } from "@amana/core/notices";
import { nextReminder, reminderDue } from "@amana/core/reminders";
import type { Instant } from "@amana/core/time";
import { eventsOf, readDeal, readMoved } from "#modules/escrow";
import { orderOfDeal } from "#modules/orders";
import { type Database, type Tx, timestamp } from "#runtime/database";
import { addJob, type JobHandler, type Subscription } from "#runtime/work";
import { type Telling, tell } from "./tell.ts";

const REMIND = "notifications.remind";

/** A deal that has a deadline has one job that waits for its next reminder; the job itself finds out whether it is still one. */
export const waitToRemind: Subscription = {
  name: "wait to remind",
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const { deal: id } = readMoved(payload);
    const deal = await readDeal(tx, id);
    const next = deal?.deadline && nextReminder(deal.deadline.openedAt, deal.deadline.dueAt, now);
    if (!next || !turnOf(deal, now)) return;
    await addJob(tx, now, {
      ...{ shard: shardOf(id), kind: REMIND, key: `${REMIND}:${id}` },
      ...{ payload: { deal: id }, runAt: next },
    });
  },
};

/**
 * Reminds whoever's turn it is of the deadline that runs now. The deal is read anew: a reminder of what is done says nothing, and one of
 * a deadline is said once, however often the job runs.
 */
export const remind = (db: Database, telling: Telling): JobHandler => ({
  kind: REMIND,
  async run(payload, now) {
    const id = parseId("deal", String(payload.deal));
    if (!id) throw new Error(`no deal in ${JSON.stringify(payload)}`);
    const deal = await readDeal(db, id);
    if (!deal?.deadline || !turnOf(deal, now)) return "done";
    const { openedAt, dueAt } = deal.deadline;
    const due = reminderDue(openedAt, dueAt, now);
    if (due !== null && (await movedAt(db, id)) <= due)
      await db.transaction((tx) => sayIn(tx, telling, id, deal.revision, due, now));
    const next = nextReminder(openedAt, dueAt, now);
    return next === null ? "done" : { again: next };
  },
});

type Deal = NonNullable<Awaited<ReturnType<typeof readDeal>>>;

/** Whose turn it is, of the two who can be reminded. */
function turnOf(deal: Deal, now: Instant): "buyer" | "seller" | null {
  const { turn } = outlook(processOf(deal.process, deal.processVersion), deal, null, now);
  return turn === "buyer" || turn === "seller" ? turn : null;
}

/** A step after the moment of a reminder has answered it. */
async function movedAt(db: Database, id: DealId): Promise<Instant> {
  const last = (await eventsOf(db, id)).at(-1);
  if (!last) throw new Error(`${id} has no events`);
  return last.recordedAt;
}

async function sayIn(
  tx: Tx,
  telling: Telling,
  id: DealId,
  revision: number,
  due: Instant,
  now: Instant,
): Promise<void> {
  const deal = await readDeal(tx, id);
  const order = deal && (await orderOfDeal(tx, id));
  const side = deal && turnOf(deal, now);
  if (!deal?.deadline || deal.revision !== revision || !order || !side) return;
  const { kind, openedAt, dueAt } = deal.deadline;
  const { minor, currency } = side === "buyer" && kind === "inspection" ? deal.sellerReceives : deal.total;
  await tell(
    tx,
    telling,
    {
      user: deal[side],
      eventKey: `remind:${id}:${kind}:${openedAt}:${due}`,
      key: reminderKey(kind, side),
      params: { orderNumber: order.number, amount: { amount: Number(minor), currency }, dueAt: timestamp(dueAt) },
      order: order.id,
    },
    now,
  );
}
