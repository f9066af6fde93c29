import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import { type Keyring, placeIn, type SealedColumn, seal, unseal } from "#runtime/secrets";

const secretsIn = <const Table extends "totp" | "totp_enrolment">(table: Table) =>
  ({
    name: `identity.${table}:secret`,
    table: `identity.${table}`,
    column: "secret",
    key: "user_id",
    rowId: (uuid: string): string => idOf("user", uuid),
  }) as const satisfies SealedColumn;
/** The secrets that authenticator apps share with us. */
export const AUTHENTICATOR_SECRETS = secretsIn("totp");
/** Those that wait for their first code. */
export const ENROLMENT_SECRETS = secretsIn("totp_enrolment");

const placeOf = (user: UserId): string => placeIn(AUTHENTICATOR_SECRETS, user);
const placeOfEnrolment = (user: UserId): string => placeIn(ENROLMENT_SECRETS, user);

/** Whether signing in needs a code. */
export async function hasSecondFactor(db: Queryable, user: UserId): Promise<boolean> {
  return (await db.maybe("select user_id from identity.totp where user_id = $1", [uuidOf(user)])) !== null;
}

export async function totpSecretOf(db: Queryable, keys: Keyring, user: UserId): Promise<string | null> {
  const row = await db.maybe<{ secret: Buffer }>("select secret from identity.totp where user_id = $1", [uuidOf(user)]);
  return row && unseal(keys, placeOf(user), row.secret);
}

/** True for the first who comes with a step; false for the same step again, or an earlier one. */
export async function takeStep(db: Queryable, user: UserId, step: number): Promise<boolean> {
  const taken = await db.query(
    "update identity.totp set last_step = $2 where user_id = $1 and last_step < $2 returning user_id",
    [uuidOf(user), step],
  );
  return taken.length === 1;
}

export async function setTotp(
  tx: Queryable,
  keys: Keyring,
  user: UserId,
  { secret, step, now }: { readonly secret: string; readonly step: number; readonly now: Instant },
): Promise<void> {
  await tx.query(
    `insert into identity.totp (user_id, secret, confirmed_at, last_step) values ($1, $2, $3, $4)
     on conflict (user_id) do update
        set secret = excluded.secret, confirmed_at = excluded.confirmed_at, last_step = excluded.last_step`,
    [uuidOf(user), seal(keys, placeOf(user), secret), timestamp(now), step],
  );
}

/** Whether there was one. */
export async function deleteTotp(tx: Queryable, user: UserId): Promise<boolean> {
  const gone = await tx.query("delete from identity.totp where user_id = $1 returning user_id", [uuidOf(user)]);
  return gone.length === 1;
}

export async function insertEnrolment(
  tx: Queryable,
  keys: Keyring,
  user: UserId,
  secret: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `insert into identity.totp_enrolment (user_id, secret, created_at) values ($1, $2, $3)
     on conflict (user_id) do update set secret = excluded.secret, tries = 0, created_at = excluded.created_at`,
    [uuidOf(user), seal(keys, placeOfEnrolment(user), secret), timestamp(now)],
  );
}

/** The secret that waits for its first code, counting one try at it; null when there is none, it is too old, or was tried too often. */
export async function tryEnrolment(
  db: Queryable,
  keys: Keyring,
  user: UserId,
  { since, most }: { readonly since: Instant; readonly most: number },
): Promise<string | null> {
  const row = await db.maybe<{ secret: Buffer }>(
    `update identity.totp_enrolment set tries = tries + 1
      where user_id = $1 and created_at > $2 and tries < $3 returning secret`,
    [uuidOf(user), timestamp(since), most],
  );
  return row && unseal(keys, placeOfEnrolment(user), row.secret);
}

/** Whether there was one to end: of two who confirm it at once, one does. */
export async function deleteEnrolment(tx: Queryable, user: UserId): Promise<boolean> {
  const gone = await tx.query("delete from identity.totp_enrolment where user_id = $1 returning user_id", [
    uuidOf(user),
  ]);
  return gone.length === 1;
}
