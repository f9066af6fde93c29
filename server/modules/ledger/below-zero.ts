import type { AccountCode } from "@amana/core/ledger";
import { type Currency, money } from "@amana/core/money";
import type { Queryable } from "#runtime/database";
import type { Balance } from "./store.ts";

/** Accounts of one family from which more was taken than had come to them, the largest gap first. */
export async function accountsBelowZero(db: Queryable, family: string, most: number): Promise<Balance[]> {
  const rows = await db.query<{ code: AccountCode; currency: Currency; balance: bigint }>(
    `select code, currency, balance from ledger.account
      where starts_with(code, $1) and balance < 0 order by balance, code, currency limit $2`,
    [`${family}:`, most],
  );
  return rows.map(({ code, currency, balance }) => ({ account: code, balance: money(balance, currency) }));
}
