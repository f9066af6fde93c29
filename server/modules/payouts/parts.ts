import type { Duration } from "@amana/core/time";
import type { PayoutRail } from "#ports/payout-rail";
import type { Database } from "#runtime/database";
import type { Keyring } from "#runtime/secrets";
import type { PayoutGate } from "./start.ts";
import type { LimitsOf } from "./withdraw.ts";

/** How long a changed bank account waits, and how much may be withdrawn. */
export type PayoutRules = {
  readonly changedAccountHold: Duration;
  readonly limits: LimitsOf;
  /** Withdrawals of more in a day need a fresh confirmation, in minor units of whichever currency. */
  readonly confirmAbove: bigint;
};

export type PayoutParts = {
  readonly db: Database;
  readonly rail: PayoutRail;
  readonly mayPayOut: PayoutGate;
  readonly payoutRules: PayoutRules;
  readonly dataKey: Keyring;
  readonly wake: () => void;
};
