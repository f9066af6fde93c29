/** The words of the finance desk: custody, reconciliation, money on its way, payouts, debts, decisions. */
import type { Money, PayoutStatus } from "./types.ts";

export type Entry = { account: string; amount: Money };
export type Entries = { entries: Entry[] };
/** What an act posts at once, or will post once a second person approves: `needsApproval` in its preview, `waiting` afterwards. */
export type Decided = Entries & { needsApproval?: boolean; status?: "waiting" };

export type Family = { family: string; sum: Money; accounts: number };
export type Custody = {
  currency: string;
  balanced: boolean;
  held: Family[];
  owed: Family[];
  unknown: Family[];
  heldTotal: Money;
  owedTotal: Money;
  difference: Money;
  providers: { gateway: string; books: Money; statement: Money | null; statementSince: string | null }[];
  unexplained: Money;
  payoutsBlocked: boolean;
};

export type DifferenceClass = "timing" | "missing_here" | "missing_there" | "amount" | "duplicate" | "unexplained";
export type Difference = {
  id: string;
  gateway: string;
  class: DifferenceClass;
  reasons: string[];
  at: string;
  foundAt: string;
  posting: string | null;
  line: string | null;
  /** By how much our account at the provider would have to move for the books to say what the statement says. */
  effect: Money[];
  atStake: Money[];
};
export type Run = {
  gateway: string;
  from: string;
  until: string;
  at: string;
  lines: number;
  newLines: number;
  matched: number;
  waiting: number;
  feesPosted: number;
  settlementsPosted: number;
  found: number;
  resolved: number;
};
export type Reconciliation = { runs: Run[]; differences: Difference[] };

export type InFlight = {
  kind: "refund" | "payout" | "chargeback" | "suspense";
  id: string;
  dealId: string | null;
  gateway: string;
  amount: Money;
  state: string;
  since: string;
  /** Null where nobody looks by himself: staff must act. */
  nextCheckAt: string | null;
  attempts: number;
  problem: string | null;
  overdueSince: string | null;
};

export type PayoutGroup = "came_back" | "waiting" | "on_the_way";
export type StaffPayout = {
  id: string;
  kind: "release" | "reserve" | "batch" | "withdrawal" | "retry";
  status: PayoutStatus;
  userId: string;
  userName: string;
  amount: Money;
  reason: string | null;
  tries: number;
  requestedAt: string;
  updatedAt: string;
  /** Null where nobody looks by himself: staff must act. */
  nextLookAt: string | null;
  lastError: string | null;
  /** Of what came back: whether staff may send it again, or its owner alone. */
  sendAgain: "offered" | "left_to_owner" | null;
};
export type Sending = Entries & {
  status: "requested" | "withheld";
  amount: Money;
  bankAccount: { id: string; holderName: string; last4: string };
};

export type Debt = { userId: string; userName: string; owed: Money };

export type Approval = {
  id: string;
  kind: "order_decision" | "suspense_refund" | "write_off";
  status: "waiting" | "approved" | "declined" | "expired";
  /** The order, the payment or the user that it is about. */
  subject: string;
  amount: Money;
  content: { decision?: "release" | "refund" | "settle"; refund?: Money; amount?: Money };
  reason: string;
  version: number;
  authors: { id: string; name: string }[];
  proposedAt: string;
  expiresAt: string;
  decidedBy: { id: string; name: string } | null;
  decidedAt: string | null;
  decisionReason: string | null;
  /** Whether the reader is somebody who could. */
  mayApprove: boolean;
};
