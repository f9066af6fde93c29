import { type DealId, idOf, type PayoutId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Database, type Queryable, timestamp } from "#runtime/database";
import type { BankAccountId } from "./account-store.ts";

/**
 * The first two still lie in the wallet: no account to pay to yet, or payouts are stopped. `failed` and `returned` are back there,
 * `cancelled` never left it.
 */
export const PAYOUT_STATES = [
  "waiting_for_bank_account",
  "withheld",
  "requested",
  "pending",
  "paid",
  "failed",
  "returned",
  "cancelled",
] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];
export const WAITING: readonly PayoutState[] = ["waiting_for_bank_account", "withheld"];

export const PAYOUT_KINDS = ["release", "reserve", "batch", "withdrawal", "retry"] as const;
export type PayoutKind = (typeof PAYOUT_KINDS)[number];

/** One sum to one bank account. */
export type Payout = {
  readonly id: PayoutId;
  readonly seller: UserId;
  readonly kind: PayoutKind;
  /** What made it, and which part of a split it is: no two payouts share both. */
  readonly cause: string;
  readonly part: number;
  readonly deal: DealId | null;
  readonly rail: string;
  readonly amount: Money;
  readonly state: PayoutState;
  /** The account that a share or a withdrawal names. */
  readonly wantedAccount: BankAccountId | null;
  /** Where it was sent, as it was when it left the wallet. */
  readonly bankAccount: BankAccountId | null;
  readonly reference: string | null;
  readonly bankReference: string | null;
  readonly reason: string | null;
  readonly waitsUntil: Instant | null;
  /** Since when the rail may know of it. */
  readonly sendingSince: Instant | null;
  /** How often the same money was sent before. */
  readonly tries: number;
  readonly retriedBy: PayoutId | null;
  readonly alarmedAt: Instant | null;
  readonly requestedAt: Instant;
  readonly updatedAt: Instant;
};

type Row = {
  id: string;
  seller_id: string;
  kind: PayoutKind;
  cause: string;
  part: number;
  deal_id: string | null;
  rail: string;
  currency: Currency;
  amount: bigint;
  state: PayoutState;
  wanted_account_id: string | null;
  bank_account_id: string | null;
  reference: string | null;
  bank_reference: string | null;
  reason: string | null;
  waits_until: Instant | null;
  sending_since: Instant | null;
  tries: number;
  retried_by: string | null;
  alarmed_at: Instant | null;
  requested_at: Instant;
  updated_at: Instant;
};

const PAYOUT = `id, seller_id, kind, cause, part, deal_id, rail, currency, amount, state, wanted_account_id, bank_account_id, reference,
  bank_reference, reason, waits_until, sending_since, tries, retried_by, alarmed_at, requested_at, updated_at`;

/** False when the same cause has made this part before. */
export async function insertPayout(tx: Queryable, payout: Payout): Promise<boolean> {
  const rows = await tx.query(
    `insert into payouts.payout (shard, id, seller_id, kind, cause, part, deal_id, rail, currency, amount, state, wanted_account_id, tries, reason, requested_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (shard, cause, part) do nothing returning id`,
    [
      shardOf(payout.id),
      uuidOf(payout.id),
      uuidOf(payout.seller),
      payout.kind,
      payout.cause,
      payout.part,
      payout.deal && uuidOf(payout.deal),
      payout.rail,
      payout.amount.currency,
      payout.amount.minor,
      payout.state,
      payout.wantedAccount && uuidOf(payout.wantedAccount),
      payout.tries,
      payout.reason,
      timestamp(payout.requestedAt),
      timestamp(payout.updatedAt),
    ],
  );
  return rows.length === 1;
}

