import { type DealId, shardOf, type UserId } from "@amana/core/ids";
import { type AccountCode, accounts, move, type Posting, type PostingKind } from "@amana/core/ledger";
import type { Currency, Money } from "@amana/core/money";
import type { Purse } from "@amana/core/payout";
import type { Instant } from "@amana/core/time";
import { post } from "#modules/ledger";
import { holdingsIn } from "#modules/wallets";
import type { Queryable } from "#runtime/database";
import { promisedTo } from "./store.ts";

/** What a user has, owes and has promised in one currency. True until the end of the transaction under his lock, but for what others post. */
export async function purseOf(db: Queryable, user: UserId, currency: Currency): Promise<Purse> {
  const { wallet, reserve, owed } = await holdingsIn(db, user, currency);
  const promised = await promisedTo(db, user, currency);
  return { currency, wallet: wallet.minor, reserve: reserve.minor, owed: owed.minor, promised };
}

/** Money that goes from one account of a user's shard to another; nothing when it is none. */
export const moving = (
  user: UserId,
  kind: PostingKind,
  key: string,
  deal: DealId | null,
  [from, to]: readonly [AccountCode, AccountCode],
  amount: Money,
): Posting[] =>
  amount.minor === 0n ? [] : [{ shard: shardOf(user), key, kind, deal, entries: move(from, to, amount) }];

/** What pays a user's debt out of his wallet. */
export const recovering = (user: UserId, cause: string, deal: DealId | null, amount: Money): Posting[] =>
  moving(user, "recovered", `recovered:${cause}`, deal, [accounts.wallet(user), accounts.receivable(user)], amount);

/** The wallet was moved by what does not take the user's lock, such as a chargeback: all of it is read and decided again. */
export class WalletMoved extends Error {
  override readonly name = "WalletMoved";
}

export async function postAll(tx: Queryable, postings: readonly Posting[], now: Instant): Promise<void> {
  const verdicts = await post(tx, postings, now);
  for (const [index, verdict] of verdicts.entries()) {
    const key = postings[index]?.key;
    if (verdict === "short_of_money") throw new WalletMoved(`${key}: the ledger says ${verdict}`);
    if (verdict !== "posted") throw new Error(`${key}: the ledger says ${verdict}`);
  }
}

const TRIES = 5;

/** Runs a transaction again when the wallet was moved under it. */
export async function againWhenMoved<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof WalletMoved) || tries === TRIES) throw error;
    }
  }
}
