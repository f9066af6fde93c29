/** What the simulated Cashfree remembers. Amounts are whole paise, instants epoch milliseconds. */
export type Order = {
  readonly orderId: string;
  readonly cfOrderId: string;
  readonly sessionId: string;
  readonly paise: number;
  readonly currency: string;
  readonly customer: {
    readonly id: string;
    readonly phone: string;
    readonly email: string | null;
    readonly name: string | null;
  };
  readonly returnUrl: string | null;
  readonly notifyUrl: string | null;
  readonly paymentMethods: string | null;
  readonly note: string | null;
  readonly tags: Readonly<Record<string, string>> | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  status: "ACTIVE" | "PAID" | "EXPIRED" | "TERMINATED" | "TERMINATION_REQUESTED";
};

export type PaymentStatus = "SUCCESS" | "NOT_ATTEMPTED" | "FAILED" | "USER_DROPPED" | "PENDING";
export type PayMethod = "upi" | "card" | "netbanking" | "wallet";

export type Payment = {
  readonly cfPaymentId: string;
  readonly orderId: string;
  readonly method: PayMethod;
  readonly channel: string;
  readonly startedAt: number;
  paise: number;
  currency: string;
  status: PaymentStatus;
  completedAt: number | null;
  bankReference: string | null;
  errorCode: string | null;
};

export type RefundStatus = "SUCCESS" | "PENDING" | "CANCELLED" | "ONHOLD" | "FAILED";

export type Refund = {
  readonly refundId: string;
  readonly cfRefundId: string;
  readonly orderId: string;
  readonly cfPaymentId: string;
  readonly paise: number;
  readonly note: string | null;
  readonly speed: "STANDARD" | "INSTANT";
  readonly createdAt: number;
  status: RefundStatus;
  processedAt: number | null;
};

export type DisputeStage = "DISPUTE" | "RETRIEVAL" | "CHARGEBACK" | "PRE_ARBITRATION" | "ARBITRATION";
export type DisputeWord =
  | "CREATED"
  | "DOCS_RECEIVED"
  | "UNDER_REVIEW"
  | "INSUFFICIENT_EVIDENCE"
  | "MERCHANT_WON"
  | "MERCHANT_LOST"
  | "MERCHANT_ACCEPTED";

/** A buyer's bank asks a payment back. Cashfree's word for where it stands is the stage and the word joined. */
export type Dispute = {
  readonly disputeId: string;
  readonly orderId: string;
  readonly cfPaymentId: string;
  readonly paise: number;
  readonly createdAt: number;
  readonly respondBy: number;
  stage: DisputeStage;
  word: DisputeWord;
  /** The money has left the merchant's account. */
  taken: boolean;
  updatedAt: number;
  resolvedAt: number | null;
};

export type Simulation = {
  readonly simulationId: string;
  readonly entityId: string;
  readonly paymentStatus: string;
  readonly paymentErrorCode: string | null;
};

/** An answer kept for its idempotency key. */
export type StoredAnswer = {
  readonly fingerprint: string;
  readonly status: number;
  readonly text: string;
  readonly at: number;
};

export type Beneficiary = {
  readonly beneficiaryId: string;
  readonly name: string;
  readonly account: string | null;
  readonly ifsc: string | null;
  readonly vpa: string | null;
  readonly contact: Readonly<Record<string, string>>;
  readonly addedAt: number;
};

export type TransferOutcome = "completed" | "failed" | "rejected" | "reversed";

export type TransferCode =
  | "RECEIVED"
  | "PENDING"
  | "SENT_TO_BENEFICIARY"
  | "COMPLETED"
  | "IMPS_MODE_FAIL"
  | "INVALID_MODE_FOR_PYID"
  | "RETURNED_FROM_BENEFICIARY";

export type Transfer = {
  readonly transferId: string;
  readonly cfTransferId: string;
  readonly paise: number;
  readonly mode: string;
  readonly beneficiaryId: string | null;
  readonly account: string | null;
  readonly ifsc: string | null;
  readonly vpa: string | null;
  readonly addedAt: number;
  /** Where its own steps lead. */
  plan: TransferOutcome;
  status: "RECEIVED" | "PENDING" | "SUCCESS" | "FAILED" | "REJECTED" | "REVERSED";
  statusCode: TransferCode;
  utr: string | null;
  updatedAt: number;
  /** The body of the event held back so that it arrives after a newer one. */
  heldBack: { readonly type: string; readonly body: string } | null;
};
