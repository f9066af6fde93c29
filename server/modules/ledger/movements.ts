import { type DealId, type Id, idOf } from "@amana/core/ids";
import type { AccountCode, PostingKind } from "@amana/core/ledger";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** What one posting did to one account. */
export type AccountMovement = {
  readonly posting: Id<"posting">;
  readonly key: string;
  readonly kind: PostingKind;
  readonly deal: DealId | null;
  readonly at: Instant;
  readonly amount: Money;
};

type Row = {
  id: string;
  key: string;
  kind: PostingKind;
  deal: string | null;
  posted_at: Instant;
  currency: Currency;
  amount: bigint;
};

/** Everything that moved an account, in all shards, posted from an instant on and before another; signed as the ledger signs. */
export async function movementsOn(
  db: Queryable,
  account: AccountCode,
  from: Instant,
  until: Instant,
): Promise<AccountMovement[]> {
  const rows = await db.query<Row>(
    `select p.id, p.key, p.kind, p.deal, p.posted_at, a.currency, sum(e.amount)::bigint as amount
       from ledger.posting p join ledger.entry e on e.shard = p.shard and e.posting = p.id
       join ledger.account a on a.shard = e.shard and a.id = e.account
      where p.posted_at >= $2 and p.posted_at < $3 and a.code = $1
      group by p.shard, p.id, a.currency having sum(e.amount) <> 0 order by p.posted_at, p.id, a.currency`,
    [account, timestamp(from), timestamp(until)],
  );
  return rows.map((row) => ({
    posting: idOf("posting", row.id),
    key: row.key,
    kind: row.kind,
    deal: row.deal === null ? null : idOf("deal", row.deal),
    at: row.posted_at,
    amount: money(row.amount, row.currency),
  }));
}
