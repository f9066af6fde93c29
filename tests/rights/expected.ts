/**
 * Who may do what, route by route, written from the product's promises and apart from the policies in the code: the matrix holds the
 * running server against this table. An answer is a status, with the problem's code where there is one. A route without a row is a
 * failure.
 */

/** Whom the door lets in at all. A list names the staff who may; two are for the second factor and for signing out. */
export type Who =
  | "everybody"
  | "people"
  | "half signed in"
  | "any session"
  | "scheduler"
  | "provider"
  | readonly ("support" | "arbiter" | "finance" | "admin")[];

/** What the caller has to do with the thing; `self` where the route is about the caller alone. */
export type Relation = "buyer" | "seller" | "owner" | "staff" | "counterparty" | "stranger" | "missing" | "self";
export type Answers = Readonly<Partial<Record<Relation, string>>>;

export type Row = {
  readonly who: Who;
  /** What a key or token must have been given; null: for people alone. */
  readonly scope: string | null;
  readonly answers: Answers;
  /** What the same comes to once it was confirmed with a fresh code; absent: it needs no confirmation. */
  readonly confirmed?: Answers;
  /** What comes of a stranger's id in the body, by the field that holds it. */
  readonly foreign?: Readonly<Record<string, string>>;
  /** It does not exist in production. */
  readonly sandbox?: true;
};

const GONE = "404 NOT_FOUND";
const NOT_YOURS = { counterparty: GONE, stranger: GONE, missing: GONE };
const FORBIDDEN = "403 FORBIDDEN";
const ASKED = "403 STEP_UP_REQUIRED";
const FINANCE = ["finance", "admin"] as const;

const mine = (scope: string | null, answer = "200"): Row => ({ who: "people", scope, answers: { self: answer } });
const order = (scope: string, answers: Answers): Row => ({
  who: "people",
  scope,
  answers: { staff: FORBIDDEN, ...NOT_YOURS, ...answers },
});
const financeReads = (answers: Answers): Row => ({ who: FINANCE, scope: "staff:read", answers: { ...answers } });
const financeDoes = (answers: Answers): Row => ({ who: FINANCE, scope: null, answers: { ...answers } });
const open = (answer: string): Row => ({ who: "everybody", scope: null, answers: { self: answer } });
const sandbox = (answer: string): Row => ({ ...open(answer), sandbox: true });
const seenOrder = order("orders:read", { buyer: "200", seller: "200", staff: "200" });

