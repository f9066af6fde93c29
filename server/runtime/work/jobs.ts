import { randomBytes, randomUUID } from "node:crypto";
import { makeId, type Shard, uuidOf } from "@amana/core/ids";
import { after, type Duration, type Instant, minutes, seconds } from "@amana/core/time";
import { type Database, type Queryable, timestamp } from "#runtime/database";
import { tellStaff } from "./outbox.ts";

export type JobRequest = {
  readonly shard: Shard;
  readonly kind: string;
  /** One job per key: asking again for a job that waits makes it due no later. A function of our own ids. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly runAt: Instant;
};

/** `again`: not finished, look once more then. A thrown error is tried again with growing pauses. */
export type JobOutcome = "done" | { readonly again: Instant };

export type JobHandler = {
  readonly kind: string;
  /** It moves money: after the growing pauses it is tried on every hour rather than given up. */
  readonly neverGivenUp?: true;
  /** May run twice: after a crash, or when a worker was paused past its lease. Everything it does must bear that. */
  readonly run: (payload: Record<string, unknown>, now: Instant, attempt: number) => Promise<JobOutcome>;
};

/**
 * What follows from a call to the outside that did not say what was asked: once more when they said so, else a failure of the job,
 * so that the pauses grow and staff see it in the end.
 */
export function tryAgain(
  refusal: { readonly kind: string; readonly retryAfterSeconds?: number },
  now: Instant,
): { again: Instant } {
  if (refusal.kind === "try_later") return { again: after(now, seconds(refusal.retryAfterSeconds ?? 5)) };
  throw new Error(JSON.stringify(refusal));
}

/** So long a call that nobody has heard an answer to may still be on its way: many times its own limit and a job's lease. */
export const ON_ITS_WAY = minutes(15);

/** Whether the attempt before this one may still come through: a refusal of this one then decides nothing. */
export const mayBeOnItsWay = (before: Instant | null, now: Instant): boolean =>
  before !== null && now - before < ON_ITS_WAY;

const LEASE_SECONDS = 60;
const ATTEMPTS = 20;
const LONGEST_PAUSE: Duration = seconds(3600);

/** Adds a job in the caller's transaction, so that it exists exactly when what needs it exists. */
export async function addJob(tx: Queryable, now: Instant, job: JobRequest): Promise<void> {
  await tx.query(
    `insert into runtime.job as waiting (shard, id, kind, key, payload, run_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (shard, key) do update set
       run_at = case when waiting.lease is null then least(waiting.run_at, excluded.run_at) else waiting.run_at end,
       again_at = case when waiting.lease is null then null else least(waiting.again_at, excluded.run_at) end,
       attempts = case when waiting.dead_at is null then waiting.attempts else 0 end,
       dead_at = null`,
    [
      job.shard,
      uuidOf(makeId("job", now, randomBytes(9), job.shard)),
      job.kind,
      job.key,
      JSON.stringify(job.payload),
      timestamp(job.runAt),
    ],
  );
}

type Row = {
  shard: number;
  id: string;
  kind: string;
  key: string;
  payload: Record<string, unknown>;
  attempts: number;
  /** It was taken from a worker that had not finished it. */
  abandoned: boolean;
};

/** Runs jobs that are due, so many at once; returns how many were run. Workers never share one: a lease says whose it is. */
export async function runDueJobs(
  db: Database,
  handlers: readonly JobHandler[],
  clock: () => Instant,
  most = 50,
  atOnce = 1,
): Promise<number> {
  const lease = randomUUID();
  const kinds = handlers.map(({ kind }) => kind);
  const count = { begun: 0, ran: 0 };
  const lane = async (): Promise<void> => {
    while (count.begun < most) {
      count.begun += 1;
      const job = await claim(db, lease, kinds, clock());
      if (!job) return;
      await runOne(db, handlers, job, lease, clock);
      count.ran += 1;
    }
  };
  // A lane that fails does not leave the jobs of the others behind unwatched.
  for (const end of await Promise.allSettled(Array.from({ length: atOnce }, lane)))
    if (end.status === "rejected") throw end.reason;
  return count.ran;
}

/**
 * The counter of attempts is raised with the claim, before the try: a job that kills its worker is seen to. Materialized, since a
 * subquery that PostgreSQL puts on the inner side of a nested loop is run again for each outer row, and skips what it locked before.
 */
async function claim(db: Database, lease: string, kinds: readonly string[], now: Instant): Promise<Row | null> {
  return await db.maybe<Row>(
    `with due as materialized (
       select shard, id, lease is not null as abandoned from runtime.job
        where run_at <= $3 and dead_at is null and kind = any ($4) and (lease is null or leased_until < now())
        order by run_at, id limit 1 for update skip locked)
     update runtime.job j set lease = $1, leased_until = now() + make_interval(secs => $2), attempts = j.attempts + 1, again_at = null
       from due
      where j.shard = due.shard and j.id = due.id
      returning j.shard, j.id, j.kind, j.key, j.payload, j.attempts, due.abandoned`,
    [lease, LEASE_SECONDS, timestamp(now), kinds],
  );
}

async function runOne(
  db: Database,
  handlers: readonly JobHandler[],
  job: Row,
  lease: string,
  clock: () => Instant,
): Promise<void> {
  const handler = handlers.find(({ kind }) => kind === job.kind);
  if (!handler) throw new Error(`nobody does ${job.kind}`);
  try {
    if (job.abandoned && job.attempts > ATTEMPTS) throw new Error("it ended the worker that ran it, again and again");
    const outcome = await handler.run(job.payload, clock(), job.attempts);
    await finish(db, job, lease, outcome);
  } catch (error) {
    await fail(db, handler, job, lease, error, clock());
  }
}

/** Only the holder of the lease may finish a job: a worker that slept past its lease changes nothing. */
async function finish(db: Database, job: Row, lease: string, outcome: JobOutcome): Promise<void> {
  if (outcome === "done") {
    const gone = await db.query(
      "delete from runtime.job where shard = $1 and id = $2 and lease = $3 and again_at is null returning id",
      [job.shard, job.id, lease],
    );
    if (gone.length > 0) return;
  }
  await db.query(
    `update runtime.job set run_at = coalesce(least(again_at, $4), run_at), again_at = null, attempts = 0, lease = null, leased_until = null, last_error = null
      where shard = $1 and id = $2 and lease = $3`,
    [job.shard, job.id, lease, outcome === "done" ? null : timestamp(outcome.again)],
  );
}

/** Later, with growing pauses; after many attempts staff are told once, and what moves no money is given up. */
async function fail(
  db: Database,
  { neverGivenUp }: JobHandler,
  job: Row,
  lease: string,
  error: unknown,
  now: Instant,
): Promise<void> {
  const pause = Math.min(seconds(2 ** Math.min(job.attempts, 12)), LONGEST_PAUSE);
  const why = String(error instanceof Error ? error.stack : error);
  const dead = job.attempts >= ATTEMPTS && !neverGivenUp;
  await db.transaction(async (tx) => {
    const mine = await tx.query(
      `update runtime.job set run_at = coalesce(least(again_at, $4), $4), again_at = null, lease = null, leased_until = null, last_error = $5,
              dead_at = $6
        where shard = $1 and id = $2 and lease = $3 returning id`,
      [job.shard, job.id, lease, timestamp(after(now, pause)), why.slice(0, 4000), dead ? timestamp(now) : null],
    );
    if (mine.length === 1 && (job.attempts === ATTEMPTS || (dead && job.abandoned)))
      await tellStaff(tx, now, { shard: job.shard, what: job.kind, id: job.key, why, dead });
  });
}

export type WaitingJob = {
  readonly runAt: Instant;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly givenUp: boolean;
};

/** The jobs that wait under these keys, for pages that say when something is next looked at. */
export async function jobsOf(db: Queryable, keys: readonly string[]): Promise<ReadonlyMap<string, WaitingJob>> {
  const rows = await db.query<{
    key: string;
    run_at: Instant;
    attempts: number;
    last_error: string | null;
    dead: boolean;
  }>("select key, run_at, attempts, last_error, dead_at is not null as dead from runtime.job where key = any ($1)", [
    keys,
  ]);
  return new Map(
    rows.map(({ key, run_at, attempts, last_error, dead }) => [
      key,
      { runAt: run_at, attempts, lastError: last_error, givenUp: dead },
    ]),
  );
}
