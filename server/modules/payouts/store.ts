import { type DealId, type Id, idOf, type PayoutId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type BankAccountId = Id<"bankAccount">;
export type BankAccountStatus = "pending" | "verified" | "failed";

export type BankAccount = {
  readonly id: BankAccountId;
  readonly user: UserId;
  readonly holderName: string;
  readonly accountNumberSealed: Uint8Array;
  readonly last4: string;
  readonly ifsc: string;
  readonly kind: "savings" | "current";
  readonly status: BankAccountStatus;
  readonly primary: boolean;
  readonly addedAt: Instant;
};

type BankAccountRow = {
  id: string;
  user_id: string;
  holder_name: string;
  account_number_sealed: Buffer;
  last4: string;
  ifsc: string;
  kind: "savings" | "current";
  status: BankAccountStatus;
  is_primary: boolean;
  added_at: Instant;
};

const ACCOUNT = "id, user_id, holder_name, account_number_sealed, last4, ifsc, kind, status, is_primary, added_at";

/** Adds an account and makes it the user's primary one; a user's accounts are added one after the other. */
export async function insertBankAccount(tx: Queryable, account: BankAccount): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`payouts.bank_account:${account.user}`]);
  await tx.query("update payouts.bank_account set is_primary = false where user_id = $1 and is_primary", [
    uuidOf(account.user),
  ]);
  await tx.query(`insert into payouts.bank_account (${ACCOUNT}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, [
    uuidOf(account.id),
    uuidOf(account.user),
    account.holderName,
    account.accountNumberSealed,
    account.last4,
    account.ifsc,
    account.kind,
    account.status,
    account.primary,
    timestamp(account.addedAt),
  ]);
}

export async function readBankAccount(db: Queryable, id: BankAccountId): Promise<BankAccount | null> {
  const row = await db.maybe<BankAccountRow>(`select ${ACCOUNT} from payouts.bank_account where id = $1`, [uuidOf(id)]);
  return row && bankAccountOf(row);
}

export async function bankAccountsOf(db: Queryable, user: UserId): Promise<BankAccount[]> {
  const rows = await db.query<BankAccountRow>(
    `select ${ACCOUNT} from payouts.bank_account where user_id = $1 order by added_at desc, id`,
    [uuidOf(user)],
  );
  return rows.map(bankAccountOf);
}

/** The account that a seller is paid to, unchanged until the caller's transaction ends: one that is being verified is waited for. */
export async function primaryAccount(tx: Queryable, user: UserId): Promise<BankAccount | null> {
  const row = await tx.maybe<BankAccountRow>(
    `select ${ACCOUNT} from payouts.bank_account where user_id = $1 and is_primary for share`,
    [uuidOf(user)],
  );
  return row && bankAccountOf(row);
}

export async function setBankAccountStatus(tx: Queryable, id: BankAccountId, status: BankAccountStatus): Promise<void> {
  await tx.query("update payouts.bank_account set status = $2 where id = $1", [uuidOf(id), status]);
}

export type PayoutState = "waiting_for_bank_account" | "requested" | "pending" | "paid" | "failed" | "returned";

export type Payout = {
  readonly id: PayoutId;
  readonly seller: UserId;
  readonly deal: DealId;
  readonly rail: string;
  readonly amount: Money;
  readonly state: PayoutState;
  readonly bankAccount: BankAccountId | null;
  readonly reference: string | null;
  readonly bankReference: string | null;
  readonly reason: string | null;
  readonly requestedAt: Instant;
  readonly updatedAt: Instant;
};

type PayoutRow = {
  id: string;
  seller_id: string;
  deal_id: string;
  rail: string;
  currency: Currency;
  amount: bigint;
  state: PayoutState;
  bank_account_id: string | null;
  reference: string | null;
  bank_reference: string | null;
  reason: string | null;
  requested_at: Instant;
  updated_at: Instant;
};

const PAYOUT =
  "id, seller_id, deal_id, rail, currency, amount, state, bank_account_id, reference, bank_reference, reason, requested_at, updated_at";

/** False when this deal is being paid out already. */
export async function insertPayout(tx: Queryable, payout: Payout): Promise<boolean> {
  const rows = await tx.query(
    `insert into payouts.payout (shard, ${PAYOUT}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (shard, deal_id) do nothing returning id`,
    [
      shardOf(payout.id),
      uuidOf(payout.id),
      uuidOf(payout.seller),
      uuidOf(payout.deal),
      payout.rail,
      payout.amount.currency,
      payout.amount.minor,
      payout.state,
      payout.bankAccount && uuidOf(payout.bankAccount),
      payout.reference,
      payout.bankReference,
      payout.reason,
      timestamp(payout.requestedAt),
      timestamp(payout.updatedAt),
    ],
  );
  return rows.length === 1;
}

export async function readPayout(db: Queryable, id: PayoutId): Promise<Payout | null> {
  const row = await db.maybe<PayoutRow>(`select ${PAYOUT} from payouts.payout where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && payoutOf(row);
}

export async function payoutOfDeal(db: Queryable, deal: DealId): Promise<Payout | null> {
  const row = await db.maybe<PayoutRow>(`select ${PAYOUT} from payouts.payout where shard = $1 and deal_id = $2`, [
    shardOf(deal),
    uuidOf(deal),
  ]);
  return row && payoutOf(row);
}

/** A seller's payouts in some states, the latest first. A seller's payouts all lie in the seller's shard. */
export async function payoutsOf(
  db: Queryable,
  seller: UserId,
  states: readonly PayoutState[],
  limit: number,
): Promise<Payout[]> {
  const rows = await db.query<PayoutRow>(
    `select ${PAYOUT} from payouts.payout where shard = $1 and seller_id = $2 and state = any ($3) order by updated_at desc, id limit $4`,
    [shardOf(seller), uuidOf(seller), states, limit],
  );
  return rows.map(payoutOf);
}

export type PayoutChange = {
  readonly state: PayoutState;
  readonly bankAccount?: BankAccountId;
  readonly reference?: string;
  readonly bankReference?: string | null;
  readonly reason?: string | null;
};

/** Moves a payout on; false when it is no longer where the caller saw it, so that each end is booked once. */
export async function changePayout(
  tx: Queryable,
  payout: Payout,
  change: PayoutChange,
  now: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `update payouts.payout set state = $4, bank_account_id = coalesce($5, bank_account_id), reference = coalesce($6, reference),
        bank_reference = coalesce($7, bank_reference), reason = coalesce($8, reason), updated_at = $9
      where shard = $1 and id = $2 and state = $3 returning id`,
    [
      shardOf(payout.id),
      uuidOf(payout.id),
      payout.state,
      change.state,
      change.bankAccount ? uuidOf(change.bankAccount) : null,
      change.reference ?? null,
      change.bankReference ?? null,
      change.reason ?? null,
      timestamp(now),
    ],
  );
  return rows.length === 1;
}

const bankAccountOf = (row: BankAccountRow): BankAccount => ({
  id: idOf("bankAccount", row.id),
  user: idOf("user", row.user_id),
  holderName: row.holder_name,
  accountNumberSealed: row.account_number_sealed,
  last4: row.last4,
  ifsc: row.ifsc,
  kind: row.kind,
  status: row.status,
  primary: row.is_primary,
  addedAt: row.added_at,
});

const payoutOf = (row: PayoutRow): Payout => ({
  id: idOf("payout", row.id),
  seller: idOf("user", row.seller_id),
  deal: idOf("deal", row.deal_id),
  rail: row.rail,
  amount: money(row.amount, row.currency),
  state: row.state,
  bankAccount: row.bank_account_id === null ? null : idOf("bankAccount", row.bank_account_id),
  reference: row.reference,
  bankReference: row.bank_reference,
  reason: row.reason,
  requestedAt: row.requested_at,
  updatedAt: row.updated_at,
});
