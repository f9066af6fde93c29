import { type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** Null when the user has none. With `lock`, it stays as it is until the transaction ends. */
export async function passwordHashOf(db: Queryable, user: UserId, lock: "share" | null = null): Promise<string | null> {
  const row = await db.maybe<{ hash: string }>(
    lock === "share"
      ? "select hash from identity.password where user_id = $1 for share"
      : "select hash from identity.password where user_id = $1",
    [uuidOf(user)],
  );
  return row?.hash ?? null;
}

export const hasPassword = async (db: Queryable, user: UserId): Promise<boolean> =>
  (await passwordHashOf(db, user)) !== null;

export async function setPasswordHash(tx: Queryable, user: UserId, hash: string, now: Instant): Promise<void> {
  await tx.query(
    `insert into identity.password (user_id, hash, set_at) values ($1, $2, $3)
     on conflict (user_id) do update set hash = excluded.hash, set_at = excluded.set_at`,
    [uuidOf(user), hash, timestamp(now)],
  );
}

/** The same password under a stronger hash, unless it was changed meanwhile. */
export async function replacePasswordHash(db: Queryable, user: UserId, before: string, hash: string): Promise<boolean> {
  const changed = await db.query(
    "update identity.password set hash = $3 where user_id = $1 and hash = $2 returning user_id",
    [uuidOf(user), before, hash],
  );
  return changed.length === 1;
}
