/** What the simulator remembers beside the companies' own records. */
/** How an event is delivered. `late` waits `delayMs`; `duplicate` sends `times` copies; `out_of_order` puts an older event between two copies. */
export type WebhookMode = {
  readonly mode: "normal" | "late" | "never" | "duplicate" | "out_of_order";
  readonly delayMs?: number;
  readonly times?: number;
};

/** Who signs: the PG client secret, the payouts client secret, or RapidShyp's static token. */
export type Signer = "pg" | "payout" | "rapidshyp";

export type WebhookEvent = {
  readonly signer: Signer;
  readonly type: string;
  /** The merchant's reference, for people reading the log. */
  readonly reference: string;
  readonly url: string;
  /** The exact bytes to send. */
  readonly body: string;
};

export type Attempt = { readonly at: string; readonly status: number };

export type Delivery = WebhookEvent & {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly queuedAt: string;
  state: "waiting" | "delivered" | "given_up" | "withheld";
  attempts: Attempt[];
};

export type Provider = "cashfree" | "rapidshyp";
/** Who can be made to fail. */
export type FaultyParty = Provider | "clamd";

/** What goes wrong with a call. `*_before`, `rate_limited` and `html` leave no effect; `*_after` and `garbage` do. */
export type FaultKind =
  | "timeout_before"
  | "timeout_after"
  | "error_before"
  | "error_after"
  | "rate_limited"
  | "garbage"
  | "html"
  | "partial";

export type Fault = {
  readonly id: string;
  readonly provider: FaultyParty;
  /** An operation name, or `*`. */
  readonly operation: string;
  readonly kind: FaultKind;
  times: number;
};

/** A mail that somebody sent to the mailbox. */
export type ReceivedMail = {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
};

/** One movement of the merchant's account at Cashfree; `amount` and `balance` are signed whole paise. */
export type StatementEntry = {
  readonly at: string;
  readonly kind: "payment" | "refund" | "dispute" | "dispute_reversal" | "payout" | "payout_reversal";
  /** The merchant's own order_id, refund_id or transfer_id; of a dispute the order_id. */
  readonly reference: string;
  readonly providerReference: string;
  readonly amount: number;
  readonly balance: number;
};
