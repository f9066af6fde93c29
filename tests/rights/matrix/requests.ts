import { BRIEF, browserOf, consentTo, OFFER, offerOf, REDIRECT } from "../belongings.ts";
import { byAgreement, byAmendment, byOrderWish, byPaidAgreement, byTalk } from "./agreement-requests.ts";
import type { Belongings } from "./belongings.ts";
import { CART_REQUESTS } from "./cart-requests.ts";
import type { DisputeThings } from "./disputes.ts";
import { LISTING_REQUESTS } from "./listing-requests.ts";
import type { Side, SideThings } from "./market.ts";

/** Which pair's thing is asked for. */
export type Instance = Side | "missing";

/** What a thing belongs to: an order to two, others to one of them; `body` things are named in the body. */
export type ThingOf = "order" | "buyer" | "seller" | "company" | "listing" | "public" | "staff";

/** How a route is called with everything right, by whoever may. */
export type Valid = {
  /** Whose thing its address names; absent: about the caller alone. */
  readonly of?: ThingOf;
  readonly params?: (ids: Ids) => Readonly<Record<string, string>>;
  /** Other things at which the same must be answered. */
  readonly also?: readonly ((ids: Ids) => Readonly<Record<string, string>>)[];
  /** One whose amount is above the limit of what one person decides alone. */
  readonly aboveLimit?: (ids: Ids) => Readonly<Record<string, string>>;
  readonly query?: (ids: Ids) => Readonly<Record<string, string>>;
  /** `own` are the things of the caller, or of side A where he has none. */
  readonly body?: (own: Ids, named: Ids) => unknown;
  /** Who does this as an everyday thing: his keys are tried. */
  readonly by?: "buyer" | "seller" | "finance";
};

/** The ids that requests carry, of one pair or of nobody. */
export type Ids = Belongings &
  DisputeThings & {
    readonly order: Readonly<Record<keyof SideThings["orders"], string>>;
    readonly product: string;
    readonly quote: string;
    readonly payment: string;
    readonly bankAccount: string;
    readonly failedAccount: string;
    readonly failedPayout: string;
    readonly refund: string;
    readonly approval: string;
    readonly capture: string;
    readonly notification: string;
    readonly debtor: string;
  };

const order = (station: keyof Ids["order"]) => (ids: Ids) => ({ id: ids.order[station] });
const REASON = { reason: "The parcel was handed over in person" };
const inr = (amount: number) => ({ amount, currency: "INR" });
const ADDRESS = { name: "Asha", phone: "9000000001", line1: "7 Lake Road", city: "Mumbai", postcode: "400001" };
const byOrder = (station: keyof Ids["order"], by: "buyer" | "seller" | "finance" = "buyer"): Valid => ({
  ...{ of: "order", params: order(station), by },
});
const byDispute = (stage: keyof Ids["dispute"], by: "buyer" | "seller" = "buyer"): Valid => ({
  ...{ of: "order", params: ({ dispute }) => ({ id: dispute[stage] }), by },
});
const onTheDesk = (stage: keyof Ids["dispute"]): Valid => ({
  ...{ of: "staff", params: ({ dispute }) => ({ id: dispute[stage] }) },
});
const byConsent = (by: "buyer" | "seller"): Valid => ({
  ...{ of: "order", params: ({ offered }) => ({ id: offered.id, consent: offered.consent }), by },
  body: () => ({}),
});
const SAID = { text: "It is as I said." };
const received = (about: string): Valid => ({ params: () => ({ about }), body: () => ({ forged: true }) });

