import { TRADE } from "./expected-trade.ts";
import {
  ASKED,
  adminDoes,
  afterCode,
  company,
  confirmed,
  FORBIDDEN,
  financeDoes,
  financeReads,
  GONE,
  mine,
  NOT_YOURS,
  open,
  own,
  type Row,
  SUPPORT,
  sandbox,
  talk,
} from "./row-forms.ts";

export type { Relation, Row } from "./row-forms.ts";

/**
 * Who may do what, route by route, written from the product's promises and apart from the policies in the code: the matrix holds the
 * running server against this table. An answer is a status, with the problem's code where there is one. A route without a row is a
 * failure.
 */
export const EXPECTED: Readonly<Record<string, Row>> = {
  // Who I am, and confirming.
  getMe: mine("profile:read"),
  changeMe: mine(null),
  confirmStepUp: mine(null, GONE),
  getPickupAddress: mine(null),
  changePickupAddress: mine(null),

  // The ways in and out. Whoever is signed in already may take them too.
  register: open("202"),
  verifyEmail: open("403 LINK_REFUSED"),
  resendVerification: open("202"),
  signIn: open("401 SIGN_IN_REFUSED"),
  forgotPassword: open("202"),
  resetPassword: open("403 LINK_REFUSED"),
  passSecondFactor: { who: "half signed in", scope: null, answers: { self: "403 CODE_REFUSED" } },
  signOut: { who: "any session", scope: null, answers: { self: "204" } },
  listSignInProviders: open("200"),
  startProviderSignIn: open("302"),
  finishProviderSignIn: open("302"),

  // What opens my account: for me alone, and never for a program.
  changePassword: confirmed("204"),
  listSessions: mine(null),
  revokeSession: own(null, "204"),
  revokeOtherSessions: mine(null),
  getSecondFactor: mine(null),
  beginSecondFactor: confirmed("200"),
  confirmSecondFactor: mine(null, "403 CODE_REFUSED"),
  renewRecoveryCodes: confirmed(GONE),
  removeSecondFactor: confirmed(GONE),
  listSignInLinks: mine(null),
  linkSignInProvider: confirmed("200"),
  unlinkSignInProvider: confirmed(GONE),
  listApiKeys: mine(null),
  createApiKey: confirmed("201"),
  revokeApiKey: own(null, "204"),

  // Programs of others. What one calls itself is for everybody to read who is asked for consent.
  listOAuthClients: mine(null),
  createOAuthClient: confirmed("201"),
  deleteOAuthClient: own(null, "204"),
  getOAuthClient: { who: "everybody", scope: null, answers: { stranger: "200", missing: GONE } },
  decideOAuthConsent: { ...mine(null), foreign: { clientId: "200" } },
  listGrants: mine(null),
  revokeGrant: own(null, "204"),
  issueOAuthToken: open("400"),
  revokeOAuthToken: open("400"),

  // Companies. A member who is no more than that sees who is there, and goes; staff belong to none.
  createOrganization: mine(null, "201"),
  listOrganizations: mine(null),
  getOrganization: company("200", "200"),
  changeOrganization: company("200", FORBIDDEN),
  listOrganizationMembers: company("200", "200"),
  changeMemberRole: afterCode(company("200", FORBIDDEN)),
  removeMember: company("204", "204"),
  leaveOrganization: company("409 TRANSITION_NOT_ALLOWED", "204"),
  inviteMember: company("201", FORBIDDEN),
  listInvitations: company("200", FORBIDDEN),
  revokeInvitation: company("204", FORBIDDEN),
  acceptInvitation: mine(null, GONE),

  // Where my events are sent, and the events.
  createWebhookEndpoint: mine("webhooks:write", "201"),
  listWebhookEndpoints: mine("webhooks:read"),
  getWebhookEndpoint: own("webhooks:read", "200"),
  changeWebhookEndpoint: own("webhooks:write", "200"),
  deleteWebhookEndpoint: own("webhooks:write", "204"),
  rotateWebhookSecret: own("webhooks:write", "200"),
  listWebhookDeliveries: own("webhooks:read", "200"),
  testWebhookEndpoint: own("webhooks:write", "202"),
  resendWebhookDelivery: own("webhooks:write", "202"),
  listEvents: mine("webhooks:read"),
  getEvent: own("webhooks:read", "200"),

  // What I offer: nobody else's to change, and before it is for sale nobody else's to see but those who look at it.
  createProduct: mine("listings:write", "201"),
  createService: mine("listings:write", "201"),
  changeProduct: own("listings:write", "200"),
  changeService: own("listings:write", "200"),
  listOwnListings: mine("listings:read"),
  countOwnListings: mine("listings:read"),
  getOwnListing: own("listings:read", "200"),
  submitListing: own("listings:write", "200"),
  withdrawListing: own("listings:write", "200"),
  deactivateListing: own("listings:write", "200"),
  activateListing: own("listings:write", "200"),
  changeStock: own("listings:write", "200"),
  deleteListing: own("listings:write", "204"),
  addPicture: own("listings:write", "415 UNSUPPORTED_MEDIA_TYPE"),
  arrangePictures: own("listings:write", "200"),
  listListingsUnderReview: { who: SUPPORT, scope: null, answers: { self: "200" } },
  getListingForReview: { who: SUPPORT, scope: null, answers: { staff: "200", missing: GONE } },
  linkListingFiles: { who: SUPPORT, scope: null, answers: { staff: "200", missing: GONE } },
  approveListing: { who: SUPPORT, scope: null, answers: { staff: "200", missing: GONE } },
  rejectListing: { who: SUPPORT, scope: null, answers: { staff: "200", missing: GONE } },

  // What anybody may see.
  getPicture: { who: "everybody", scope: null, answers: { missing: GONE } },
  searchListings: open("200"),
  suggestListings: open("200"),
  listCategories: open("200"),
  listCurrencies: open("200"),
  listServices: open("200"),
  getService: { who: "everybody", scope: null, answers: { stranger: "200", missing: GONE } },
  listProducts: open("200"),
  getProduct: { who: "everybody", scope: null, answers: { stranger: "200", missing: GONE } },
  getShippingRates: {
    ...{ who: "everybody", scope: null },
    answers: { stranger: "200", missing: GONE, owner: "422 OWN_LISTING", member: "422 OWN_LISTING" },
  },
  readSeals: open("200"),
  getCalendar: open("200"),

  ...TRADE,

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

  // What I have uploaded. Its bytes are for whoever has a link, and no link is made by guessing.
  uploadFile: mine(null, "201"),
  getFile: own(null, "200"),
  deleteFile: own(null, "204"),
  linkFile: own(null, "200"),
  // Files that were bought are their buyer's alone; a link to them is made by nobody else, and by no program.
  listLibrary: mine("orders:read"),
  getLibraryEntry: own("orders:read", "200"),
  linkPurchase: { ...own(null, "200"), foreign: { fileId: GONE } },
  downloadPurchase: {
    ...{ who: "everybody", scope: null },
    answers: { stranger: "403 LINK_REFUSED", missing: "403 LINK_REFUSED" },
  },
  getFileContent: {
    ...{ who: "everybody", scope: null },
    answers: { stranger: "403 LINK_REFUSED", missing: "403 LINK_REFUSED" },
  },

  // What two people say to each other: theirs alone. Staff read what was said about an order, and say why.
  openConversation: {
    ...{ who: "people", scope: null, answers: { self: "201", seller: "422 OWN_LISTING" } },
    // Anybody may ask about any listing.
    foreign: { "subject.id": "201" },
  },
  listConversations: mine(null),
  getConversation: talk("200"),
  listMessages: talk("200"),
  sendMessage: talk("201"),
  markConversationRead: { ...talk("204"), foreign: { message: GONE } },
  discloseOrderMessages: {
    ...{ who: ["support", "arbiter", "admin"], scope: null },
    answers: { staff: "200", missing: GONE },
  },

  // What I am told.
  getNotificationPreferences: mine(null),
  setNotificationPreferences: mine(null),
  getPushKey: mine(null),
  listPushSubscriptions: mine(null),
  createPushSubscription: mine(null, "201"),
  deletePushSubscription: own(null, "204"),
  listNotifications: mine("notifications:read"),
  markNotificationsRead: {
    ...{ who: "people", scope: null, answers: { self: "204" } },
    // Nothing is marked, and nothing is said.
    foreign: { "ids.0": "204" },
  },

  // Staff who look after the money. Reading may be left to a program; deciding may not.
  previewDecision: financeReads({ staff: "200", missing: GONE }),
  decideOrder: { ...financeDoes({ staff: "200", missing: GONE }), aboveLimit: { staff: "202", missing: GONE } },
  listTroubledPayouts: financeReads({ self: "200" }),
  previewSendPayoutAgain: financeReads({ staff: "200", missing: GONE }),
  sendPayoutAgain: financeDoes({ staff: "201", missing: GONE }),
  listDebts: financeReads({ self: "200" }),
  askWriteOff: financeDoes({ staff: "202", missing: "400 VALIDATION_FAILED" }),
  previewAskWriteOff: financeReads({ staff: "200", missing: "400 VALIDATION_FAILED" }),
  listApprovals: financeDoes({ self: "200" }),
  getApproval: financeDoes({ staff: "200", missing: GONE }),
  editApproval: financeDoes({ staff: "200", missing: GONE }),
  previewApproval: financeDoes({ staff: "200", missing: GONE }),
  approveApproval: financeDoes({ staff: "200", missing: GONE }),
  declineApproval: financeDoes({ staff: "200", missing: GONE }),
  listInFlight: financeReads({ self: "200" }),
  previewSuspenseRefund: financeReads({ staff: "200", missing: GONE }),
  refundSuspense: financeDoes({ staff: "200", missing: GONE }),
  sendRefundAgain: financeDoes({ staff: "409 TRANSITION_NOT_ALLOWED", missing: GONE }),
  readCustody: financeReads({ self: "200" }),
  listAccounts: financeReads({ self: "200" }),
  listAccountEntries: financeReads({ self: GONE }),
  readReconciliation: financeReads({ self: "200" }),
  runReconciliation: financeDoes({ missing: GONE }),
  previewExplanation: financeReads({ missing: GONE }),
  explainDifference: financeDoes({ missing: GONE }),

  // What the marketplace takes: anybody asks what a sale of their own would come to, finance decides.
  previewCommission: mine("orders:read"),
  listCommissionRules: financeReads({ self: "200" }),
  previewCommissionRules: financeReads({ self: "200" }),
  publishCommissionRules: { ...financeDoes({ self: ASKED }), confirmed: { self: "201" } },
  getSellerLevel: { who: ["support", "finance", "admin"], scope: null, answers: { staff: "200", missing: GONE } },
  setSellerLevel: financeDoes({ staff: "200", missing: GONE }),

  // Staff who look after people. Money is not theirs to move, nor its books theirs to read.
  searchUsers: { who: ["support", "admin"], scope: null, contacts: true, answers: { self: "200" } },
  getUser: { who: ["support", "admin"], scope: null, contacts: true, answers: { staff: "200", missing: GONE } },
  suspendUser: adminDoes({ staff: "200", missing: GONE }),
  reinstateUser: adminDoes({ staff: "200", missing: GONE }),
  changeRoles: {
    ...adminDoes({ staff: ASKED, missing: ASKED }),
    confirmed: { staff: "200", missing: GONE },
  },
  // Whose orders are not over is not forgotten.
  eraseUser: {
    ...adminDoes({ staff: ASKED, missing: ASKED }),
    confirmed: { staff: "409 TRANSITION_NOT_ALLOWED", missing: GONE },
  },

  // All of the staff look at orders; whose they are is in them.
  listAllOrders: {
    ...{ who: ["support", "arbiter", "finance", "admin"], scope: "staff:read", answers: { self: "200" } },
  },

  // The marketplace's figures; whose orders they are made of is not in them.
  getOverview: { who: ["support", "finance", "admin"], scope: "staff:read", answers: { self: "200" } },

  inspectOrder: {
    ...{ who: ["support", "finance", "admin"], scope: "staff:read", answers: { staff: "200", missing: GONE } },
  },

  // What was done by whom, and who looked.
  searchAudit: financeReads({ self: "200" }),
  readAuditEntry: financeReads({ staff: "200", missing: GONE }),
  discloseAuditEntry: adminDoes({ staff: "200", missing: GONE }),
  listOwnDisclosures: mine(null),

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
