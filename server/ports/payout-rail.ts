import type { Currency, Money } from "@amana/core/money";
import type { Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { CallRefusal, RawWebhook, WebhookRefusal } from "./call.ts";

/** Sends money to a bank account. */
export type PayoutRail = {
  readonly name: string;
  readonly currencies: readonly Currency[];
  /** Makes a bank account known under our own id; the same id again answers with what is known. */
  registerPayee(payee: Payee): Promise<Result<PayeeReport, CallRefusal>>;
  /** What is known under our own id; declined with `reference_reused` where another account stands there. */
  lookPayee(payee: Payee): Promise<Result<PayeeReport, CallRefusal>>;
  /** Sends a payout under our own id. The same id again never pays twice. */
  send(request: PayoutRequest): Promise<Result<PayoutReport, CallRefusal>>;
  look(payout: string): Promise<Result<PayoutReport, CallRefusal>>;
  readWebhook(webhook: RawWebhook, now: Instant): Result<PayoutHint, WebhookRefusal>;
};

export type Payee = {
  /** Our bank account id. */
  readonly payee: string;
  readonly name: string;
  readonly accountNumber: string;
  /** Indian Financial System Code: four letters, a zero, six characters. */
  readonly ifsc: string;
  readonly email: string;
  readonly phone: string;
};

export type PayeeReport = { readonly status: "pending" | "verified" | "failed" | "unclear" };

export type PayoutRequest = {
  readonly payout: string;
  readonly payee: string;
  readonly amount: Money;
  readonly remark: string;
};

export type PayoutReport = {
  readonly reference: string;
  /** `pending`: may still go either way; `paid`: credited, yet may become `returned`; `failed`: never left. */
  readonly status: "pending" | "paid" | "failed" | "returned" | "unclear";
  readonly amount: Money;
  /** The bank's own number (UTR), once known. */
  readonly bankReference: string | null;
  readonly reason: string | null;
};

export type PayoutHint = { readonly dedupeKey: string; readonly type: string; readonly payout?: string };
