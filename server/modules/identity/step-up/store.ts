import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import { isCurrency, type Money, money } from "@amana/core/money";
import { after, hours, type Instant, seconds } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { StepUpRequest } from "#runtime/http";

export type StepUpId = Id<"stepUp">;
export type Method = "totp" | "email";

export type StepUp = {
  readonly id: StepUpId;
  readonly user: UserId;
  readonly session: Id<"session">;
  readonly action: string;
  readonly amount: Money | null;
  readonly method: Method;
  readonly expiresAt: Instant;
};

/** Wrong codes that one challenge bears. */
export const TRIES = 5;
/** What is so close to its end is not offered once more. */
const TOO_LATE = seconds(120);
const FORGOTTEN_AFTER = hours(24);

type Row = {
  id: string;
  user_id: string;
  session_id: string;
  action: string;
  amount: bigint | null;
  currency: string | null;
  method: Method;
  expires_at: Instant;
};
const COLUMNS = "id, user_id, session_id, action, amount, currency, method, expires_at";

/** Challenges of one user are made one after the other. */
export async function lockUser(tx: Queryable, user: UserId): Promise<void> {
  await tx.query(`select from identity."user" where id = $1 for no key update`, [uuidOf(user)]);
}

export async function insertStepUp(tx: Queryable, made: StepUp, fingerprint: Buffer, now: Instant): Promise<void> {
  const { id, user, session, action, amount, method, expiresAt } = made;
  await tx.query(
    `insert into identity.step_up (${COLUMNS}, fingerprint, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[uuidOf(id), uuidOf(user), uuidOf(session), action, amount?.minor ?? null, amount?.currency ?? null, method],
      ...[timestamp(expiresAt), fingerprint, timestamp(now)],
    ],
  );
}

/** The challenge that was made for this very request and waits for its code. */
export async function openStepUp(tx: Queryable, request: StepUpRequest, method: Method): Promise<StepUp | null> {
  const { user, session, fingerprint, now } = request;
  const row = await tx.maybe<Row>(
    `select ${COLUMNS} from identity.step_up
      where user_id = $1 and session_id = $2 and fingerprint = $3 and method = $4 and confirmed_at is null
        and tries < ${TRIES} and expires_at > $5 order by id desc limit 1`,
    [uuidOf(user), uuidOf(session), fingerprint, method, timestamp(after(now, TOO_LATE))],
  );
  return row && stepUpOf(row);
}

/** How many challenges of a user nobody has confirmed since then. */
export async function unconfirmedSince(tx: Queryable, user: UserId, since: Instant): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    "select count(*)::int as count from identity.step_up where user_id = $1 and created_at > $2 and confirmed_at is null",
    [uuidOf(user), timestamp(since)],
  );
  return count;
}

/** Counts a try before the code is looked at, so that many at once are no more tries than one after the other. Null: none is left. */
export async function takeTry(
  db: Queryable,
  { id, user, session, now }: { id: StepUpId; user: UserId; session: Id<"session">; now: Instant },
): Promise<StepUp | null> {
  const row = await db.maybe<Row>(
    `update identity.step_up set tries = tries + 1
      where id = $1 and user_id = $2 and session_id = $3 and confirmed_at is null and tries < ${TRIES} and expires_at > $4
      returning ${COLUMNS}`,
    [uuidOf(id), uuidOf(user), uuidOf(session), timestamp(now)],
  );
  return row && stepUpOf(row);
}

/** False when another right code came first. */
export async function markConfirmed(tx: Queryable, id: StepUpId, now: Instant): Promise<boolean> {
  const row = await tx.maybe(
    "update identity.step_up set confirmed_at = $2 where id = $1 and confirmed_at is null returning id",
    [uuidOf(id), timestamp(now)],
  );
  return row !== null;
}

/** Uses a confirmation up for the very request that it was given for; false for any other, and for the second time. */
export async function useUp(db: Queryable, id: StepUpId, request: StepUpRequest): Promise<boolean> {
  const { user, session, fingerprint, need, now } = request;
  const row = await db.maybe(
    `update identity.step_up set used_at = $8
      where id = $1 and user_id = $2 and session_id = $3 and fingerprint = $4 and action = $5
        and amount is not distinct from $6 and currency is not distinct from $7
        and confirmed_at is not null and used_at is null and expires_at > $8
      returning id`,
    [
      ...[uuidOf(id), uuidOf(user), uuidOf(session), fingerprint, need.action],
      ...[need.amount?.minor ?? null, need.amount?.currency ?? null, timestamp(now)],
    ],
  );
  return row !== null;
}

export async function readStepUp(db: Queryable, id: StepUpId): Promise<StepUp | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from identity.step_up where id = $1`, [uuidOf(id)]);
  return row && stepUpOf(row);
}

/** What a session is asked to confirm by mail at the moment, the latest first. */
export async function openByMail(db: Queryable, session: Id<"session">, now: Instant): Promise<StepUp[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from identity.step_up
      where session_id = $1 and method = 'email' and confirmed_at is null and tries < ${TRIES} and expires_at > $2
      order by id desc limit 10`,
    [uuidOf(session), timestamp(now)],
  );
  return rows.map(stepUpOf);
}

export async function forgetOld(tx: Queryable, user: UserId, now: Instant): Promise<void> {
  const before = timestamp(after(now, -FORGOTTEN_AFTER));
  await tx.query("delete from identity.step_up where user_id = $1 and expires_at < $2", [uuidOf(user), before]);
}

const stepUpOf = (row: Row): StepUp => ({
  id: idOf("stepUp", row.id),
  user: idOf("user", row.user_id),
  session: idOf("session", row.session_id),
  action: row.action,
  amount:
    row.amount !== null && row.currency !== null && isCurrency(row.currency) ? money(row.amount, row.currency) : null,
  method: row.method,
  expiresAt: row.expires_at,
});
