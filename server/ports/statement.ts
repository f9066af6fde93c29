import type { LineKind, StatementLine } from "@amana/core/reconciliation";
import type { Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { CallRefusal } from "./call.ts";

/** Lists what a provider says has moved on our account there. Reading changes nothing, so any call may be repeated. */
export type StatementSource = {
  /** The provider, as its ledger account is named: `clearing:<name>`. */
  readonly name: string;
  /** What the statement lists; it says nothing of other kinds. */
  readonly covers: readonly LineKind[];
  /** One page of a period, `until` not included. A cursor belongs to its own period alone. */
  fetch(request: StatementRequest): Promise<Result<StatementPage, CallRefusal>>;
};

export type StatementRequest = {
  readonly from: Instant;
  readonly until: Instant;
  /** Null for the first page. */
  readonly cursor: string | null;
};

export type StatementPage = {
  readonly lines: readonly StatementLine[];
  /** Null on the last page. */
  readonly next: string | null;
};
