import { type Id, idOf, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { accounts, type Entry, move } from "@amana/core/ledger";
import { type Currency, type Money, money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import { holdingsIn } from "#modules/wallets";
import { type Database, type Queryable, timestamp } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { lockPayee } from "./payee-store.ts";
import { moving, postAll } from "./purse.ts";

/** A debt that a user will not pay, borne by the marketplace: asked for by one of the staff and approved by another. */
export type WriteOff = {
  readonly id: Id<"writeOff">;
  readonly user: UserId;
  readonly amount: Money;
  readonly reason: string;
  readonly askedBy: UserId;
  readonly askedAt: Instant;
  readonly approvedBy: UserId | null;
  readonly approvedAt: Instant | null;
};

export type RefusedWriteOff =
  | "not_an_amount"
  | "more_than_is_owed"
  | "no_such_write_off"
  | "of_ones_own_debt"
  | "approved_by_who_asked"
  | "approved_before";

type Asked = Pick<WriteOff, "user" | "amount" | "reason" | "askedBy">;

/** Asks for a debt to be written off; moves nothing. */
export const askWriteOff = (db: Database, asked: Asked, now: Instant): Promise<Result<WriteOff, RefusedWriteOff>> =>
  db.transaction(async (tx) => {
    await lockPayee(tx, asked.user);
    const objection = await objectionTo(tx, asked, asked.askedBy);
    if (objection) return refuse(objection);
    const id = newIdBeside("writeOff", now, asked.user);
    const writeOff: WriteOff = { ...asked, id, askedAt: now, approvedBy: null, approvedAt: null };
    await tx.query(
      `insert into payouts.write_off (shard, id, user_id, currency, amount, reason, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        shardOf(id),
        uuidOf(id),
        uuidOf(asked.user),
        asked.amount.currency,
        asked.amount.minor,
        asked.reason,
        uuidOf(asked.askedBy),
        timestamp(now),
      ],
    );
    await note(tx, writeOff, "asked", asked.askedBy, now);
    return ok(writeOff);
  });

/** The entries that asking for a write-off, and another's approval, would lead to; keeps nothing. */
export async function previewAsk(
  db: Queryable,
  asked: Pick<Asked, "user" | "amount" | "askedBy">,
): Promise<Result<readonly Entry[], RefusedWriteOff>> {
  const objection = await objectionTo(db, asked, asked.askedBy);
  return objection ? refuse(objection) : ok(entriesOf(asked));
}

/** The entries that an approval would post; posts nothing. */
export async function previewWriteOff(
  db: Queryable,
  id: Id<"writeOff">,
  approver: UserId,
): Promise<Result<readonly Entry[], RefusedWriteOff>> {
  const writeOff = await approvable(db, id, approver);
  return writeOff.ok ? ok(entriesOf(writeOff.value)) : writeOff;
}

/** Approves and posts, once. Whoever asked, and whoever owes, may not. */
export const approveWriteOff = (
  db: Database,
  id: Id<"writeOff">,
  approver: UserId,
  now: Instant,
): Promise<Result<WriteOff, RefusedWriteOff>> =>
  db.transaction(async (tx) => {
    const stale = await readWriteOff(tx, id);
    if (!stale) return refuse("no_such_write_off");
    await lockPayee(tx, stale.user);
    const found = await approvable(tx, id, approver);
    if (!found.ok) return found;
    const { user, amount } = found.value;
    await tx.query("update payouts.write_off set approved_by = $3, approved_at = $4 where shard = $1 and id = $2", [
      shardOf(id),
      uuidOf(id),
      uuidOf(approver),
      timestamp(now),
    ]);
    const route = [accounts.chargebacks(), accounts.receivable(user)] as const;
    await postAll(tx, moving(user, "written_off", `written_off:${id}`, null, route, amount), now);
    await note(tx, found.value, "approved", approver, now);
    return ok({ ...found.value, approvedBy: approver, approvedAt: now });
  });

/** What giving a debt up posts. */
export const entriesOf = ({ user, amount }: Pick<WriteOff, "user" | "amount">): Entry[] =>
  move(accounts.chargebacks(), accounts.receivable(user), amount);

async function approvable(
  db: Queryable,
  id: Id<"writeOff">,
  approver: UserId,
): Promise<Result<WriteOff, RefusedWriteOff>> {
  const writeOff = await readWriteOff(db, id);
  if (!writeOff) return refuse("no_such_write_off");
  if (writeOff.approvedAt !== null) return refuse("approved_before");
  if (writeOff.askedBy === approver) return refuse("approved_by_who_asked");
  const objection = await objectionTo(db, writeOff, approver);
  return objection ? refuse(objection) : ok(writeOff);
}

async function objectionTo(
  db: Queryable,
  { user, amount }: Pick<WriteOff, "user" | "amount">,
  actor: UserId,
): Promise<RefusedWriteOff | null> {
  if (actor === user) return "of_ones_own_debt";
  if (amount.minor <= 0n) return "not_an_amount";
  const { owed } = await holdingsIn(db, user, amount.currency);
  return amount.minor > owed.minor ? "more_than_is_owed" : null;
}

type Row = {
  id: string;
  user_id: string;
  currency: Currency;
  amount: bigint;
  reason: string;
  asked_by: string;
  asked_at: Instant;
  approved_by: string | null;
  approved_at: Instant | null;
};

const WRITE_OFF = "id, user_id, currency, amount, reason, asked_by, asked_at, approved_by, approved_at";

export async function readWriteOff(db: Queryable, id: Id<"writeOff">): Promise<WriteOff | null> {
  const row = await db.maybe<Row>(`select ${WRITE_OFF} from payouts.write_off where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && writeOffOf(row);
}

/** What has been asked for and not approved, the oldest first. */
export async function openWriteOffs(db: Queryable, most: number): Promise<WriteOff[]> {
  const rows = await db.query<Row>(
    `select ${WRITE_OFF} from payouts.write_off where approved_at is null order by asked_at, id limit $1`,
    [most],
  );
  return rows.map(writeOffOf);
}

const writeOffOf = (row: Row): WriteOff => ({
  id: idOf("writeOff", row.id),
  user: idOf("user", row.user_id),
  amount: money(row.amount, row.currency),
  reason: row.reason,
  askedBy: idOf("user", row.asked_by),
  askedAt: row.asked_at,
  approvedBy: row.approved_by === null ? null : idOf("user", row.approved_by),
  approvedAt: row.approved_at,
});

const note = (
  tx: Queryable,
  { id, user, amount, reason }: WriteOff,
  what: "asked" | "approved",
  actor: UserId,
  now: Instant,
): Promise<void> =>
  record(tx, now, {
    actor: "staff",
    actorId: actor,
    action: `write_off.${what}`,
    subject: id,
    reason,
    detail: { user, amount: amount.minor.toString(), currency: amount.currency },
  });
