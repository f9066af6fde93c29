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
  /** One name per subscription, kept with announcements that wait for it: never given to another one. */
  readonly name: string;
  readonly topic: string;
  /** It moves money: after the growing pauses it is tried on every hour rather than given up. */
  readonly neverGivenUp?: true;
  readonly hear: (tx: Tx, payload: Record<string, unknown>, now: Instant) => Promise<void>;
};

/** Seconds between attempts grow twofold up to an hour; after so many staff are told, and most rows are given up. */
const ATTEMPTS = 12;
const BATCH = 50;

/** Writes an announcement in the caller's transaction. */
export async function announce(tx: Queryable, now: Instant, { shard, topic, payload }: Announcement): Promise<void> {
  await tx.query(
    "insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at) values ($1, $2, $3, $4, $5, $5)",
    [shard, newRowId(now, shard), topic, JSON.stringify(payload), timestamp(now)],
  );
}

type Row = {
  shard: number;
  id: string;
  topic: string;
  payload: Record<string, unknown>;
  attempts: number;
  subscriber: string | null;
  last_error: string | null;
};

/**
 * Tells waiting announcements to their subscribers, oldest first, each in a transaction of its own; returns how many were
 * told. Claimed by what is left to do, never by a cursor, so that a row that commits late is not missed.
 */
export async function relay(db: Database, subscriptions: readonly Subscription[], now: Instant): Promise<number> {
  requireNames(subscriptions);
  let told = 0;
  for (let room = BATCH; room > 0; ) {
    const rows = await countAttempt(db, room, now);
    if (rows.length === 0) break;
    room -= rows.length;
    for (const row of rows) if (await tell(db, subscriptions, row, now)) told += 1;
  }
  return told;
}

/**
 * The attempt is counted before the try, so that an announcement that kills its process is seen to. One that was tried before is
 * taken alone: what died beside it is not blamed for it.
 */
async function countAttempt(db: Database, most: number, now: Instant): Promise<Row[]> {
  const untried = await count(db, "attempts = 0", most, now);
  return untried.length > 0 ? untried : await count(db, "attempts > 0", 1, now);
}

async function count(db: Database, tried: "attempts = 0" | "attempts > 0", most: number, now: Instant): Promise<Row[]> {
  const rows = await db.query<Row & { run_at: Instant }>(
    `with due as materialized (
       select shard, id from runtime.outbox where run_at <= $1 and dead_at is null and ${tried}
        order by run_at, id limit $2 for update skip locked)
     update runtime.outbox o set attempts = o.attempts + 1
       from due
      where o.shard = due.shard and o.id = due.id
     returning o.shard, o.id, o.topic, o.payload, o.attempts, o.subscriber, o.last_error, o.run_at`,
    [timestamp(now), most],
  );
  return rows.sort((a, b) => a.run_at - b.run_at || (a.id < b.id ? -1 : 1));
}

/** Whether this call has seen to the row; false when another worker has it or had it. */
async function tell(db: Database, subscriptions: readonly Subscription[], row: Row, now: Instant): Promise<boolean> {
  const listening = subscriptions.filter(({ name, topic }) =>
    row.subscriber === null ? topic === row.topic : name === row.subscriber,
  );
  if (row.attempts > ATTEMPTS && row.last_error === null)
    return await putOff(db, row, listening, "it ended the process that told it", now);
  try {
    if (row.subscriber !== null && listening.length === 0) throw new Error(`nobody is called ${row.subscriber}`);
    return await db.transaction(async (tx) => {
      if (!(await take(tx, row))) return false;
      for (const { hear } of listening) await hear(tx, row.payload, now);
      return true;
    });
  } catch (error) {
    if (listening.length > 1) return await split(db, row, listening, now);
    return await putOff(db, row, listening, String(error), now);
  }
}

async function take(tx: Tx, { shard, id }: Row): Promise<boolean> {
  const taken = await tx.query(
    `delete from runtime.outbox where (shard, id) = (
       select shard, id from runtime.outbox where shard = $1 and id = $2 and dead_at is null for update skip locked) returning id`,
    [shard, id],
  );
  return taken.length === 1;
}

/** One of several could not bear it: from now on each is told by itself, so that it holds none of the others up. */
async function split(db: Database, row: Row, listening: readonly Subscription[], now: Instant): Promise<true> {
  await db.transaction(async (tx) => {
    if (!(await take(tx, row))) return;
    await tx.query(
      `insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at, subscriber)
       select $1::smallint, u.id, $3::text, $4::jsonb, $5::timestamptz, $5::timestamptz, u.name from unnest($2::uuid[], $6::text[]) u(id, name)`,
      [
        row.shard,
        listening.map(() => newRowId(now, row.shard)),
        row.topic,
        JSON.stringify(row.payload),
        timestamp(now),
        listening.map(({ name }) => name),
      ],
    );
  });
  return true;
}

/** Later, with growing pauses; after many attempts staff are told once, and what moves no money is given up. */
async function putOff(
  db: Database,
  row: Row,
  listening: readonly Subscription[],
  why: string,
  now: Instant,
): Promise<true> {
  const over = row.attempts >= ATTEMPTS;
  const dead = over && !listening.some(({ neverGivenUp }) => neverGivenUp);
  await db.transaction(async (tx) => {
    await tx.query(
      `update runtime.outbox set run_at = $3, last_error = $4, dead_at = $5
        where shard = $1 and id = $2`,
      [
        row.shard,
        row.id,
        timestamp(after(now, seconds(Math.min(2 ** row.attempts, 3600)))),
        why.slice(0, 2000),
        dead ? timestamp(now) : null,
      ],
    );
    if (over && row.attempts === ATTEMPTS)
      await tellStaff(tx, now, { shard: row.shard, what: row.subscriber ?? row.topic, id: row.id, why, dead });
  });
  return true;
}

export type Stuck = {
  readonly shard: Shard;
  /** The kind of the job, or who could not bear an announcement. */
  readonly what: string;
  readonly id: string;
  readonly why: string;
  readonly dead: boolean;
};

const STUCK = "work.stuck";

/** Announces that something does not get on, for the audit log; nothing is announced about such an announcement itself. */
export async function tellStaff(tx: Queryable, now: Instant, { shard, ...payload }: Stuck): Promise<void> {
  if (payload.what === STUCK) return;
  await announce(tx, now, { shard, topic: STUCK, payload: { ...payload, why: payload.why.slice(0, 500) } });
}

/** Two subscriptions of one name would take each other's announcements. */
function requireNames(subscriptions: readonly Subscription[]): void {
  const names = new Set(subscriptions.map(({ name }) => name));
  if (names.size < subscriptions.length || names.has("") || [...names].some((name) => typeof name !== "string"))
    throw new Error("every subscription needs a name of its own");
}

const newRowId = (now: Instant, shard: Shard): string => uuidOf(makeId("job", now, randomBytes(9), shard));

/** When something waits to be told or done next, by the application's clock; null when nothing waits. */
export async function nextDue(db: Queryable): Promise<Instant | null> {
  const { at } = await db.one<{ at: Instant | null }>(
    `select least((select min(run_at) from runtime.outbox where dead_at is null), (select min(run_at) from runtime.job where dead_at is null)) as at`,
  );
  return at;
}
