import type { DealId, Shard, UserId } from "../ids/index.ts";
import { type Money, money } from "../money/index.ts";
import { ok, type Result, refuse } from "../result/index.ts";

/**
 * The chart of accounts. An account is a code and a currency; amounts flow from a minus to a plus, so that what others have
 * entrusted to us (escrow, wallets) is positive and what a gateway holds for us (clearing) is negative.
 */
export const accounts = {
  escrow: (deal: DealId) => `escrow:${deal}` as const,
  wallet: (user: UserId) => `wallet:${user}` as const,
  clearing: (gateway: string) => `clearing:${gateway}` as const,
  refundsInFlight: (gateway: string) => `refunds_in_flight:${gateway}` as const,
  payoutsInFlight: (gateway: string) => `payouts_in_flight:${gateway}` as const,
  suspense: (gateway: string) => `suspense:${gateway}` as const,
  commission: () => "revenue:commission" as const,
  /** What else the platform earns, such as a charge for a withdrawal. */
  fees: () => "revenue:fees" as const,
  /** Owed to a tax office, by the code of the tax, such as `GST`. */
  tax: (code: string) => `tax:${code}` as const,
  gatewayFees: () => "expense:gateway_fees" as const,
  /** Chargebacks that nobody could be made to bear, and debts that were written off. */
  chargebacks: () => "expense:chargebacks" as const,
  /** Part of a seller's money that is held back for a while against chargebacks. */
  reserve: (user: UserId) => `reserve:${user}` as const,
  /** What a user owes us after a chargeback; zero or below. */
  receivable: (user: UserId) => `receivable:${user}` as const,
  /** Our own money at a bank, into which gateways settle; negative like clearing. */
  bank: (name: string) => `bank:${name}` as const,
  /** Between two shards: what one posting puts in, another takes out in the same transaction; over all shards it is zero. */
  intershard: () => "intershard" as const,
};

export type AccountCode = ReturnType<(typeof accounts)[keyof typeof accounts]>;

const GUARDED = ["escrow:", "wallet:", "reserve:", "refunds_in_flight:", "payouts_in_flight:", "suspense:"];

/** Whether an account may never go below zero. */
export const isGuarded = (code: AccountCode): boolean => GUARDED.some((family) => code.startsWith(family));

export type Entry = { readonly account: AccountCode; readonly amount: Money };

export const POSTING_KINDS = [
  "fund",
  "release",
  "refund",
  "refund_confirmed",
  "refund_to_wallet",
  "unmatched",
  "unmatched_refund",
  "payout",
  "payout_confirmed",
  "payout_failed",
  "payout_returned",
  "settle",
  "chargeback",
  "chargeback_reversed",
  "fund_from_wallet",
  "reserve_held",
  "reserve_released",
  "recovered",
  "written_off",
  "gateway_fee",
  "settled",
  "explained",
] as const;

export type PostingKind = (typeof POSTING_KINDS)[number];

/** A list of entries that sums to zero per currency, posted once per key and never changed. */
export type Posting = {
  readonly shard: Shard;
  /** Posted at most once: a function of our own ids. */
  readonly key: string;
  readonly kind: PostingKind;
  readonly deal: DealId | null;
  readonly entries: readonly Entry[];
};

export type PostingRefusal = "no_entries" | "entry_of_zero" | "does_not_sum_to_zero";

/** The entries that move an amount from one account to another. */
export const move = (from: AccountCode, to: AccountCode, amount: Money): Entry[] => [
  { account: from, amount: money(-amount.minor, amount.currency) },
  { account: to, amount },
];

/** Adds up entries of the same account and currency, and leaves out what comes to nothing. */
export function netted(entries: readonly Entry[]): Entry[] {
  const sums = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.account} ${entry.amount.currency}`;
    const sum = (sums.get(key)?.amount.minor ?? 0n) + entry.amount.minor;
    sums.set(key, { account: entry.account, amount: money(sum, entry.amount.currency) });
  }
  return [...sums.values()].filter((entry) => entry.amount.minor !== 0n);
}

export function checkPosting(posting: Posting): Result<Posting, PostingRefusal> {
  if (posting.entries.length === 0) return refuse("no_entries");
  const sums = new Map<string, bigint>();
  for (const { amount } of posting.entries) {
    if (amount.minor === 0n) return refuse("entry_of_zero");
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + amount.minor);
  }
  return [...sums.values()].every((sum) => sum === 0n) ? ok(posting) : refuse("does_not_sum_to_zero");
}
