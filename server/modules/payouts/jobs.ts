import { hours } from "@amana/core/time";
import type { PayoutRail } from "#ports/payout-rail";
import type { Database } from "#runtime/database";
import type { Keyring } from "#runtime/secrets";
import type { JobHandler } from "#runtime/work";
import { lookAtWaiting, payBatch, retryPayout } from "./again.ts";
import { type AccountRules, registerBankAccount } from "./bank-accounts.ts";
import { followPayout } from "./follow.ts";
import type { PayoutRules } from "./parts.ts";
import { releaseReserve } from "./release.ts";

/** A changed account waits for a day; anything from one major unit on may be withdrawn. */
export const DEFAULT_PAYOUT_RULES: PayoutRules = {
  changedAccountHold: hours(24),
  limits: () => ({ smallest: 100n, perDay: null }),
  confirmAbove: 500_000n,
};

/** Everything that this module does later. Without a rail reserves still come to wallets at their day. */
export const payoutJobs = (db: Database, rail: PayoutRail | null, keys: Keyring, rules: AccountRules): JobHandler[] => [
  releaseReserve(db, rules),
  ...(rail
    ? [
        registerBankAccount(db, rail, keys, rules),
        followPayout(db, rail),
        lookAtWaiting(db, rules),
        retryPayout(db, rules),
        payBatch(db, rules),
      ]
    : []),
];
