import { ok, type Result, refuse } from "@amana/core/result";
import { after, type Instant } from "@amana/core/time";
import type { CallRefusal } from "#ports/call";
import type { StatementSource } from "#ports/statement";
import type { Database } from "#runtime/database";
import { addJob, type JobHandler, tryAgain } from "#runtime/work";
import type { ReadStatement } from "./lines.ts";
import { reconcile } from "./reconcile.ts";
import { READ_AGAIN, type ReconciliationSettings, TOLERANCES } from "./settings.ts";
import type { RunRecord } from "./store.ts";

export type StatementSources = readonly StatementSource[];

const MOST_PAGES = 10_000;

/** Reads all pages of a period, then reconciles; of a statement that breaks off half-way nothing is kept. */
export async function fetchAndReconcile(
  db: Database,
  settings: ReconciliationSettings,
  source: StatementSource,
  period: { readonly from: Instant; readonly until: Instant },
  now: Instant,
): Promise<Result<RunRecord, CallRefusal>> {
  const statement = await readAll(source, period);
  return statement.ok ? ok(await reconcile(db, settings, statement.value, now)) : statement;
}

async function readAll(
  source: StatementSource,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<Result<ReadStatement, CallRefusal>> {
  const lines = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const read = await source.fetch({ from, until, cursor });
    if (!read.ok) return read;
    lines.push(...read.value.lines);
    cursor = read.value.next;
    if (cursor === null) return ok({ gateway: source.name, covers: source.covers, from, until, lines });
  }
  return refuse({ kind: "outcome_unknown", detail: `more than ${MOST_PAGES} pages` });
}

const DAY = 86_400_000;
/** Three in the morning in India, when the statements of the day before are complete. */
const HOUR_OF_DAY = 21.5 * 3_600_000;

/** The next moment of the day at which statements are read. */
export function nextReading(now: Instant): Instant {
  const today = now - (now % DAY) + HOUR_OF_DAY;
  return after(now, (today > now ? today : today + DAY) - now);
}

/** Reads the last days' statement of a gateway once a day, for ever. */
export const readDaily = (db: Database, sources: StatementSources, settings: ReconciliationSettings): JobHandler => ({
  kind: "reconciliation.daily",
  async run(payload, now) {
    const source = sources.find(({ name }) => name === payload.gateway);
    if (!source) return "done";
    const until = after(now, -TOLERANCES.weBookWithin);
    const done = await fetchAndReconcile(db, settings, source, { from: after(until, -READ_AGAIN), until }, now);
    return done.ok ? { again: nextReading(now) } : tryAgain(done.error, now);
  },
});

/** Sees that each gateway has its daily job; asked at every start. */
export async function scheduleReadings(db: Database, sources: StatementSources, now: Instant): Promise<void> {
  for (const { name } of sources)
    await addJob(db, now, {
      shard: 0,
      kind: "reconciliation.daily",
      key: `reconciliation.daily:${name}`,
      payload: { gateway: name },
      runAt: nextReading(now),
    });
}
