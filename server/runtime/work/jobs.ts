import { randomBytes, randomUUID } from "node:crypto";
import { makeId, type Shard, uuidOf } from "@amana/core/ids";
import { after, type Duration, type Instant, seconds } from "@amana/core/time";
import { type Database, type Queryable, timestamp } from "#runtime/database";

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

type Row = { shard: number; id: string; kind: string; payload: Record<string, unknown>; attempts: number };

/** Runs jobs that are due, one after another; returns how many were run. Workers never share one: a lease says whose it is. */
export async function runDueJobs(
  db: Database,
  handlers: readonly JobHandler[],
  clock: () => Instant,
  most = 50,
): Promise<number> {
  const lease = randomUUID();
  for (let ran = 0; ran < most; ran++) {
    const job = await claim(
      db,
      lease,
      handlers.map(({ kind }) => kind),
      clock(),
    );
    if (!job) return ran;
    await runOne(db, handlers, job, lease, clock);
  }
  return most;
}

/** The counter of attempts is raised with the claim, before the try: a job that kills its worker is seen to. */
async function claim(db: Database, lease: string, kinds: readonly string[], now: Instant): Promise<Row | null> {
  return await db.maybe<Row>(
    `update runtime.job set lease = $1, leased_until = now() + make_interval(secs => $2), attempts = attempts + 1, again_at = null
      where (shard, id) = (
        select shard, id from runtime.job
         where run_at <= $3 and dead_at is null and kind = any ($4) and (lease is null or leased_until < now())
         order by run_at, id limit 1 for update skip locked)
      returning shard, id, kind, payload, attempts`,
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
    const outcome = await handler.run(job.payload, clock(), job.attempts);
    await finish(db, job, lease, outcome);
  } catch (error) {
    await fail(db, job, lease, error, clock());
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

async function fail(db: Database, job: Row, lease: string, error: unknown, now: Instant): Promise<void> {
  const pause = Math.min(seconds(2 ** Math.min(job.attempts, 12)), LONGEST_PAUSE);
  await db.query(
    `update runtime.job set run_at = coalesce(least(again_at, $4), $4), again_at = null, lease = null, leased_until = null, last_error = $5,
            dead_at = case when attempts >= $6 then $7::timestamptz end
      where shard = $1 and id = $2 and lease = $3`,
    [
      job.shard,
      job.id,
      lease,
      timestamp(after(now, pause)),
      String(error instanceof Error ? error.stack : error).slice(0, 4000),
      ATTEMPTS,
      timestamp(now),
    ],
  );
}
