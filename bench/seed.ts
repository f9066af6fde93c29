import { type DealId, idOf, type UserId } from "../core/ids/index.ts";
import { accounts, move, netted } from "../core/ledger/index.ts";
import { money } from "../core/money/index.ts";
import { at, type Instant } from "../core/time/index.ts";
import { post } from "../server/modules/ledger/index.ts";
import type { Database } from "../server/runtime/database/index.ts";
import { open, type Place } from "./cluster.ts";

/** Everything of the hot runs lies in this shard, with its one clearing and one commission account. */
export const HOT_SHARD = 7;
/** When the seeds were made. Commands carry the real time: ids begin with it, and indexes feel it. */
export const SEEDED = at(Date.now());
export const now = (): Instant => at(Date.now());
export const SELLERS = 10_000;
export const TOTAL = 10_000n;
export const COMMISSION = 300n;

/**
 * Ids whose digits pgbench can write too: a number, and as the last byte the shard. Random runs use the hundred shards whose two hex digits
 * are decimal ones.
 */
export const digits = (number: number, shardDigits: string): string => `${number}${shardDigits}`.padStart(32, "0");

export const dealOf = (number: number, shard = HOT_DIGITS): DealId => idOf("deal", digits(number, shard));
export const sellerOf = (n: number): UserId => idOf("user", digits(80_000_000 + n, HOT_DIGITS));

export const HOT_DIGITS = "07";
export const shardDigits = (n: number): string => String(n % 100).padStart(2, "0");

/** Escrow accounts with plenty of money: `hot` of them in the hot shard, `spread` in each of the hundred shards. */
export async function seedAccounts(place: Place, hot: number, spread: number): Promise<void> {
  const owner = open(place.ownerUrl);
  await unguarded(owner, async () => {
    await owner.query(
      `insert into ledger.account (shard, id, code, currency, guarded, balance, last_seq)
       select shard, lpad(n || digits, 32, '0')::uuid, 'escrow:deal_' || lpad(n || digits, 32, '0'), 'INR', true, 1000000000000, 1 from (
         select ${HOT_SHARD} as shard, '${HOT_DIGITS}' as digits, n from generate_series(1, $1::int) n
         union all
         select (d / 10) * 16 + d % 10, lpad(d::text, 2, '0'), 10000000 + n from generate_series(0, 99) d, generate_series(1, $2::int) n) a`,
      [hot, spread],
    );
    await owner.query(
      `insert into ledger.entry select shard, id, 1, id, balance, balance, currency from ledger.account where code like 'escrow:%'`,
    );
  });
  await owner.query("vacuum analyze ledger.account, ledger.entry");
  await owner.close();
}

/** Deals in the state `delivered` with their money in escrow, in the hot shard; their sellers have wallets. */
export async function seedDeals(place: Place, count: number, dueAt: string | null = null): Promise<void> {
  const owner = open(place.ownerUrl);
  await unguarded(owner, async () => {
    await owner.query(
      `insert into escrow.deal (shard, id, process, process_version, state, revision, buyer, seller, currency, total, commission, commission_tax,
         seller_receives, escrow, gateway, policy, deadline_kind, deadline_opened_at, deadline_due_at, deadline_wake_at, created_at)
       select ${HOT_SHARD}, lpad(n || '${HOT_DIGITS}', 32, '0')::uuid, 'shipped_goods', 1, 'delivered', 4,
         lpad((90000000 + n) || '00', 32, '0')::uuid, lpad((80000000 + n % ${SELLERS}) || '${HOT_DIGITS}', 32, '0')::uuid, 'INR',
         ${TOTAL}, ${COMMISSION}, 0, ${TOTAL - COMMISSION}, 'held', 'bench', '{}', 'inspection', $2, coalesce($3::timestamptz, $2::timestamptz + interval '30 days'),
         coalesce($3::timestamptz, $2::timestamptz + interval '30 days') + n * interval '1 microsecond', $2
         from generate_series(1, $1::int) n`,
      [count, new Date(SEEDED).toISOString(), dueAt],
    );
  });
  await owner.query("vacuum analyze escrow.deal");
  await owner.close();
}

/** Wallets, clearing and commission exist before the clock runs. */
export async function openWallets(place: Place, when: Instant = SEEDED): Promise<void> {
  const app = open(place.appUrl);
  for (let first = 0; first < SELLERS; first += 500) {
    const postings = Array.from({ length: 500 }, (_, n) => ({
      shard: HOT_SHARD,
      key: `open:${first + n}`,
      kind: "fund" as const,
      deal: null,
      entries: netted([
        ...move(accounts.clearing("bench"), accounts.wallet(sellerOf(first + n)), money(1n, "INR")),
        ...move(accounts.clearing("bench"), accounts.commission(), money(1n, "INR")),
      ]),
    }));
    await post(app, postings, when);
  }
  const owner = open(place.ownerUrl);
  await owner.query(
    `insert into ledger.account (shard, id, code, currency, guarded)
     select ${HOT_SHARD}, lpad((70000000 + n) || '${HOT_DIGITS}', 32, '0')::uuid, 'wallet:pgbench_' || n, 'INR', true from generate_series(0, ${SELLERS - 1}) n`,
  );
  await owner.query("vacuum analyze ledger.account, ledger.entry, ledger.posting");
  await Promise.all([app.close(), owner.close()]);
}

/** What the rows of a seed say about one another is right, but not made by the functions: their triggers rest while it is written. */
export async function unguarded(owner: Database, work: () => Promise<void>): Promise<void> {
  for (const table of ["account", "entry", "posting"])
    await owner.query(`alter table ledger.${table} disable trigger user`);
  await work();
  for (const table of ["account", "entry", "posting"])
    await owner.query(`alter table ledger.${table} enable trigger user`);
}

/** The account of the hot runs, for pgbench. */
export async function accountOf(place: Place, code: string): Promise<string> {
  const owner = open(place.ownerUrl);
  const { id } = await owner.one<{ id: string }>("select id from ledger.account where shard = $1 and code = $2", [
    HOT_SHARD,
    code,
  ]);
  await owner.close();
  return id;
}
