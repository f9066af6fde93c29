import { randomBytes } from "node:crypto";
import { makeId, type Shard, uuidOf } from "@amana/core/ids";
import { after, type Instant, seconds } from "@amana/core/time";
import { type Database, type Queryable, type Tx, timestamp } from "#runtime/database";

/** Something that happened, told to whoever subscribes once the transaction that made it so has committed. */
export type Announcement = {
  readonly shard: Shard;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What a module does when it hears of something: in one transaction with the row's removal, so exactly once. */
export type Subscription = {
  readonly topic: string;
  readonly hear: (tx: Tx, payload: Record<string, unknown>, now: Instant) => Promise<void>;
};

/** Seconds between attempts grow twofold up to an hour; after so many the row is left for staff. */
const ATTEMPTS = 12;
const BATCH = 50;

/** Writes an announcement in the caller's transaction. */
export async function announce(tx: Queryable, now: Instant, { shard, topic, payload }: Announcement): Promise<void> {
  await tx.query(
    "insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at) values ($1, $2, $3, $4, $5, $5)",
    [shard, uuidOf(makeId("job", now, randomBytes(9), shard)), topic, JSON.stringify(payload), timestamp(now)],
  );
}

type Row = { shard: number; id: string; topic: string; payload: Record<string, unknown>; attempts: number };

/**
 * Tells waiting announcements to their subscribers, oldest first, each in a transaction of its own; returns how many were
 * told. Claimed by what is left to do, never by a cursor, so that a row that commits late is not missed.
 */
export async function relay(db: Database, subscriptions: readonly Subscription[], now: Instant): Promise<number> {
  let told = 0;
  for (let room = BATCH; room > 0; room--) {
    const row = await tellOne(db, subscriptions, now);
    if (row === null) break;
    told += 1;
  }
  return told;
}

async function tellOne(db: Database, subscriptions: readonly Subscription[], now: Instant): Promise<Row | null> {
  let claimed: Row | null = null;
  try {
    return await db.transaction(async (tx) => {
      claimed = await tx.maybe<Row>(
        `delete from runtime.outbox where (shard, id) = (
           select shard, id from runtime.outbox where run_at <= $1 and dead_at is null
            order by run_at, id limit 1 for update skip locked)
         returning shard, id, topic, payload, attempts`,
        [timestamp(now)],
      );
      if (!claimed) return null;
      for (const { topic, hear } of subscriptions) {
        if (topic === claimed.topic) await hear(tx, claimed.payload, now);
      }
      return claimed;
    });
  } catch (error) {
    if (!claimed) throw error;
    await putOff(db, claimed, error, now);
    return claimed;
  }
}

async function putOff(db: Database, row: Row, error: unknown, now: Instant): Promise<void> {
  const attempts = row.attempts + 1;
  const again = after(now, seconds(Math.min(2 ** attempts, 3600)));
  await db.query(
    `update runtime.outbox set attempts = $3, run_at = $4, last_error = $5, dead_at = $6 where shard = $1 and id = $2`,
    [
      row.shard,
      row.id,
      attempts,
      timestamp(again),
      String(error).slice(0, 2000),
      attempts >= ATTEMPTS ? timestamp(now) : null,
    ],
  );
}

/** When something waits to be told or done next, by the application's clock; null when nothing waits. */
export async function nextDue(db: Queryable): Promise<Instant | null> {
  const { at } = await db.one<{ at: Instant | null }>(
    `select least((select min(run_at) from runtime.outbox where dead_at is null), (select min(run_at) from runtime.job where dead_at is null)) as at`,
  );
  return at;
}
