import type { Currency, Money } from "../money/index.ts";
import type { Duration, Instant } from "../time/index.ts";

/** What a provider's statement tells of. `…_return` is money that comes back after it had left, or leaves after it had come. */
export const LINE_KINDS = [
  "capture",
  "refund",
  "refund_return",
  "payout",
  "payout_return",
  "chargeback",
  "chargeback_return",
  "fee",
  "settlement",
  "adjustment",
] as const;

export type LineKind = (typeof LINE_KINDS)[number];

/**
 * One line of a provider's statement. Amounts are seen from our account there: above zero came in, below zero went out. `fee` and
 * `tax` are zero or above and were taken in addition.
 */
export type StatementLine = {
  readonly kind: LineKind;
  /** The provider's own number, which comes once per kind. */
  readonly reference: string;
  /** Our payment, refund or payout, where the line names it. */
  readonly ourId: string | null;
  readonly amount: Money;
  readonly fee: bigint;
  readonly tax: bigint;
  readonly at: Instant;
  readonly settledAt: Instant | null;
  /** The bank's number of the transfer by which it was settled or paid (UTR). */
  readonly bankReference: string | null;
};

/** One posting of ours as far as it concerns one provider's account, seen from the same side as the lines. */
export type Movement = {
  /** The posting's id. */
  readonly id: string;
  readonly kind: LineKind;
  readonly reference: string | null;
  readonly ourId: string | null;
  readonly amount: Money;
  readonly at: Instant;
  /** What the provider should charge for it; null where nothing was agreed. */
  readonly expected: Charges | null;
  /** Charges for it that are in the books already. */
  readonly booked: bigint;
};

export type Charges = { readonly fee: bigint; readonly tax: bigint };

export type FindingClass =
  | "matched"
  | "timing"
  | "missing_here"
  | "missing_there"
  | "amount"
  | "duplicate"
  | "unexplained";

export type FindingReason = "cut_off" | "date" | "amount" | "currency" | "fee" | "reference";

export type Finding<Line extends StatementLine = StatementLine, Mine extends Movement = Movement> = {
  readonly class: FindingClass;
  readonly reasons: readonly FindingReason[];
  readonly line: Line | null;
  readonly movement: Mine | null;
};

export type MatchRules = {
  /** What is judged; lines and movements outside only serve as partners. */
  readonly from: Instant;
  readonly until: Instant;
  /** Kinds that the statement lists: of others it says nothing. */
  readonly covers: readonly LineKind[];
  /** How long before `until` a movement of ours may still be missing there. */
  readonly theyListWithin: Duration;
  /** How long before `until` a line may still be missing here. */
  readonly weBookWithin: Duration;
  /** How far apart the two dates may lie. */
  readonly dateTolerance: Duration;
};

/** A share of the amount in basis points and a fixed part, and the tax on both in basis points. */
export type FeeSchedule = {
  readonly basisPoints: number;
  readonly fixed: bigint;
  readonly taxBasisPoints: number;
};

/** Minor units per currency, without those that come to nothing. */
export type Sums = ReadonlyMap<Currency, bigint>;
