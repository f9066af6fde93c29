import type { FeeSchedule } from "@amana/core/reconciliation";
import { type Duration, days, hours } from "@amana/core/time";

/** What the operator decides about reconciliation. */
export type ReconciliationSettings = {
  /** Our own account at a bank, into which gateways settle: `bank:<name>`. */
  readonly bank: string;
  /** What each gateway is allowed to charge per capture; without one, any charge is taken as right. */
  readonly tariffs: Readonly<Record<string, FeeSchedule>>;
  /** Open differences of one currency above this, in its minor units, stop payouts in it. */
  readonly unexplainedLimit: bigint;
};

export const DEFAULT_RECONCILIATION: ReconciliationSettings = { bank: "own", tariffs: {}, unexplainedLimit: 10_000n };

/** Statements are a day behind, our books an hour; the two sides of one movement lie less than three days apart. */
export const TOLERANCES = { theyListWithin: hours(24), weBookWithin: hours(1), dateTolerance: days(3) } as const;

/** How far outside a period the other side of a movement is looked for. */
export const MARGIN: Duration = days(10);

/** A daily run reads this much again, because lines are settled later than they are listed. */
export const READ_AGAIN: Duration = days(7);
