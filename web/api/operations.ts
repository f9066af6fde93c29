/** The words of operations: an order from inside, accounts and their entries. */
import type { Entry } from "./finance.ts";
import type { Money, OrderSummary } from "./types.ts";

type Person = { id: string; name: string };
/** An order as staff see it: they are neither of the two. */
export type StaffOrder = Omit<OrderSummary, "counterparty" | "role"> & {
  escrow: string;
  buyer: Person;
  seller: Person;
};

export type Inspection = {
  order: StaffOrder;
  dealId: string;
  process: string;
  state: string;
  revision: number;
  events: {
    seq: number;
    command: string;
    actor: string;
    from: string | null;
    to: string;
    reason: string | null;
    happenedAt: string;
    recordedAt: string;
  }[];
  postings: { id: string; kind: string; at: string; entries: Entry[] }[];
  outside: {
    what: "payment" | "refund" | "chargeback" | "payout" | "shipment";
    id: string;
    with: string;
    state: string;
    amount: Money | null;
    reference: string | null;
    problem: string | null;
  }[];
  jobs: { key: string; runAt: string; attempts: number; givenUp: boolean; lastError: string | null }[];
  webhooks: { gateway: string; type: string; about: string; receivedAt: string; times: number }[];
};

export type LedgerAccount = { account: string; shard: number; balance: Money; entries: number };
export type AccountEntry = {
  number: number;
  postingId: string;
  kind: string;
  dealId: string | null;
  at: string;
  amount: Money;
  balanceAfter: Money;
};

export type WaitingListing = {
  id: string;
  title: { en?: string | null; ar?: string | null };
  submittedAt?: string | null;
};
export type AuditEntry = { id: string; at: string; action: string; subject: string; reason: string | null };
export type FoundPerson = { id: string; name: string; email: string };
