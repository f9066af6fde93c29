import { type DealId, type Id, idOf, type Shard } from "@amana/core/ids";
import type { AccountCode, PostingKind } from "@amana/core/ledger";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import { accountId } from "./account-id.ts";
import type { Balance } from "./store.ts";

/** Balances of some accounts in one shard, as far as the accounts have been opened. */
export async function balancesIn(db: Queryable, shard: Shard, codes: readonly AccountCode[]): Promise<Balance[]> {
  const rows = await db.query<{ code: AccountCode; currency: Currency; balance: bigint }>(
    "select code, currency, balance from ledger.account where shard = $1 and code = any ($2) order by currency, code",
    [shard, codes],
  );
  return rows.map((row) => ({ account: row.code, balance: money(row.balance, row.currency) }));
}

/** One account: its name, currency and shard. */
export type AccountOf = { readonly shard: Shard; readonly code: AccountCode; readonly currency: Currency };

export type AccountEntry = {
  /** Counts the entries of the account from 1 without a gap. */
  readonly seq: number;
  readonly posting: Id<"posting">;
  readonly kind: PostingKind;
  readonly deal: DealId | null;
  readonly at: Instant;
  readonly amount: Money;
  readonly balanceAfter: Money;
};

type Row = {
  seq: bigint;
  posting: string;
  kind: PostingKind;
  deal: string | null;
  posted_at: Instant;
  amount: bigint;
  balance_after: bigint;
};

/** Entries of an account, the latest first, below a sequence number where one is given. */
export const entriesBefore = (
  db: Queryable,
  account: AccountOf,
  before: number | null,
  limit: number,
): Promise<AccountEntry[]> => read(db, account, "($3::bigint is null or e.seq < $3)", "desc", [before, limit]);

/** Entries of an account from a sequence number on, the oldest first. */
export const entriesFrom = (db: Queryable, account: AccountOf, from: number, limit: number): Promise<AccountEntry[]> =>
  read(db, account, "e.seq >= $3::bigint", "asc", [from, limit]);

/**
 * The sequence number of the first entry that was posted at an instant or later; the one that will come next when there is none.
 * Once there is one, it stays the first, however late others commit, so that what is cut here twice is cut in the same place.
 */
export async function firstEntryAt(
  db: Queryable,
  { shard, code, currency }: AccountOf,
  instant: Instant,
): Promise<number> {
  const { seq } = await db.one<{ seq: bigint }>(
    `select coalesce(
       (select e.seq from ledger.entry e join ledger.posting p on p.shard = e.shard and p.id = e.posting
         where e.shard = $1 and e.account = $2 and p.posted_at >= $3 order by e.seq limit 1),
       (select max(e.seq) + 1 from ledger.entry e where e.shard = $1 and e.account = $2), 1)::bigint as seq`,
    [shard, accountId(shard, code, currency), timestamp(instant)],
  );
  return Number(seq);
}

/** What an account held before an entry. */
export async function balanceBefore(db: Queryable, { shard, code, currency }: AccountOf, seq: number): Promise<Money> {
  const row = await db.maybe<{ balance_after: bigint }>(
    "select balance_after from ledger.entry where shard = $1 and account = $2 and seq = $3",
    [shard, accountId(shard, code, currency), seq - 1],
  );
  return money(row?.balance_after ?? 0n, currency);
}

async function read(
  db: Queryable,
  { shard, code, currency }: AccountOf,
  condition: string,
  order: "asc" | "desc",
  values: readonly [number | null, number],
): Promise<AccountEntry[]> {
  const rows = await db.query<Row>(
    `select e.seq, e.posting, p.kind, p.deal, p.posted_at, e.amount, e.balance_after
       from ledger.entry e join ledger.posting p on p.shard = e.shard and p.id = e.posting
      where e.shard = $1 and e.account = $2 and ${condition} order by e.seq ${order} limit $4`,
    [shard, accountId(shard, code, currency), ...values],
  );
  return rows.map((row) => ({
    seq: Number(row.seq),
    posting: idOf("posting", row.posting),
    kind: row.kind,
    deal: row.deal === null ? null : idOf("deal", row.deal),
    at: row.posted_at,
    amount: money(row.amount, currency),
    balanceAfter: money(row.balance_after, currency),
  }));
}
