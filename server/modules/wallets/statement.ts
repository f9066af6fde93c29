import type { UserId } from "@amana/core/ids";
import type { Currency, Money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type AccountEntry, balanceBefore, entriesFrom, firstEntryAt } from "#modules/ledger";
import type { Queryable } from "#runtime/database";
import { OWN_ACCOUNTS, type OwnAccount, ownAccount } from "./wallet.ts";

/** One account over a time: `opening` and the entries add up to `closing`. */
export type StatementPart = {
  readonly account: OwnAccount;
  readonly opening: Money;
  readonly entries: readonly AccountEntry[];
  readonly closing: Money;
};

export type Span = { readonly from: Instant; readonly to: Instant };

/** A statement is whole or not given: a longer one is asked for in parts. */
export const MOST_ENTRIES = 5000;

/**
 * What happened on a user's accounts of one currency from an instant to before another. The closing balance of one statement is the
 * opening balance of the next.
 */
export async function statementOf(
  db: Queryable,
  user: UserId,
  currency: Currency,
  span: Span,
): Promise<Result<StatementPart[], "too_many_entries">> {
  const parts: StatementPart[] = [];
  for (const account of OWN_ACCOUNTS) {
    const part = await partOf(db, user, account, currency, span);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(parts);
}

async function partOf(
  db: Queryable,
  user: UserId,
  account: OwnAccount,
  currency: Currency,
  { from, to }: Span,
): Promise<Result<StatementPart, "too_many_entries">> {
  const own = ownAccount(user, account, currency);
  const first = await firstEntryAt(db, own, from);
  const end = Math.max(first, await firstEntryAt(db, own, to));
  if (end - first > MOST_ENTRIES) return refuse("too_many_entries");
  const opening = await balanceBefore(db, own, first);
  const entries = end > first ? await entriesFrom(db, own, first, end - first) : [];
  return ok({ account, opening, entries, closing: entries.at(-1)?.balanceAfter ?? opening });
}
