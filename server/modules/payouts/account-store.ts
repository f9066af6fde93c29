import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { AccountStatus } from "@amana/core/payout";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type BankAccountId = Id<"bankAccount">;

export type BankAccount = {
  readonly id: BankAccountId;
  readonly user: UserId;
  readonly holderName: string;
  readonly accountNumberSealed: Uint8Array;
  readonly last4: string;
  readonly ifsc: string;
  readonly kind: "savings" | "current";
  readonly status: AccountStatus;
  readonly primary: boolean;
  /** From when money may go there; null until it has been verified. */
  readonly usableFrom: Instant | null;
  readonly blockedReason: string | null;
  /** Since when the payout rail may know it. */
  readonly registeringSince: Instant | null;
  readonly addedAt: Instant;
};

type Row = {
  id: string;
  user_id: string;
  holder_name: string;
  account_number_sealed: Buffer;
  last4: string;
  ifsc: string;
  kind: "savings" | "current";
  status: AccountStatus;
  is_primary: boolean;
  usable_from: Instant | null;
  blocked_reason: string | null;
  registering_since: Instant | null;
  added_at: Instant;
};

const ACCOUNT =
  "id, user_id, holder_name, account_number_sealed, last4, ifsc, kind, status, is_primary, usable_from, blocked_reason, added_at";

/** Adds an account with the blind index of its number; the caller holds the lock of its user. */
export async function insertBankAccount(tx: Queryable, account: BankAccount, index: Uint8Array): Promise<void> {
  await tx.query(
    `insert into payouts.bank_account (${ACCOUNT}, number_index) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      uuidOf(account.id),
      uuidOf(account.user),
      account.holderName,
      account.accountNumberSealed,
      account.last4,
      account.ifsc,
      account.kind,
      account.status,
      account.primary,
      account.usableFrom && timestamp(account.usableFrom),
      account.blockedReason,
      timestamp(account.addedAt),
      index,
    ],
  );
}

/** The accounts of anybody with one of these indexes, but for those that the rail has refused. */
export async function accountsAlike(
  db: Queryable,
  indexes: readonly Uint8Array[],
): Promise<{ readonly id: BankAccountId; readonly user: UserId }[]> {
  const rows = await db.query<{ id: string; user_id: string }>(
    "select id, user_id from payouts.bank_account where number_index = any ($1) and status <> 'failed' order by id",
    [indexes],
  );
  return rows.map(({ id, user_id }) => ({ id: idOf("bankAccount", id), user: idOf("user", user_id) }));
}

/** The index of one account's number; null until it has one. */
export const numberIndexOf = async (db: Queryable, id: BankAccountId): Promise<Uint8Array | null> =>
  (
    await db.one<{ number_index: Buffer | null }>("select number_index from payouts.bank_account where id = $1", [
      uuidOf(id),
    ])
  ).number_index;

export async function readBankAccount(db: Queryable, id: BankAccountId): Promise<BankAccount | null> {
  const row = await db.maybe<Row>(`select ${ACCOUNT}, registering_since from payouts.bank_account where id = $1`, [
    uuidOf(id),
  ]);
  return row && bankAccountOf(row);
}

/** A user's bank accounts, the newest first. */
export async function bankAccountsOf(db: Queryable, user: UserId): Promise<BankAccount[]> {
  const rows = await db.query<Row>(
    `select ${ACCOUNT}, registering_since from payouts.bank_account where user_id = $1 order by added_at desc, id desc`,
    [uuidOf(user)],
  );
  return rows.map(bankAccountOf);
}

export type AccountChange =
  | { readonly status: "verified"; readonly usableFrom: Instant }
  | { readonly status: "failed" | "pending" }
  | { readonly status: "blocked"; readonly reason: string };

/** Changes where an account stands; the caller holds the lock of its user. */
export async function changeBankAccount(tx: Queryable, id: BankAccountId, change: AccountChange): Promise<void> {
  await tx.query(
    `update payouts.bank_account set status = $2, usable_from = coalesce($3, usable_from), blocked_reason = $4 where id = $1`,
    [
      uuidOf(id),
      change.status,
      change.status === "verified" ? timestamp(change.usableFrom) : null,
      change.status === "blocked" ? change.reason : null,
    ],
  );
}

/** Remembers, before the first call, that the rail may know of an account from now on. */
export async function markRegistering(db: Queryable, id: BankAccountId, now: Instant): Promise<void> {
  await db.query("update payouts.bank_account set registering_since = $2 where id = $1 and registering_since is null", [
    uuidOf(id),
    timestamp(now),
  ]);
}

/** Makes an account the primary one of its user, whichever was before. */
export async function makePrimary(tx: Queryable, { id, user }: BankAccount): Promise<void> {
  await tx.query("update payouts.bank_account set is_primary = false where user_id = $1 and is_primary and id <> $2", [
    uuidOf(user),
    uuidOf(id),
  ]);
  await tx.query("update payouts.bank_account set is_primary = true where id = $1", [uuidOf(id)]);
}

const bankAccountOf = (row: Row): BankAccount => ({
  id: idOf("bankAccount", row.id),
  user: idOf("user", row.user_id),
  holderName: row.holder_name,
  accountNumberSealed: row.account_number_sealed,
  last4: row.last4,
  ifsc: row.ifsc,
  kind: row.kind,
  status: row.status,
  primary: row.is_primary,
  usableFrom: row.usable_from,
  blockedReason: row.blocked_reason,
  registeringSince: row.registering_since,
  addedAt: row.added_at,
});