const byApproval: Valid = { of: "staff", params: ({ approval }) => ({ id: approval }) };
const byUser: Valid = { of: "staff", params: ({ debtor }) => ({ id: debtor }) };
const byAudit: Valid = { of: "staff", params: ({ audit }) => ({ id: audit }) };
const byCompany: Valid = { of: "company", by: "seller", params: ({ organization }) => ({ id: organization }) };
const byMember: Valid = {
  ...{ of: "company", by: "seller" },
  params: ({ organization, colleague }) => ({ id: organization, userId: colleague }),
};
const byEndpoint: Valid = { of: "seller", by: "seller", params: ({ endpoint }) => ({ id: endpoint }) };
const byBrowser: Valid = { of: "buyer", params: ({ browser }) => ({ id: browser }) };
const byFile: Valid = { of: "buyer", params: ({ file }) => ({ id: file }) };
const byPurchase: Valid = { of: "buyer", params: ({ entitlement }) => ({ id: entitlement }) };
const byConversation: Valid = { of: "order", params: ({ conversation }) => ({ id: conversation }) };
const byBrief: Valid = { of: "buyer", params: ({ brief }) => ({ id: brief }) };
const byProject: Valid = { of: "order", params: ({ project }) => ({ id: project }) };
const byProposal: Valid = { of: "order", params: ({ proposal }) => ({ id: proposal }) };
const byContract: Valid = { of: "order", params: ({ contract }) => ({ id: contract }) };
const PROVIDER: Valid = { params: () => ({ provider: "elsewhere" }) };
const SWITCHES = { orders: true, payments: true, messages: true, account: true };
const WORDS = "a long walk by the lake";
const TOKEN = "a".repeat(43);
const MAIL = { email: "nobody.yet@example.test" };

