import type { DealId, UserId } from "../ids/index.ts";
import type { Money } from "../money/index.ts";
import type { Duration, Instant } from "../time/index.ts";
import type { Policy } from "./policy.ts";
import type { Actor, DeadlineKind, EscrowStatus } from "./process.ts";

/** The buyer's own balance as the source of a payment; it is refunded like any gateway. */
export const WALLET = "wallet";

export type Deadline = { readonly kind: DeadlineKind; readonly openedAt: Instant; readonly dueAt: Instant };

/** What a frozen deal goes back to: its state, and how much of its deadline had gone by and was left. */
export type Suspension = {
  /** Who froze it. */
  readonly by: Actor;
  readonly state: string;
  readonly kind: DeadlineKind;
  readonly elapsed: Duration;
  readonly left: Duration;
  /** What was suspended already: a chargeback may come while there is a dispute. */
  readonly beneath: Suspension | null;
};

/** One running escrow: one buyer, one seller, one currency, one process, one state. */
export type Deal = {
  readonly id: DealId;
  readonly process: string;
  readonly processVersion: number;
  readonly state: string;
  /** Counts the events of the deal; every accepted command adds one. */
  readonly revision: number;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly total: Money;
  readonly commission: Money;
  readonly commissionTax: Money;
  readonly sellerReceives: Money;
  readonly escrow: EscrowStatus;
  /** Which gateway holds the money, once it was captured. */
  readonly gateway: string | null;
  readonly policy: Policy;
  readonly deadline: Deadline | null;
  readonly suspended: Suspension | null;
  /** What an arbiter has decided that the buyer gets back, where that divides the money. */
  readonly ruling: Money | null;
  /** How often the buyer may still ask for changes; null where the process has no revisions. */
  readonly revisionsLeft: number | null;
};