export async function readPayout(db: Queryable, id: PayoutId): Promise<Payout | null> {
  const row = await db.maybe<Row>(`select ${PAYOUT} from payouts.payout where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && payoutOf(row);
}

/** The payout that a cause has made; of a split one the first part. */
export async function payoutOfCause(db: Queryable, user: UserId, cause: string): Promise<Payout | null> {
  const row = await db.maybe<Row>(`select ${PAYOUT} from payouts.payout where shard = $1 and cause = $2 and part = 0`, [
    shardOf(user),
    cause,
  ]);
  return row && payoutOf(row);
}

/** The latest payout of a deal; null where its money went to the wallet and left it, if at all, with other money. */
export async function payoutOfDeal(db: Queryable, deal: DealId): Promise<Payout | null> {
  const row = await db.maybe<Row>(
    `select ${PAYOUT} from payouts.payout where shard = $1 and deal_id = $2 order by requested_at desc, tries desc, part limit 1`,
    [shardOf(deal), uuidOf(deal)],
  );
  return row && payoutOf(row);
}

/** A user's payouts in some states, the latest first. They all lie in the user's shard. */
export async function payoutsOf(
  db: Queryable,
  seller: UserId,
  states: readonly PayoutState[],
  limit: number,
): Promise<Payout[]> {
  const rows = await db.query<Row>(
    `select ${PAYOUT} from payouts.payout where shard = $1 and seller_id = $2 and state = any ($3) order by updated_at desc, id limit $4`,
    [shardOf(seller), uuidOf(seller), states, limit],
  );
  return rows.map(payoutOf);
}

/** What was sent from a wallet and not for one deal, below an id where one is given, the latest first: ids sort by time. */
export async function withdrawalsOf(
  db: Queryable,
  user: UserId,
  before: PayoutId | null,
  limit: number,
): Promise<Payout[]> {
  const rows = await db.query<Row>(
    `select ${PAYOUT} from payouts.payout where shard = $1 and seller_id = $2 and deal_id is null and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [shardOf(user), uuidOf(user), before && uuidOf(before), limit],
  );
  return rows.map(payoutOf);
}

/** What staff must know of: what waits, came back, or has been on its way for too long, the longest untouched first; or of some states alone. */
export async function troubledPayouts(
  db: Queryable,
  onTheWayBefore: Instant,
  after: { readonly updatedAt: Instant; readonly id: PayoutId } | null,
  limit: number,
  states: readonly PayoutState[] | null = null,
): Promise<Payout[]> {
  const rows = await db.query<Row>(
    `select ${PAYOUT} from payouts.payout
      where state not in ('paid', 'cancelled') and retried_by is null and ($5::text[] is null or state = any ($5))
        and (state not in ('requested', 'pending') or coalesce(sending_since, requested_at) < $1)
        and ($2::timestamptz is null or (updated_at, id) > ($2, $3))
      order by updated_at, id limit $4`,
    [timestamp(onTheWayBefore), after && timestamp(after.updatedAt), after && uuidOf(after.id), limit, states],
  );
  return rows.map(payoutOf);
}

/** What may be started for a user: what waits, and what came back and was not sent again, the oldest first. */
export async function startable(db: Queryable, seller: UserId): Promise<Payout[]> {
  const rows = await db.query<Row>(
    `select ${PAYOUT} from payouts.payout
      where shard = $1 and seller_id = $2 and state in ('waiting_for_bank_account', 'withheld', 'failed', 'returned') and retried_by is null
      order by requested_at, part, id limit 1000`,
    [shardOf(seller), uuidOf(seller)],
  );
  return rows.map(payoutOf);
}

/** What payouts that wait will take from a user's wallet. */
export async function promisedTo(db: Queryable, user: UserId, currency: Currency): Promise<bigint> {
  const { promised } = await db.one<{ promised: bigint }>(
    `select coalesce(sum(amount), 0)::bigint as promised from payouts.payout
      where shard = $1 and seller_id = $2 and currency = $3 and state in ('waiting_for_bank_account', 'withheld')`,
    [shardOf(user), uuidOf(user), currency],
  );
  return promised;
}

/** What a user has withdrawn since an instant, without what came back. */
export async function withdrawnSince(db: Queryable, user: UserId, currency: Currency, since: Instant): Promise<bigint> {
  const { withdrawn } = await db.one<{ withdrawn: bigint }>(
    `select coalesce(sum(amount), 0)::bigint as withdrawn from payouts.payout
      where shard = $1 and seller_id = $2 and currency = $3 and kind = 'withdrawal' and requested_at > $4
        and state not in ('failed', 'returned', 'cancelled')`,
    [shardOf(user), uuidOf(user), currency, timestamp(since)],
  );
  return withdrawn;
}