export const VALID: Readonly<Record<string, Valid>> = {
  getMe: {},
  changeMe: { body: () => ({ name: "Asha" }) },
  getPickupAddress: { by: "seller" },
  changePickupAddress: { body: () => ({ line1: "1 Demo Street", line2: null, city: "Pune", postcode: "411001" }) },
  register: { body: () => ({ name: "Asha", ...MAIL, password: WORDS, language: "en" }) },
  verifyEmail: { body: () => ({ token: TOKEN }) },
  resendVerification: { body: () => MAIL },
  signIn: { body: () => ({ ...MAIL, password: WORDS }) },
  forgotPassword: { body: () => MAIL },
  resetPassword: { body: () => ({ token: TOKEN, password: WORDS }) },
  passSecondFactor: { body: () => ({ code: "123456" }) },
  signOut: { body: () => ({}) },
  listSignInProviders: {},
  startProviderSignIn: PROVIDER,
  finishProviderSignIn: { ...PROVIDER, query: () => ({ state: TOKEN, code: "a-code" }) },
  changePassword: { body: () => ({ password: WORDS }) },
  listSessions: {},
  revokeSession: { of: "buyer", params: ({ session }) => ({ id: session }) },
  revokeOtherSessions: { body: () => ({}) },
  getSecondFactor: {},
  beginSecondFactor: { body: () => ({}) },
  confirmSecondFactor: { body: () => ({ code: "123456" }) },
  renewRecoveryCodes: { body: () => ({}) },
  removeSecondFactor: {},
  listSignInLinks: {},
  linkSignInProvider: { ...PROVIDER, body: () => ({}) },
  unlinkSignInProvider: PROVIDER,
  listApiKeys: { by: "seller" },
  createApiKey: { body: () => ({ name: "Warehouse", scopes: ["orders:read"] }) },
  revokeApiKey: { of: "seller", by: "seller", params: ({ apiKey }) => ({ id: apiKey }) },
  listOAuthClients: { by: "seller" },
  createOAuthClient: { body: () => ({ name: "Books", redirectUris: [REDIRECT], confidential: true }) },
  deleteOAuthClient: { of: "seller", by: "seller", params: ({ client }) => ({ id: client }) },
  getOAuthClient: { of: "public", params: ({ client }) => ({ id: client }) },
  decideOAuthConsent: { body: (_, { client }) => consentTo(client) },
  listGrants: {},
  revokeGrant: { of: "buyer", params: ({ grant }) => ({ id: grant }) },
  issueOAuthToken: { body: () => ({ forged: true }) },
  revokeOAuthToken: { body: () => ({ forged: true }) },
  createOrganization: {
    body: () => ({ legalName: "Deccan Looms (demo)", country: "IN", taxNumber: "27AAPFU0939F1ZV" }),
  },
  listOrganizations: { by: "seller" },
  getOrganization: byCompany,
  changeOrganization: { ...byCompany, body: () => ({ legalName: "Deccan Looms and Sons (demo)" }) },
  listOrganizationMembers: byCompany,
  changeMemberRole: { ...byMember, body: () => ({ role: "buyer" }) },
  removeMember: byMember,
  leaveOrganization: byCompany,
  inviteMember: { ...byCompany, body: () => ({ ...MAIL, role: "viewer" }) },
  listInvitations: byCompany,
  revokeInvitation: {
    ...{ of: "company", by: "seller" },
    params: ({ organization, invitation }) => ({ id: organization, invitationId: invitation }),
  },
  acceptInvitation: { body: () => ({ token: TOKEN }) },
  createWebhookEndpoint: { by: "seller", body: () => ({ url: "https://shop.example.test/more" }) },
  listWebhookEndpoints: { by: "seller" },
  getWebhookEndpoint: byEndpoint,
  changeWebhookEndpoint: { ...byEndpoint, body: () => ({ enabled: false }) },
  deleteWebhookEndpoint: byEndpoint,
  rotateWebhookSecret: byEndpoint,
  listWebhookDeliveries: byEndpoint,
  testWebhookEndpoint: byEndpoint,
  resendWebhookDelivery: {
    ...{ of: "seller", by: "seller" },
    params: ({ endpoint, delivery }) => ({ id: endpoint, delivery }),
  },
  listEvents: { by: "seller" },
  getEvent: { of: "seller", by: "seller", params: ({ event }) => ({ id: event }) },
  searchUsers: {},
  getUser: byUser,
  suspendUser: { ...byUser, body: () => REASON },
  reinstateUser: { ...byUser, body: () => REASON },
  changeRoles: { ...byUser, body: () => ({ roles: ["user", "support"], ...REASON }) },
  eraseUser: { ...byUser, body: () => REASON },
  searchAudit: {},
  readAuditEntry: byAudit,
  discloseAuditEntry: { ...byAudit, body: () => REASON },
  listOwnDisclosures: {},
  confirmStepUp: { params: () => ({ id: `stp_${"0".repeat(32)}` }), body: () => ({ code: "123456" }) },
  listProducts: {},
  getProduct: { of: "public", params: ({ product }) => ({ id: product }) },
  ...LISTING_REQUESTS,
  getShippingRates: {
    of: "listing",
    query: ({ product }) => ({ productId: product, quantity: "1", postcode: "400001" }),
  },
  readSeals: {},
  getCalendar: { params: () => ({ country: "SA" }) },
  listOrders: {},
  listAllOrders: {},
  getDashboard: { query: () => ({ role: "buyer" }) },
  getOverview: {},
  inspectOrder: { of: "staff", params: order("shipped"), also: [order("done")] },
  listPendingOrders: { by: "seller" },
  countSellerOrders: { by: "seller" },
  getOrder: { ...byOrder("shipped"), also: [order("awaiting"), order("done"), order("unpaidOut")] },
  getOrderTimeline: { ...byOrder("cancelled"), also: [order("decided")] },
  getOrderTracking: byOrder("shipped"),
  getOrderStatement: byOrder("done"),
  getOrderStatementProof: byOrder("done"),
  getOrderLabel: byOrder("shipped", "seller"),
  placeOrder: {
    body: ({ product, quote }) => ({
      ...{ items: [{ productId: product, quantity: 1 }], shippingAddress: ADDRESS, quoteId: quote, courier: "road" },
    }),
  },
  ...CART_REQUESTS,
  startPayment: { ...byOrder("awaiting"), body: () => ({}) },
  getPayment: { of: "buyer", params: ({ payment }) => ({ id: payment }) },
  cancelOrder: { ...byOrder("paid"), body: () => ({ reason: "Found it nearer" }) },
  acceptOrder: { ...byOrder("paid", "seller"), body: () => ({}) },
  setOrderStatus: { ...byOrder("accepted", "seller"), body: () => ({ status: "processing" }) },
  dispatchOrder: { ...byOrder("paid", "seller"), body: () => ({}) },
  confirmDelivery: { ...byOrder("shipped"), body: () => ({}) },
  openNegotiation: { body: ({ product }) => ({ productId: product, offer: offerOf("As seen") }) },
  listNegotiations: {},
  getNegotiation: byTalk,
  makeOffer: { ...byTalk, body: () => offerOf("As seen") },
  acceptOffer: { ...byTalk, by: "seller", body: ({ offer }) => ({ offerId: offer }) },
  withdrawOffer: { ...byTalk, params: ({ negotiation, offer }) => ({ id: negotiation, offer }), body: () => ({}) },
  closeNegotiation: { ...byTalk, body: () => ({}) },
  listAgreements: {},
  getAgreement: { ...byAgreement, also: [({ paidAgreement }) => ({ id: paidAgreement })] },
  getAgreementPdf: byPaidAgreement,
  orderAgreed: byOrderWish,
  signAgreement: { ...byPaidAgreement, body: ({ paidHash }) => ({ name: "Signed (demo)", hash: paidHash }) },
  proposeAmendment: { ...byPaidAgreement, body: () => ({ freeTerms: "Folded, not rolled" }) },
  acceptAmendment: { ...byAmendment, by: "seller" },
  declineAmendment: byAmendment,
  deliverWork: { ...byOrder("working", "seller"), body: () => ({ message: "Three drafts" }) },
  requestRevision: { ...byOrder("handedOver"), body: () => ({ message: "A warmer red" }) },
  listDeliveries: byOrder("handedOver"),
  listDownloads: { of: "order", params: ({ filesOrder }) => ({ id: filesOrder }) },
  getPrice: { query: ({ digital }) => ({ productId: digital, quantity: "1" }) },
  listLibrary: {},
  getLibraryEntry: byPurchase,
  linkPurchase: { ...byPurchase, body: ({ asset }) => ({ fileId: asset }) },
  downloadPurchase: {
    ...{ of: "public", params: ({ entitlement }) => ({ id: entitlement }) },
    query: ({ asset }) => ({ file: asset, expires: "1772445600000", signature: TOKEN }),
  },
  listOrderDocuments: byOrder("done"),
  getOrderInvoice: byOrder("done"),
  getDocumentPdf: { of: "order", by: "seller", params: ({ document }) => ({ id: document }) },
  createProject: { body: () => BRIEF },
  listProjects: {},
  listOwnProjects: {},
  getProject: { of: "public", params: ({ project }) => ({ id: project }) },
  changeProject: { ...byBrief, body: () => ({ title: "A sign (demo)" }) },
  publishProject: { ...byBrief, body: () => ({}) },
  closeProject: { ...byBrief, body: () => ({}) },
  propose: { ...byProject, by: "seller", body: () => OFFER },
  listProposals: byProject,
  listOwnProposals: { by: "seller" },
  getProposal: byProposal,
  changeProposal: { ...byProposal, by: "seller", body: () => ({ message: "Sooner" }) },
  acceptProposal: { ...byProposal, body: () => ({}) },
  withdrawProposal: { ...byProposal, by: "seller", body: () => ({}) },
  declineProposal: { ...byProposal, body: () => ({}) },
  listContracts: {},
  getContract: byContract,
  listMilestones: byContract,
  fundMilestone: { of: "order", params: ({ contract }) => ({ id: contract, number: "1" }), body: () => ({}) },
  endContract: { ...byContract, body: () => REASON },
  getWallet: { by: "seller" },
  listWalletEntries: { by: "seller", query: () => ({ currency: "INR" }) },
  getWalletStatement: {
    by: "seller",
    query: () => ({ currency: "INR", from: "2026-01-01T00:00:00Z", to: "2026-03-01T00:00:00Z" }),
  },
  listSellerPayouts: { by: "seller", query: () => ({ state: "paid" }) },
  listWithdrawals: { by: "seller" },
  previewWithdrawal: { by: "seller", body: ({ bankAccount }) => ({ amount: inr(200), bankAccountId: bankAccount }) },
  withdraw: { by: "seller", body: ({ bankAccount }) => ({ amount: inr(200), bankAccountId: bankAccount }) },
  listBankAccounts: { by: "seller" },
  addBankAccount: {
    by: "seller",
    body: () => ({ holderName: "Deccan Looms", accountNumber: "123456789012", ifsc: "YESB0000262", kind: "current" }),
  },
  verifyBankAccountAgain: { of: "seller", by: "seller", params: ({ failedAccount }) => ({ id: failedAccount }) },
  getPayoutSchedule: { by: "seller" },
  setPayoutSchedule: {
    by: "seller",
    body: ({ bankAccount }) => ({
      ...{ kind: "manual", hour: null, weekday: null, timeZone: null, minimum: null },
      shares: [{ bankAccountId: bankAccount, basisPoints: 10_000 }],
    }),
  },
  uploadFile: { query: () => ({ name: "note.txt", purpose: "evidence" }), body: () => ({ note: "It came open" }) },
  getFile: byFile,
  deleteFile: byFile,
  linkFile: byFile,
  getFileContent: {
    ...{ of: "public", params: ({ file }) => ({ id: file }) },
    query: () => ({ expires: "1772445600000", signature: TOKEN }),
  },
  openConversation: {
    body: ({ product }) => ({ subject: { kind: "listing", id: product }, message: { text: "Is it still there?" } }),
  },
  listConversations: {},
  getConversation: byConversation,
  listMessages: byConversation,
  sendMessage: { ...byConversation, body: () => ({ text: "And in blue?" }) },
  markConversationRead: { ...byConversation, body: (_, { message }) => ({ message }) },
  discloseOrderMessages: { of: "staff", params: ({ talk }) => ({ id: talk }), body: () => REASON },
  getNotificationPreferences: {},
  setNotificationPreferences: {
    body: () => ({ inApp: { ...SWITCHES }, email: { ...SWITCHES }, push: { ...SWITCHES } }),
  },
  getPushKey: {},
  listPushSubscriptions: {},
  createPushSubscription: { body: () => ({ ...browserOf("anybody") }) },
  deletePushSubscription: byBrowser,
  listNotifications: {},
  markNotificationsRead: { body: ({ notification }) => ({ ids: [notification] }) },
  listConsents: byOrder("paid"),
  askConsent: { ...byOrder("paid"), body: () => ({ what: "extend", hours: 24 }) },
  acceptConsent: byConsent("buyer"),
  declineConsent: byConsent("buyer"),
  withdrawConsent: byConsent("seller"),
  previewDivision: { ...byOrder("paid"), query: () => ({ refund: "100" }) },
  shipReturn: { of: "order", params: ({ returning }) => ({ id: returning }), body: () => ({ trackingNumber: "RT1" }) },
  receiveReturn: { of: "order", by: "seller", params: ({ returned }) => ({ id: returned }), body: () => ({}) },
  triageOrder: { ...byOrder("shipped"), query: () => ({ problem: "not_arrived" }) },
  openDispute: {
    ...byOrder("shipped"),
    body: () => ({ problem: "not_arrived", claims: [{ kind: "refund" }], ...SAID }),
  },
  listDisputes: {},
  getDispute: byDispute("open"),
  respondToDispute: { ...byDispute("open", "seller"), body: () => SAID },
  addEvidence: { ...byDispute("open"), body: () => ({ type: "message", ...SAID }) },
  withdrawDispute: { ...byDispute("open"), body: () => ({}) },
  concedeDispute: { ...byDispute("open", "seller"), body: () => ({}) },
  appealDispute: { ...byDispute("ruled"), body: () => SAID },
  listOpenDisputes: {},
  takeDispute: { ...onTheDesk("answered"), body: () => ({}) },
  leaveDispute: { ...onTheDesk("heard"), body: () => ({}) },
  decideDispute: {
    ...onTheDesk("heard"),
    body: () => ({
      ...{ outcome: "refund", reasons: "Heard both." },
      findings: [{ claim: 0, upheld: true, reasons: "It did not come." }],
    }),
  },
  listDisputeOutcomes: {},
  listSimilarDisputes: onTheDesk("open"),
  listDisputeNotes: onTheDesk("open"),
  addDisputeNote: { ...onTheDesk("open"), body: () => SAID },
  listDisputeMessages: onTheDesk("heard"),
  sendDisputeMessage: { ...onTheDesk("heard"), body: () => SAID },
  previewDecision: { of: "staff", params: order("paid"), body: () => ({ decision: "refund", ...REASON }) },
  decideOrder: {
    ...{ of: "staff", params: order("paid"), aboveLimit: order("large") },
    body: () => ({ decision: "refund", ...REASON }),
  },
  listTroubledPayouts: {},
  previewSendPayoutAgain: { of: "staff", params: ({ failedPayout }) => ({ id: failedPayout }), body: () => ({}) },
  sendPayoutAgain: { of: "staff", params: ({ failedPayout }) => ({ id: failedPayout }), body: () => REASON },
  listDebts: {},
  askWriteOff: { of: "staff", body: (_, { debtor }) => ({ userId: debtor, amount: inr(100), ...REASON }) },
  previewAskWriteOff: { of: "staff", body: (_, { debtor }) => ({ userId: debtor, amount: inr(100) }) },
  listApprovals: {},
  getApproval: byApproval,
  editApproval: { ...byApproval, body: () => ({ version: 1, content: { amount: inr(90) }, ...REASON }) },
  previewApproval: { ...byApproval, body: () => ({ version: 1 }) },
  approveApproval: { ...byApproval, body: () => ({ version: 1 }) },
  declineApproval: { ...byApproval, body: () => ({ version: 1, ...REASON }) },
  listInFlight: {},
  previewSuspenseRefund: { of: "staff", params: ({ capture }) => ({ id: capture }), body: () => ({}) },
  refundSuspense: { of: "staff", params: ({ capture }) => ({ id: capture }), body: () => REASON },
  sendRefundAgain: { of: "staff", params: ({ refund }) => ({ id: refund }), body: () => REASON },
  readCustody: {},
  listAccounts: { query: () => ({ family: "escrow", currency: "INR" }) },
  listAccountEntries: { query: () => ({ shard: "0", account: "clearing:nobody", currency: "INR" }) },
  readReconciliation: {},
  runReconciliation: { of: "staff", params: () => ({ gateway: "nobody" }), body: () => ({}) },
  previewExplanation: { of: "staff", params: () => nothing("dif"), body: () => ({ counterpart: "bank" }) },
  explainDifference: { of: "staff", params: () => nothing("dif"), body: () => ({ counterpart: "bank", ...REASON }) },
  previewCommission: { by: "seller", body: () => ({ price: inr(10_000) }) },
  listCommissionRules: {},
  previewCommissionRules: { body: () => ({ sale: { price: inr(10_000) } }) },
  publishCommissionRules: { body: () => ({ basedOn: 0, rules: [], ...REASON }) },
  getSellerLevel: byUser,
  setSellerLevel: { ...byUser, body: () => ({ level: "gold", ...REASON }) },
  receive_testpay_webhook: received("payment"),
  receive_testpost_webhook: received("tracking"),
  receivePayoutWebhook: { body: () => ({ forged: true }) },
  cron_process_timeouts: {},
  cron_release_payments: {},
  cron_update_tracking: {},
  getSandbox: {},
  listDemoUsers: {},
  signInDemoUser: { body: () => ({ user: "nobody-here" }) },
  signOutDemoUser: { body: () => ({}) },
  getClock: {},
  advanceClock: { body: () => ({ advance: "PT1S" }) },
  listStepUpCodes: {},
};

const nothing = (prefix: string) => ({ id: `${prefix}_${"0".repeat(32)}` });
