import { shardOf, type UserId } from "@amana/core/ids";
import { type AccountCode, accounts } from "@amana/core/ledger";
import type { Currency, Money } from "@amana/core/money";
import { money } from "@amana/core/money";
import { type AccountEntry, type AccountOf, balancesIn, entriesBefore } from "#modules/ledger";
import type { Queryable } from "#runtime/database";

/** The accounts that tell a user what is his: to take, held back, owed by him (zero or below). */
export const OWN_ACCOUNTS = ["wallet", "reserve", "receivable"] as const;
export type OwnAccount = (typeof OWN_ACCOUNTS)[number];

export const codeOf = (account: OwnAccount, user: UserId): AccountCode => accounts[account](user);

/** Everything of a user lies in the user's own shard. */
export const ownAccount = (user: UserId, account: OwnAccount, currency: Currency): AccountOf => ({
  shard: shardOf(user),
  code: codeOf(account, user),
  currency,
});

export type Holdings = {
  readonly currency: Currency;
  readonly wallet: Money;
  readonly reserve: Money;
  /** Zero or above. */
  readonly owed: Money;
};

/** What a user has and owes, by currency. A wallet comes to be with the first money in it. */
export async function holdingsOf(db: Queryable, user: UserId): Promise<Holdings[]> {
  const codes = OWN_ACCOUNTS.map((account) => codeOf(account, user));
  const balances = await balancesIn(db, shardOf(user), codes);
  return [...new Set(balances.map(({ balance }) => balance.currency))].map((currency) => {
    const held = (account: OwnAccount): bigint =>
      balances.find((row) => row.account === codeOf(account, user) && row.balance.currency === currency)?.balance
        .minor ?? 0n;
    return {
      currency,
      wallet: money(held("wallet"), currency),
      reserve: money(held("reserve"), currency),
      owed: money(-held("receivable"), currency),
    };
  });
}

/** What a user has and owes in one currency; nothing where no money has ever been. */
export async function holdingsIn(db: Queryable, user: UserId, currency: Currency): Promise<Holdings> {
  const nothing = money(0n, currency);
  const found = (await holdingsOf(db, user)).find((holdings) => holdings.currency === currency);
  return found ?? { currency, wallet: nothing, reserve: nothing, owed: nothing };
}

/** Entries of one of a user's accounts, the latest first. */
export const walletEntries = (
  db: Queryable,
  user: UserId,
  { account, currency }: { readonly account: OwnAccount; readonly currency: Currency },
  before: number | null,
  limit: number,
): Promise<AccountEntry[]> => entriesBefore(db, ownAccount(user, account, currency), before, limit);