/** What of a user's money waits to be sent, and what has been sent and is not confirmed, by currency. */
export async function leavingOf(
  db: Queryable,
  user: UserId,
): Promise<{ readonly onTheWay: Money; readonly promised: Money }[]> {
  const rows = await db.query<{ currency: Currency; on_the_way: bigint; promised: bigint }>(
    `select currency, coalesce(sum(amount) filter (where state in ('requested', 'pending')), 0)::bigint as on_the_way,
            coalesce(sum(amount) filter (where state in ('waiting_for_bank_account', 'withheld')), 0)::bigint as promised
       from payouts.payout where shard = $1 and seller_id = $2
        and state in ('waiting_for_bank_account', 'withheld', 'requested', 'pending') group by currency`,
    [shardOf(user), uuidOf(user)],
  );
  return rows.map((row) => ({
    onTheWay: money(row.on_the_way, row.currency),
    promised: money(row.promised, row.currency),
  }));
}

export type PayoutChange = {
  readonly state: PayoutState;
  readonly amount?: Money;
  readonly bankAccount?: BankAccountId;
  readonly reference?: string;
  readonly bankReference?: string | null;
  readonly reason?: string | null;
  readonly waitsUntil?: Instant | null;
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
        bank_reference = coalesce($7, bank_reference), reason = coalesce($8, reason), updated_at = $9, amount = coalesce($10, amount), waits_until = $11
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
      change.amount?.minor ?? null,
      change.waitsUntil ? timestamp(change.waitsUntil) : null,
    ],
  );
  return rows.length === 1;
}

/** Remembers an attempt before it is made. Answers with the moment of the attempt before; null when this is the first. */
export const markSending = (db: Database, { id }: Payout, now: Instant): Promise<Instant | null> =>
  db.transaction(async (tx) => {
    const about = [shardOf(id), uuidOf(id)];
    const { sent_at } = await tx.one<{ sent_at: Instant | null }>(
      "select sent_at from payouts.payout where shard = $1 and id = $2 for no key update",
      about,
    );
    await tx.query(
      "update payouts.payout set sending_since = coalesce(sending_since, $3), sent_at = $3 where shard = $1 and id = $2",
      [...about, timestamp(now)],
    );
    return sent_at;
  });

/** False when it was marked before, in the state in which it is. */
export async function markAlarmed(tx: Queryable, { id }: Payout, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    "update payouts.payout set alarmed_at = $3 where shard = $1 and id = $2 and (alarmed_at is null or alarmed_at < updated_at) returning id",
    [shardOf(id), uuidOf(id), timestamp(now)],
  );
  return rows.length === 1;
}

/** Sets aside a payout whose money has been sent again; false when that was done before. */
export async function markRetried(tx: Queryable, { id }: Payout, by: PayoutId): Promise<boolean> {
  const rows = await tx.query(
    "update payouts.payout set retried_by = $3 where shard = $1 and id = $2 and retried_by is null returning id",
    [shardOf(id), uuidOf(id), uuidOf(by)],
  );
  return rows.length === 1;
}

const payoutOf = (row: Row): Payout => ({
  id: idOf("payout", row.id),
  seller: idOf("user", row.seller_id),
  kind: row.kind,
  cause: row.cause,
  part: row.part,
  deal: row.deal_id === null ? null : idOf("deal", row.deal_id),
  rail: row.rail,
  amount: money(row.amount, row.currency),
  state: row.state,
  wantedAccount: row.wanted_account_id === null ? null : idOf("bankAccount", row.wanted_account_id),
  bankAccount: row.bank_account_id === null ? null : idOf("bankAccount", row.bank_account_id),
  reference: row.reference,
  bankReference: row.bank_reference,
  reason: row.reason,
  waitsUntil: row.waits_until,
  sendingSince: row.sending_since,
  tries: row.tries,
  retriedBy: row.retried_by === null ? null : idOf("payout", row.retried_by),
  alarmedAt: row.alarmed_at,
  requestedAt: row.requested_at,
  updatedAt: row.updated_at,
});
