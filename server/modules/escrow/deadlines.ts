import { setTimeout as pause } from "node:timers/promises";
import { type DeadlineKind, type Deal, deadlineOf, lapse, processOf, step } from "@amana/core/escrow";
import type { DealId } from "@amana/core/ids";
import { expectOk, ok, type Result, refuse } from "@amana/core/result";
import { after, hours, type Instant, minutes } from "@amana/core/time";
import { record } from "#modules/audit";
import { type Database, isLost, isWorthAnotherTry, type Queryable } from "#runtime/database";
import { type AdvanceRefusal, advance } from "./advance.ts";
import { apply, askFirst, claimDue, type Decided, putOff, type Question, readDeal } from "./store.ts";

const BATCH = 500;
/** How long a provider has for each answer, and how often it is asked before the deadline acts without one: six hours in all. */
const PATIENCE = minutes(10);
const MOST_ASKS = 36;

export type Sweeping = {
  readonly db: Database;
  readonly now: () => Instant;
  /** How many deadlines a worker acts on in a second at most, so that what an outage left does not push everything else aside. */
  readonly perSecond: number;
  /** Milliseconds of a clock that nobody sets. */
  readonly ticks?: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
};

/** Acts on what is due, batch by batch and at a bounded rate; answers how many were seen to. */
export function deadlineSweep({
  db,
  now,
  perSecond,
  ticks = () => performance.now(),
  wait = pause,
}: Sweeping): () => Promise<number> {
  const bucket = { allowance: perSecond, at: ticks() };
  return async () => {
    const at = ticks();
    bucket.allowance = Math.min(perSecond, bucket.allowance + ((at - bucket.at) * perSecond) / 1000);
    bucket.at = at;
    if (bucket.allowance < 1) await wait(Math.ceil(((1 - bucket.allowance) * 1000) / perSecond));
    const seen = await sweepDeadlines(db, now(), Math.max(1, Math.min(BATCH, Math.floor(bucket.allowance))));
    bucket.allowance -= seen;
    return seen;
  };
}

/**
 * Acts on deadlines that are due, in the order in which they fell due. Where the process says so, the gateway or carrier is
 * asked first: the deadline is announced and whoever can ask answers with `lapseDeadline`. A batch that fails is tried again by its
 * first half, until the one that cannot be met stands alone and is set aside. Answers how many were seen to.
 */
export async function sweepDeadlines(db: Database, now: Instant, most: number = BATCH): Promise<number> {
  try {
    return await db.transaction((tx) => actOn(tx, now, most));
  } catch (error) {
    if (isLost(error) || isWorthAnotherTry(error)) throw error;
    if (most > 1) return await sweepDeadlines(db, now, most >> 1);
    return await db.transaction(async (tx) => {
      const due = await claimDue(tx, now, 1);
      for (const deal of due) await setAside(tx, deal, String(error), now);
      return due.length;
    });
  }
}

async function actOn(tx: Queryable, now: Instant, most: number): Promise<number> {
  const due = await claimDue(tx, now, most);
  const questions = due.flatMap((deal) => questionOf(deal));
  const asked = new Set(questions.map(({ deal }) => deal));
  if (questions.length > 0) await askFirst(tx, questions, now, after(now, PATIENCE));
  const lapsing = due.filter(({ id }) => !asked.has(id)).map((deal) => decided(deal, now));
  const verdicts = lapsing.length > 0 ? await apply(tx, lapsing) : [];
  for (const [index, verdict] of verdicts.entries()) {
    const deal = lapsing[index]?.before;
    if (verdict !== "done" && deal) await setAside(tx, deal, verdict, now);
  }
  return due.length;
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

function questionOf(deal: Deal & { readonly asks: number }): Question[] {
  const form = deadlineOf(processOf(deal.process, deal.processVersion), deal.state);
  if (!form?.asks || !deal.deadline || deal.asks >= MOST_ASKS) return [];
  return [{ deal: deal.id, kind: deal.deadline.kind, whom: form.asks, dueAt: deal.deadline.dueAt }];
}

/** A deadline that cannot be met waits for staff, and keeps neither the others nor the worker busy. */
async function setAside(tx: Queryable, deal: Deal, reason: string, now: Instant): Promise<void> {
  await putOff(tx, deal.id, after(now, hours(24)));
  await record(tx, now, {
    actor: "system",
    actorId: null,
    action: "deadline.not_met",
    subject: deal.id,
    reason: reason.slice(0, 500),
    detail: { kind: deal.deadline?.kind },
  });
}

function decided(deal: Deal, now: Instant): Decided {
  if (!deal.deadline) throw new Error(`${deal.id} was claimed without a deadline`);
  const result = step(processOf(deal.process, deal.processVersion), deal, lapse(deal.deadline), now);
  return { before: deal, step: expectOk(result, deal.id), key: null, actorId: null, note: null };
}
