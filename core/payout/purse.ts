import { basisPoints, type Currency, type Money, money } from "../money/index.ts";
import { ok, type Result, refuse } from "../result/index.ts";

/** What a user's accounts hold in one currency, none of it below zero. */
export type Purse = {
  readonly currency: Currency;
  readonly wallet: bigint;
  /** Held back against chargebacks; it comes to the wallet at its day. */
  readonly reserve: bigint;
  /** What the user owes after a chargeback: taken from the wallet before anything leaves it. */
  readonly owed: bigint;
  /** Of the wallet: what payouts that wait to be started will take. */
  readonly promised: bigint;
};

/** How a release is divided: what pays the debt, what is held back, and what may be paid out. */
export type Division = { readonly recovered: Money; readonly reserved: Money; readonly payable: Money };

/** What of the wallet pays the debt, before anything else. */
export const recoverable = (purse: Purse): Money => money(least(purse.wallet, purse.owed), purse.currency);

/** What its owner may ask for: the wallet without the debt and without what is promised to payouts that wait. */
export const available = ({ wallet, owed, promised, currency }: Purse): Money =>
  money(notBelowZero(wallet - owed - promised), currency);

/** Divides what a release has brought to the wallet. The wallet already holds it; no part is larger than what is there. */
export function divideRelease(received: Money, purse: Purse, reserveBasisPoints: number): Division {
  if (received.currency !== purse.currency) throw new Error(`${received.currency} is not ${purse.currency}`);
  const recovered = recoverable(purse);
  const left = purse.wallet - recovered.minor;
  const reserved = money(least(basisPoints(received, reserveBasisPoints).minor, left), purse.currency);
  const free = notBelowZero(left - reserved.minor - purse.promised);
  return { recovered, reserved, payable: money(least(received.minor - reserved.minor, free), purse.currency) };
}

/**
 * What of one reserve that has reached its day goes to the wallet. Chargebacks take from the reserve as a whole, so that what later
 * days still need is kept back first.
 */
export const dueReserve = (held: Money, balance: bigint, neededLater: bigint): Money =>
  money(least(held.minor, notBelowZero(balance - neededLater)), held.currency);

/** In minor units of the currency; null where there is no limit. */
export type WithdrawalLimits = { readonly smallest: bigint; readonly perDay: bigint | null };

export type WithdrawalRefusal = "not_an_amount" | "below_the_smallest" | "above_the_daily_limit" | "short_of_money";

/** What a withdrawal does: shown before it is made, and made exactly so. */
export type Withdrawal = { readonly amount: Money; readonly recovered: Money; readonly after: Purse };

/** Decides a withdrawal; `withdrawn` is what the user has withdrawn in the last day. */
export function decideWithdrawal(
  amount: Money,
  purse: Purse,
  limits: WithdrawalLimits,
  withdrawn: bigint,
): Result<Withdrawal, WithdrawalRefusal> {
  const { minor } = amount;
  if (amount.currency !== purse.currency) throw new Error(`${amount.currency} is not ${purse.currency}`);
  if (minor <= 0n) return refuse("not_an_amount");
  if (minor > available(purse).minor) return refuse("short_of_money");
  if (minor < limits.smallest) return refuse("below_the_smallest");
  if (limits.perDay !== null && withdrawn + minor > limits.perDay) return refuse("above_the_daily_limit");
  const recovered = recoverable(purse);
  const after = { ...purse, wallet: purse.wallet - recovered.minor - minor, owed: purse.owed - recovered.minor };
  return ok({ amount, recovered, after });
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const notBelowZero = (minor: bigint): bigint => (minor < 0n ? 0n : minor);
