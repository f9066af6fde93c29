import type { DealId, Id, UserId } from "@amana/core/ids";
import type { Entry } from "@amana/core/ledger";
import type { Currency, Money } from "@amana/core/money";
import type { Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import type { Queryable, Tx } from "#runtime/database";
import { type Asker, DEAL_PROBLEMS, MoneyJson, oneOf, type ProblemAnswer, ref, strict } from "#runtime/http";

export type ApprovalId = Id<"approval">;
export const APPROVAL_KINDS = ["order_decision", "suspense_refund", "write_off"] as const;
export type ApprovalKindName = (typeof APPROVAL_KINDS)[number];

/** What a proposal says; each kind takes some of it and refuses the rest. */
export const ContentJson = strict(
  {
    decision: Type.Optional(oneOf(["release", "refund", "settle"])),
    refund: Type.Optional(ref(MoneyJson)),
    amount: Type.Optional(ref(MoneyJson)),
  },
  {
    $id: "ApprovalContent",
    description: "`decision` and `refund` of a decision about an order, `amount` of a write-off.",
  },
);
export type Content = Static<typeof ContentJson>;

export const APPROVAL_PROBLEMS = ["NOT_FOUND", "VERSION_CONFLICT", ...DEAL_PROBLEMS] as const;
export type KindRefusal = ProblemAnswer<(typeof APPROVAL_PROBLEMS)[number] | "VALIDATION_FAILED">;

/** What a proposal comes to if it were done now. */
export type Outcome = {
  readonly amount: Money;
  readonly deal: DealId | null;
  readonly concerned: readonly UserId[];
  /** A text that changes when the subject has moved on: what was proposed then is not what would be done. */
  readonly basis: string;
  readonly entries: readonly Entry[];
};

export type Asked = {
  readonly subject: string;
  readonly content: Content;
  readonly reason: string;
};

/** What a module does once two people want it. */
export type ApprovalKind = {
  readonly name: ApprovalKindName;
  /** Changes nothing. */
  readonly look: (db: Queryable, asked: Asked, now: Instant) => Promise<Result<Outcome, KindRefusal>>;
  /** Does it in the transaction of the approval; a refusal undoes both. Under the id of the proposal it is done once. */
  readonly carryOut: (
    tx: Tx,
    asked: Asked & { readonly id: ApprovalId; readonly proposedBy: UserId; readonly basis: string },
    approver: Asker,
    now: Instant,
  ) => Promise<Result<readonly Entry[], KindRefusal>>;
};

/** Up to which amount one of the staff decides alone, in minor units; 0 for never. */
export type ApprovalLimit = (currency: Currency) => bigint;

/** What is configured without a word of the operator's: 1,000 of a currency with two decimals. */
export const DEFAULT_APPROVAL_LIMIT: ApprovalLimit = () => 100_000n;

export const needsApproval = (limit: ApprovalLimit, { minor, currency }: Money): boolean => minor > limit(currency);
