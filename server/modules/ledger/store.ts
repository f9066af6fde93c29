import { type DealId, type Id, idOf, shardOf, uuidOf } from "@amana/core/ids";
import type { AccountCode, Posting, PostingKind } from "@amana/core/ledger";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { batcher, onePerDatabase, untilKnown } from "#runtime/batch";
import { isDatabase, type Queryable, timestamp } from "#runtime/database";
import { type Prepared, postingArrays, prepare } from "./post.ts";

export type PostingVerdict = "posted" | "posted_before" | "short_of_money" | "key_reused";

const VERDICTS: readonly PostingVerdict[] = ["posted", "posted_before", "short_of_money", "key_reused"];

/**
 * Posts a batch; each posting gets a verdict of its own. In a transaction it is a part of that; outside of one it goes together with what
 * others of this process post at the same moment, and is durable when it is answered.
 */
export async function post(db: Queryable, postings: readonly Posting[], now: Instant): Promise<PostingVerdict[]> {
  if (postings.length === 0) return [];
  const prepared = prepare(postings, now);
  return isDatabase(db) ? await poster(db).submit(prepared) : await postPrepared(db, prepared);
}

const poster = onePerDatabase((db) =>
  batcher<readonly Prepared[], PostingVerdict[]>(
    {
      keysOf: (group) => group.map(({ posting }) => `${posting.shard} ${posting.key}`),
      async write(groups) {
        const verdicts = await untilKnown(() => postPrepared(db, groups.flat()));
        const rest = [...verdicts];
        return groups.map(({ length }) => rest.splice(0, length));
      },
    },
    { writers: db.batchWriters ?? 1 },
  ),
);

/** The same for postings that have their ids: one that is sent again is posted once, and answers `posted` again. */
export async function postPrepared(db: Queryable, prepared: readonly Prepared[]): Promise<PostingVerdict[]> {
  const { verdicts } = await db.one<{ verdicts: number[] }>(
    `select ledger.post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as verdicts`,
    postingArrays(prepared, timestamp),
  );
  return verdicts.map((verdict) => {
    const name = VERDICTS[verdict - 1];
    if (!name) throw new Error(`no verdict ${verdict}`);
    return name;
  });
}

export type PostedEntry = { readonly account: AccountCode; readonly amount: Money };
export type Posted = {
  readonly id: Id<"posting">;
  readonly kind: PostingKind;
  readonly key: string;
  readonly deal: DealId | null;
  readonly at: Instant;
  readonly entries: readonly PostedEntry[];
};

type PostedRow = {
  id: string;
  kind: PostingKind;
  key: string;
  deal: string | null;
  posted_at: Instant;
  code: AccountCode;
  currency: Currency;
  amount: bigint;
};

/** Every posting of a deal, in the order in which they were made. */
export async function postingsOfDeal(db: Queryable, deal: DealId): Promise<Posted[]> {
  const rows = await db.query<PostedRow>(
    `select p.id, p.kind, p.key, p.deal, p.posted_at, a.code, a.currency, e.amount
       from ledger.posting p join ledger.entry e on e.shard = p.shard and e.posting = p.id
       join ledger.account a on a.shard = e.shard and a.id = e.account
      where p.shard = $1 and p.deal = $2 order by p.number, e.amount, a.code`,
    [shardOf(deal), uuidOf(deal)],
  );
  const postings = new Map<string, Posted & { entries: PostedEntry[] }>();
  for (const row of rows) {
    const posting = postings.get(row.id) ?? {
      id: idOf("posting", row.id),
      kind: row.kind,
      key: row.key,
      deal: row.deal === null ? null : idOf("deal", row.deal),
      at: row.posted_at,
      entries: [],
    };
    posting.entries.push({ account: row.code, amount: money(row.amount, row.currency) });
    postings.set(row.id, posting);
  }
  return [...postings.values()];
}

/** The deal that a posting belongs to; null where it belongs to none. */
export async function dealOfPosting(db: Queryable, posting: Id<"posting">): Promise<DealId | null> {
  const row = await db.maybe<{ deal: string | null }>("select deal from ledger.posting where shard = $1 and id = $2", [
    shardOf(posting),
    uuidOf(posting),
  ]);
  return row?.deal ? idOf("deal", row.deal) : null;
}

export type Balance = { readonly account: AccountCode; readonly balance: Money };

/** Balances summed over the shards, of all accounts or of one family such as `clearing:`. */
export async function balances(db: Queryable, family = ""): Promise<Balance[]> {
  const rows = await db.query<{ code: AccountCode; currency: Currency; balance: bigint }>(
    `select code, currency, sum(balance)::bigint as balance from ledger.account where starts_with(code, $1)
      group by code, currency order by code, currency`,
    [family],
  );
  return rows.map((row) => ({ account: row.code, balance: money(row.balance, row.currency) }));
}

/** What is wrong with the books; empty when they are right. Reads everything: for checks, not for pages. */
export async function faults(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ fault: string }>(
    `select 'posting ' || posting || ' does not sum to zero' as fault from ledger.entry e join ledger.account a on a.shard = e.shard and a.id = e.account
      group by posting, a.currency having sum(amount) <> 0
     union all
     select 'balance of ' || a.code || ' is not the sum of its entries' from ledger.account a
       left join (select shard, account, sum(amount) as total, max(seq) as last from ledger.entry group by 1, 2) s on s.shard = a.shard and s.account = a.id
      where a.balance <> coalesce(s.total, 0) or a.last_seq <> coalesce(s.last, 0)
     union all
     select 'running balance of ' || account || ' breaks at ' || seq from (
       select account, seq, amount, balance_after, lag(balance_after, 1, 0) over w as before, lag(seq, 1, 0) over w as seq_before
         from ledger.entry window w as (partition by shard, account order by seq)) r
      where balance_after <> before + amount or seq <> seq_before + 1
     union all
     select 'an entry of ' || a.code || ' is in ' || e.denomination from ledger.entry e join ledger.account a on a.shard = e.shard and a.id = e.account
      where e.denomination <> a.currency
     union all
     select a.code || ' is below zero' from ledger.account a where a.guarded and a.balance < 0
     union all
     select 'posting ' || p.key || ' has no entries' from ledger.posting p
      where not exists (select from ledger.entry e where e.shard = p.shard and e.posting = p.id)`,
  );
  return rows.map(({ fault }) => fault);
}
