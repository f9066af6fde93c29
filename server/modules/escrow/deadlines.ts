import { type DeadlineKind, type Deal, deadlineOf, lapse, processOf, step } from "@amana/core/escrow";
import { type DealId, shardOf } from "@amana/core/ids";
import { expectOk, ok, type Result, refuse } from "@amana/core/result";
import { after, hours, type Instant, minutes } from "@amana/core/time";
import { record } from "#modules/audit";
import type { Database, Queryable } from "#runtime/database";
import { announce } from "#runtime/work";
import { type AdvanceRefusal, advance } from "./advance.ts";
import { apply, claimDue, type Decided, putOff, readDeal, type Verdict } from "./store.ts";

const BATCH = 100;
/** How long a provider has for each answer, and how often it is asked before the deadline acts without one: six hours in all. */
const PATIENCE = minutes(10);
const MOST_ASKS = 36;

/**
 * Acts on deadlines that are due, in the order in which they fell due. Where the process says so, the gateway or carrier is
 * asked first: the deadline is announced and whoever can ask answers with `lapseDeadline`. Answers how many were seen to.
 */
export async function sweepDeadlines(db: Database, now: Instant): Promise<number> {
  return await db.transaction(async (tx) => {
    const due = await claimDue(tx, now, BATCH);
    const lapsing: Decided[] = [];
    for (const deal of due) {
      const form = deadlineOf(processOf(deal.process, deal.processVersion), deal.state);
      if (form?.asks && deal.asks < MOST_ASKS) await ask(tx, deal, form.asks, now);
      else lapsing.push(decided(deal, now));
    }
    const verdicts = lapsing.length > 0 ? await apply(tx, lapsing, now) : [];
    for (const [index, verdict] of verdicts.entries())
      if (verdict !== "done") await setAside(tx, lapsing[index]?.before, verdict, now);
    return due.length;
  });
}

/** The provider has been asked and knows nothing that would keep the deadline from acting. */
export async function lapseDeadline(
  db: Queryable,
  id: DealId,
  kind: DeadlineKind,
  now: Instant,
): Promise<Result<Deal, AdvanceRefusal>> {
  const deal = await readDeal(db, id);
  if (!deal) return refuse("no_such_deal");
  if (deal.deadline?.kind !== kind) return ok(deal);
  return await advance(db, id, lapse(deal.deadline), now);
}

async function ask(tx: Queryable, deal: Deal, whom: "gateway" | "carrier", now: Instant): Promise<void> {
  await putOff(tx, deal.id, after(now, PATIENCE));
  const payload = { deal: deal.id, kind: deal.deadline?.kind, whom, dueAt: deal.deadline?.dueAt };
  await announce(tx, now, { shard: shardOf(deal.id), topic: "deadline.due", payload });
}

/** A deadline that the ledger refuses waits for staff, and keeps neither the others nor the worker busy. */
async function setAside(tx: Queryable, deal: Deal | undefined, verdict: Verdict, now: Instant): Promise<void> {
  if (!deal) throw new Error(`a verdict of ${verdict} for no deal`);
  await putOff(tx, deal.id, after(now, hours(24)));
  await record(tx, now, {
    actor: "system",
    actorId: null,
    action: "deadline.not_met",
    subject: deal.id,
    reason: verdict,
    detail: { kind: deal.deadline?.kind },
  });
}

function decided(deal: Deal, now: Instant): Decided {
  if (!deal.deadline) throw new Error(`${deal.id} was claimed without a deadline`);
  const result = step(processOf(deal.process, deal.processVersion), deal, lapse(deal.deadline), now);
  return { before: deal, step: expectOk(result, deal.id), key: null, actorId: null, note: null };
}
