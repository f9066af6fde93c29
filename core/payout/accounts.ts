import { allot, type Money } from "../money/index.ts";
import { ok, type Result, refuse } from "../result/index.ts";
import { after, type Duration, type Instant } from "../time/index.ts";

/** What decides whether money may go to a bank account. `blocked`: a payout came back from it. */
export type AccountStatus = "pending" | "verified" | "failed" | "blocked";

export type PayableAccount = {
  readonly status: AccountStatus;
  readonly primary: boolean;
  /** Null until it has been verified. */
  readonly usableFrom: Instant | null;
};

/** Where money goes now, or what it waits for. */
export type Destination<Account> =
  | { readonly kind: "account"; readonly account: Account }
  | { readonly kind: "on_hold"; readonly until: Instant }
  | { readonly kind: "none" };

export const isUsable = ({ status, usableFrom }: PayableAccount, now: Instant): boolean =>
  status === "verified" && usableFrom !== null && usableFrom <= now;

/**
 * The primary account once it may be used, until then the newest other one that may; of accounts given newest first. A changed
 * account therefore never takes money away from the old one before its hold is over.
 */
export function destinationOf<Account extends PayableAccount>(
  accounts: readonly Account[],
  now: Instant,
): Destination<Account> {
  const usable = accounts.filter((account) => isUsable(account, now));
  const account = usable.find(({ primary }) => primary) ?? usable[0];
  if (account) return { kind: "account", account };
  const holds = accounts.flatMap(({ status, usableFrom }) =>
    status === "verified" && usableFrom !== null ? [usableFrom] : [],
  );
  const [until] = holds.sort((a, b) => a - b);
  return until === undefined ? { kind: "none" } : { kind: "on_hold", until };
}

/** From when a newly verified account may be paid to: at once when it is the first that this user ever had, else after the hold. */
export const usableFrom = (isFirst: boolean, verifiedAt: Instant, hold: Duration): Instant =>
  isFirst ? verifiedAt : after(verifiedAt, hold);

/** One bank account's part of every payout, in basis points (1/10,000). */
export type Share<Account = string> = { readonly account: Account; readonly basisPoints: number };

export type ShareRefusal = "no_shares" | "not_a_share" | "account_twice" | "not_the_whole";

/** Shares name each account once and add up to the whole. */
export function checkShares<Account>(
  shares: readonly Share<Account>[],
): Result<readonly Share<Account>[], ShareRefusal> {
  if (shares.length === 0) return refuse("no_shares");
  if (shares.some(({ basisPoints }) => !Number.isInteger(basisPoints) || basisPoints <= 0))
    return refuse("not_a_share");
  if (new Set(shares.map(({ account }) => account)).size < shares.length) return refuse("account_twice");
  const sum = shares.reduce((total, { basisPoints }) => total + basisPoints, 0);
  return sum === 10_000 ? ok(shares) : refuse("not_the_whole");
}

/** Divides an amount among shares so that every minor unit is handed out; a share that comes to nothing is left out. */
export function allotShares<Account>(
  amount: Money,
  shares: readonly Share<Account>[],
): { readonly account: Account; readonly amount: Money }[] {
  const parts = allot(
    amount,
    shares.map(({ basisPoints }) => BigInt(basisPoints)),
  );
  return shares.flatMap(({ account }, index) => {
    const part = parts[index];
    return part && part.minor > 0n ? [{ account, amount: part }] : [];
  });
}