export const EXPECTED: Readonly<Record<string, Row>> = {
  // Who I am, and confirming.
  getMe: mine("profile:read"),
  confirmStepUp: { who: "people", scope: null, answers: { self: GONE } },

  // What anybody may see.
  listProducts: open("200"),
  getProduct: { who: "everybody", scope: null, answers: { stranger: "200", missing: GONE } },
  getShippingRates: { who: "everybody", scope: null, answers: { stranger: "200", missing: GONE } },
  readSeals: open("200"),

  // Orders: to both parties and to staff they exist, to nobody else.
  listOrders: mine("orders:read"),
  listPendingOrders: mine("orders:read"),
  getOrder: seenOrder,
  getOrderTimeline: seenOrder,
  getOrderTracking: seenOrder,
  getOrderStatement: seenOrder,
  getOrderStatementProof: seenOrder,
  getOrderLabel: order("orders:read", { buyer: GONE, seller: "302", staff: GONE }),
  placeOrder: {
    ...{ who: "people", scope: "orders:write", answers: { self: "201", seller: "422 OWN_LISTING" } },
    // Products and quotes belong to nobody in particular: an order is placed, for the buyer who asks.
    foreign: { "items.0.productId": "422 INVALID_SHIPPING_ADDRESS", quoteId: "422 INVALID_SHIPPING_ADDRESS" },
  },
  startPayment: order("orders:write", { buyer: "201", seller: FORBIDDEN }),
  getPayment: { who: "people", scope: "orders:read", answers: { owner: "200", staff: GONE, ...NOT_YOURS } },
  cancelOrder: order("orders:write", { buyer: "200", seller: "200" }),
  acceptOrder: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  setOrderStatus: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  dispatchOrder: order("orders:write", { buyer: FORBIDDEN, seller: "202" }),
  confirmDelivery: order("orders:write", { buyer: "200", seller: FORBIDDEN }),

  // My money. An account that is named and is not mine does not exist, be it my seller's.
  getWallet: mine("wallet:read"),
  listWalletEntries: mine("wallet:read"),
  getWalletStatement: mine("wallet:read"),
  listSellerPayouts: mine("wallet:read"),
  listWithdrawals: mine("wallet:read"),
  previewWithdrawal: {
    ...{ who: "people", scope: "wallet:read", answers: { self: GONE, seller: "200" } },
    foreign: { bankAccountId: GONE },
  },
  withdraw: {
    ...{ who: "people", scope: "wallet:write", answers: { self: GONE, seller: "201" } },
    foreign: { bankAccountId: GONE },
  },
  listBankAccounts: mine("wallet:read"),
  addBankAccount: { who: "people", scope: null, answers: { self: ASKED }, confirmed: { self: "201" } },
  verifyBankAccountAgain: {
    ...{ who: "people", scope: null, answers: { owner: ASKED, staff: GONE, ...NOT_YOURS } },
    confirmed: { owner: "200", staff: GONE, ...NOT_YOURS },
  },
  getPayoutSchedule: mine("wallet:read"),
  setPayoutSchedule: {
    ...{ who: "people", scope: null, answers: { self: ASKED } },
    confirmed: { self: "400 VALIDATION_FAILED", seller: "200" },
    foreign: { "shares.0.bankAccountId": "400 VALIDATION_FAILED" },
  },

  // What I am told.
  listNotifications: mine("notifications:read"),
  markNotificationsRead: {
    ...{ who: "people", scope: null, answers: { self: "204" } },
    // Nothing is marked, and nothing is said.
    foreign: { "ids.0": "204" },
  },

  // Staff who look after the money. Reading may be left to a program; deciding may not.
  previewDecision: financeReads({ staff: "200", missing: GONE }),
  decideOrder: financeDoes({ staff: "200", missing: GONE }),
  listTroubledPayouts: financeReads({ self: "200" }),
  previewSendPayoutAgain: financeReads({ staff: "200", missing: GONE }),
  sendPayoutAgain: financeDoes({ staff: "201", missing: GONE }),
  listDebts: financeReads({ self: "200" }),
  listWriteOffs: financeReads({ self: "200" }),
  askWriteOff: financeDoes({ staff: "201", missing: "400 VALIDATION_FAILED" }),
  previewAskWriteOff: financeReads({ staff: "200", missing: "400 VALIDATION_FAILED" }),
  previewWriteOff: financeReads({ staff: "200", missing: GONE }),
  approveWriteOff: financeDoes({ staff: "200", missing: GONE }),
  listInFlight: financeReads({ self: "200" }),
  previewSuspenseRefund: financeReads({ staff: "200", missing: GONE }),
  refundSuspense: financeDoes({ staff: "200", missing: GONE }),
  sendRefundAgain: financeDoes({ staff: "409 TRANSITION_NOT_ALLOWED", missing: GONE }),
  readCustody: financeReads({ self: "200" }),
  readReconciliation: financeReads({ self: "200" }),
  runReconciliation: financeDoes({ missing: GONE }),
  previewExplanation: financeReads({ missing: GONE }),
  explainDifference: financeDoes({ missing: GONE }),

  // Machines.
  receive_testpay_webhook: { who: "provider", scope: null, answers: { self: "401 WEBHOOK_REFUSED" } },
  receive_testpost_webhook: { who: "provider", scope: null, answers: { self: "401 WEBHOOK_REFUSED" } },
  receivePayoutWebhook: { who: "provider", scope: null, answers: { self: "401 WEBHOOK_REFUSED" } },
  cron_process_timeouts: { who: "scheduler", scope: null, answers: { self: "202" } },
  cron_release_payments: { who: "scheduler", scope: null, answers: { self: "202" } },
  cron_update_tracking: { who: "scheduler", scope: null, answers: { self: "202" } },

  // The sandbox alone.
  getSandbox: sandbox("200"),
  listDemoUsers: sandbox("200"),
  signInDemoUser: sandbox("404 NOT_FOUND"),
  signOutDemoUser: sandbox("204"),
  getClock: sandbox("200"),
  advanceClock: sandbox("200"),
  listStepUpCodes: { ...mine(null), sandbox: true },
};

type Refused = "anonymous" | "expired" | "half signed in" | "suspended" | "scheduler";

/** What those hear who are nobody in particular, at any door that asks who is there; the scheduler's own is open to him. */
export const AT_THE_DOOR: Readonly<Record<Refused, string>> = {
  anonymous: "401 UNAUTHENTICATED",
  expired: "401 UNAUTHENTICATED",
  "half signed in": "401 SECOND_FACTOR_REQUIRED",
  suspended: "403 ACCOUNT_SUSPENDED",
  scheduler: FORBIDDEN,
};
export const WITHOUT_SCOPE = "403 INSUFFICIENT_SCOPE";
export const WITHOUT_RIGHT = FORBIDDEN;
