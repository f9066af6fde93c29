import type { Currency, Money } from "@amana/core/money";
import type { Result } from "@amana/core/result";
import type { Duration, Instant } from "@amana/core/time";
import type { CallRefusal, RawWebhook, WebhookRefusal } from "./call.ts";

/** Takes money from buyers and returns it. An adapter keeps no state and decides nothing. */
export type PaymentGateway = {
  readonly name: string;
  /** What checkout calls it. */
  readonly title: string;
  readonly currencies: readonly Currency[];
  readonly methods: readonly PaymentMethod[];
  /** Opens a payment at the gateway under our own id. The same id again gives the same payment, never a second one. */
  open(request: OpenPayment): Promise<Result<OpenedPayment, CallRefusal>>;
  /** The truth about a payment: every capture that the gateway has made for it. */
  look(payment: string): Promise<Result<PaymentReport, CallRefusal>>;
  /** Ends a payment that nobody has paid. An answer of `open` means that one is under way: look again later. */
  close(payment: string): Promise<Result<PaymentReport, CallRefusal>>;
  /** Sends money back under our own refund id. The same id again never sends it twice. */
  refund(request: RefundRequest): Promise<Result<RefundReport, CallRefusal>>;
  lookRefund(payment: string, refund: string): Promise<Result<RefundReport, CallRefusal>>;
  /** Every dispute that banks have raised over a payment; absent where the gateway cannot be asked. */
  lookDisputes?(payment: string): Promise<Result<readonly DisputeReport[], CallRefusal>>;
  /** How long it surely knows the ids of calls again; 24 hours when absent. After that it is only asked, never told again. */
  readonly remembersFor?: Duration;
  /** Checks the signature over the raw bytes and says which payment, refund or dispute to look at. */
  readWebhook(webhook: RawWebhook, now: Instant): Result<GatewayHint, WebhookRefusal>;
};

export type PaymentMethod = "card" | "upi" | "netbanking" | "wallet";

export type OpenPayment = {
  /** Our payment id, also the gateway's idempotency key. */
  readonly payment: string;
  readonly amount: Money;
  readonly buyer: { readonly id: string; readonly name: string; readonly email: string; readonly phone: string };
  readonly returnUrl: string;
  readonly notifyUrl: string;
  readonly expiresAt: Instant;
};

export type OpenedPayment = {
  /** The gateway's own number for it. */
  readonly reference: string;
  readonly next: NextAction;
};

/** What the buyer's browser does next: `script` loads the gateway's own script and hands it the session. */
export type NextAction =
  | { readonly kind: "redirect"; readonly url: string }
  | {
      readonly kind: "script";
      readonly src: string;
      readonly session: string;
      readonly mode: "sandbox" | "production";
    };

export type PaymentReport = {
  /** `open`: may still be paid; `closed`: can no longer be paid; `unclear`: a word that we have not met. */
  readonly status: "open" | "paid" | "closed" | "unclear";
  /** What the gateway thinks is owed. */
  readonly amount: Money;
  readonly captures: readonly Capture[];
  readonly failedAttempts: number;
};

export type Capture = {
  readonly reference: string;
  readonly amount: Money;
  readonly capturedAt: Instant;
  readonly method: string;
};

export type RefundRequest = {
  readonly payment: string;
  readonly refund: string;
  readonly amount: Money;
  readonly note: string;
};

export type RefundReport = {
  readonly reference: string;
  readonly status: "pending" | "succeeded" | "failed" | "unclear";
  readonly amount: Money;
};

/** A buyer's bank that asks a payment back. */
export type DisputeReport = {
  /** The gateway's own number for it, the same through all its stages. */
  readonly reference: string;
  /** The capture that is asked back, where the gateway says which. */
  readonly capture: string | null;
  readonly amount: Money;
  /** `open`: undecided; `won`: the money stays or comes back; `lost`: it is the buyer's; `unclear`: a word that we have not met. */
  readonly status: "open" | "won" | "lost" | "unclear";
  /** False for an inquiry, while nothing has been taken from us yet. */
  readonly takesMoney: boolean;
  readonly reason: string | null;
  /** Null where the gateway does not say when, or not in a way that can be read. */
  readonly openedAt: Instant | null;
  readonly respondBy: Instant | null;
};

export type GatewayHint = {
  /** Unique per event of this gateway, for storing each event once. */
  readonly dedupeKey: string;
  readonly type: string;
  /** Our own ids, where the event carries them. */
  readonly payment?: string;
  readonly refund?: string;
  /** The gateway's own number of a dispute over `payment`. */
  readonly dispute?: string;
};
