import type { Shard } from "@amana/core/ids";
import type { AccountCode } from "@amana/core/ledger";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Queryable } from "#runtime/database";
import type { AccountOf } from "./account-entries.ts";

/** An account with money in it. */
export type Account = {
  readonly shard: Shard;
  readonly code: AccountCode;
  readonly balance: Money;
  readonly entries: number;
};

type Beyond = { readonly code: string; readonly shard: number };

/** The accounts of one family that are not empty, by their name. */
export async function accountsOf(
  db: Queryable,
  family: string,
  currency: Currency,
  beyond: Beyond | null,
  limit: number,
): Promise<Account[]> {
  const rows = await db.query<{ shard: Shard; code: AccountCode; balance: bigint; last_seq: bigint }>(
    `select shard, code, balance, last_seq from ledger.account
      where split_part(code, ':', 1) = $1 and currency = $2 and balance <> 0
        and ($3::text is null or (code, shard) > ($3, $4::smallint)) order by code, shard limit $5`,
    [family, currency, beyond?.code ?? null, beyond?.shard ?? 0, limit],
  );
  return rows.map(({ shard, code, balance, last_seq: entries }) => ({
    ...{ shard, code, balance: money(balance, currency), entries: Number(entries) },
  }));
}

/** Whether an account was ever opened. */
export async function isAccount(db: Queryable, { shard, code, currency }: AccountOf): Promise<boolean> {
  if (!/^[a-z_]+(?::[A-Za-z0-9_-]+)?$/.test(code)) return false;
  const found = await db.maybe("select from ledger.account where shard = $1 and code = $2 and currency = $3", [
    shard,
    code,
    currency,
  ]);
  return found !== null;
}
