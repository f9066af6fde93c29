import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type SessionView = {
  readonly id: Id<"session">;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly network: string | null;
  readonly agent: string | null;
};

type Row = {
  id: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  network: string | null;
  agent: string | null;
};

const MOST = 200;

/** The open sessions of a user, the latest used first. */
export async function sessionsOf(db: Queryable, user: UserId, now: Instant): Promise<SessionView[]> {
  const rows = await db.query<Row>(
    `select id, created_at, last_seen_at, expires_at, network, agent from identity.session
      where user_id = $1 and state = 'open' and expires_at > $2 order by last_seen_at desc, id limit $3`,
    [uuidOf(user), timestamp(now), MOST],
  );
  return rows.map((row) => ({
    ...{ id: idOf("session", row.id), network: row.network, agent: row.agent },
    ...{ createdAt: row.created_at, lastSeenAt: row.last_seen_at, expiresAt: row.expires_at },
  }));
}

/** It was used, and lasts on: to `until`, but never beyond its own end. */
export async function touchSession(db: Queryable, id: Id<"session">, now: Instant, until: Instant): Promise<void> {
  await db.query(
    `update identity.session
        set last_seen_at = $2, expires_at = case when ends_at is null then expires_at else least(ends_at, $3::timestamptz) end
      where id = $1`,
    [uuidOf(id), timestamp(now), timestamp(until)],
  );
}

/** Whether there was one to end. Only the user's own. */
export async function endSessionById(tx: Queryable, user: UserId, id: Id<"session">): Promise<boolean> {
  const ended = await tx.query("delete from identity.session where id = $1 and user_id = $2 returning id", [
    uuidOf(id),
    uuidOf(user),
  ]);
  return ended.length === 1;
}

/** Ends all sessions of a user but one, and answers how many. Null ends all. */
export async function endSessionsOf(tx: Queryable, user: UserId, but: Id<"session"> | null): Promise<number> {
  const ended = await tx.query(
    "delete from identity.session where user_id = $1 and id is distinct from $2::uuid returning id",
    [uuidOf(user), but && uuidOf(but)],
  );
  return ended.length;
}

/** Counts one try at the second factor; false when the session has had its tries, or is none that waits for it. */
export async function countTry(db: Queryable, id: Id<"session">, most: number): Promise<boolean> {
  const counted = await db.query(
    `update identity.session set tries = tries + 1
      where id = $1 and state = 'second_factor_pending' and tries < $2 returning id`,
    [uuidOf(id), most],
  );
  return counted.length === 1;
}

export async function networkIsKnown(tx: Queryable, user: UserId, network: string, now: Instant): Promise<void> {
  await tx.query(
    `insert into identity.known_network (user_id, network, last_used_at) values ($1, $2, $3)
     on conflict (user_id, network) do update set last_used_at = excluded.last_used_at`,
    [uuidOf(user), network, timestamp(now)],
  );
}

/** Whether the user has signed in from there before. */
export async function knowsNetwork(db: Queryable, user: UserId, network: string): Promise<boolean> {
  const row = await db.maybe("select user_id from identity.known_network where user_id = $1 and network = $2", [
    uuidOf(user),
    network,
  ]);
  return row !== null;
}
