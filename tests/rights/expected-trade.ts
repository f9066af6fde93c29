import {
  afterCode,
  between,
  DESK,
  FORBIDDEN,
  GONE,
  mine,
  NOT_YOURS,
  ofTwo,
  open,
  order,
  own,
  type Row,
  seenOrder,
} from "./row-forms.ts";

/** What two people have between them: orders, disputes, negotiations, agreements, projects. */
export const TRADE: Readonly<Record<string, Row>> = {
  // Orders: to both parties and to staff they exist, to nobody else.
  listOrders: mine("orders:read"),
  getDashboard: mine("orders:read"),
  listPendingOrders: mine("orders:read"),
  countSellerOrders: mine("orders:read"),
  getOrder: seenOrder,
  getOrderTimeline: seenOrder,
  getOrderTracking: seenOrder,
  getOrderStatement: seenOrder,
  getOrderStatementProof: seenOrder,
  getOrderLabel: order("orders:read", { buyer: GONE, seller: "302", staff: GONE }),
  placeOrder: {
    ...{
      who: "people",
      scope: "orders:write",
      answers: { self: "201", seller: "422 OWN_LISTING", member: "422 OWN_LISTING" },
    },
    // Products and quotes belong to nobody in particular: an order is placed, for the buyer who asks.
    foreign: { "items.0.productId": "422 INVALID_SHIPPING_ADDRESS", quoteId: "422 INVALID_SHIPPING_ADDRESS" },
  },
  getCart: mine("orders:read"),
  addToCart: {
    ...{ who: "people", scope: "orders:write" },
    answers: { self: "200", seller: "422 OWN_LISTING", member: "422 OWN_LISTING" },
    // What is for sale is for everybody.
    foreign: { productId: "200" },
  },
  changeCartLine: own("orders:write", "200"),
  removeCartLine: own("orders:write", "200"),
  checkOutCart: {
    // Whoever has nothing of that seller in his cart buys nothing.
    ...{ who: "people", scope: "orders:write", answers: { self: "409 CART_CHANGED", buyer: "201" } },
    foreign: { "sellers.0.sellerId": "409 CART_CHANGED", "sellers.0.quoteId": "409 CART_CHANGED" },
  },
  listPurchases: mine("orders:read"),
  getPurchase: own("orders:read", "200"),
  startPurchasePayment: own("orders:write", "201"),
  getPrice: open("200"),
  startPayment: order("orders:write", { buyer: "201", seller: FORBIDDEN }),
  getPayment: { who: "people", scope: "orders:read", answers: { owner: "200", staff: GONE, ...NOT_YOURS } },
  cancelOrder: order("orders:write", { buyer: "200", seller: "200" }),
  acceptOrder: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  setOrderStatus: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  dispatchOrder: order("orders:write", { buyer: FORBIDDEN, seller: "202" }),
  confirmDelivery: order("orders:write", { buyer: "200", seller: FORBIDDEN }),
  deliverWork: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  requestRevision: order("orders:write", { buyer: "200", seller: FORBIDDEN }),
  listDeliveries: seenOrder,
  listDownloads: seenOrder,

  // What takes the word of both, and disputes: the file is the same for both parties and for staff.
  listConsents: seenOrder,
  askConsent: order("orders:write", { buyer: "201", seller: "201" }),
  acceptConsent: order("orders:write", { buyer: "200", seller: FORBIDDEN }),
  declineConsent: order("orders:write", { buyer: "200", seller: FORBIDDEN }),
  withdrawConsent: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  previewDivision: seenOrder,
  shipReturn: order("orders:write", { buyer: "200", seller: FORBIDDEN }),
  receiveReturn: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  triageOrder: seenOrder,
  openDispute: order("orders:write", { buyer: "201", seller: "201" }),
  listDisputes: mine("orders:read"),
  getDispute: seenOrder,
  respondToDispute: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  addEvidence: order("orders:write", { buyer: "201", seller: "201" }),
  withdrawDispute: order("orders:write", { buyer: "200", seller: FORBIDDEN }),
  concedeDispute: order("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  appealDispute: order("orders:write", { buyer: "200", seller: "200" }),

  // Who decides takes the case first; the desk and its notes are staff's alone.
  listOpenDisputes: { who: DESK, scope: "staff:read", answers: { self: "200" } },
  takeDispute: { who: ["arbiter"], scope: null, answers: { staff: "200", missing: GONE } },
  leaveDispute: { who: ["arbiter"], scope: null, answers: { staff: "200", missing: GONE } },
  decideDispute: { who: ["arbiter"], scope: null, answers: { staff: "200", missing: GONE } },
  listDisputeOutcomes: open("200"),
  listSimilarDisputes: { who: DESK, scope: null, answers: { staff: "200", missing: GONE } },
  listDisputeNotes: { who: DESK, scope: null, answers: { staff: "200", missing: GONE } },
  addDisputeNote: { who: DESK, scope: null, answers: { staff: "201", missing: GONE } },
  listDisputeMessages: { who: ["arbiter"], scope: null, answers: { staff: "200", missing: GONE } },
  sendDisputeMessage: { who: ["arbiter"], scope: null, answers: { staff: "201", missing: GONE } },

  // Documents: what the marketplace charges its seller is not the buyer's to read.
  listOrderDocuments: seenOrder,
  getOrderInvoice: seenOrder,
  getDocumentPdf: order("orders:read", { buyer: GONE, seller: "200", staff: "200" }),

  // What is to be made. Anybody may offer for what is open, but the client and whoever has offered; offers are for two pairs of eyes.
  createProject: mine("orders:write", "201"),
  listProjects: open("200"),
  listOwnProjects: mine("orders:read"),
  getProject: { who: "everybody", scope: null, answers: { stranger: "200", missing: GONE } },
  changeProject: own("orders:write", "200"),
  publishProject: own("orders:write", "200"),
  closeProject: own("orders:write", "200"),
  propose: {
    ...{ who: "people", scope: "orders:write" },
    answers: {
      ...{ buyer: "422 OWN_LISTING", seller: "409 TRANSITION_NOT_ALLOWED" },
      ...{ stranger: "201", staff: "201", missing: GONE },
    },
  },
  listProposals: {
    ...{ who: "people", scope: "orders:read" },
    answers: { buyer: "200", seller: "200", stranger: "200", staff: "200", missing: GONE },
  },
  listOwnProposals: mine("orders:read"),
  getProposal: {
    who: "people",
    scope: "orders:read",
    answers: { ...NOT_YOURS, buyer: "200", seller: "200", staff: GONE },
  },
  changeProposal: ofTwo({ buyer: FORBIDDEN, seller: "200" }),
  acceptProposal: ofTwo({ buyer: "200", seller: FORBIDDEN }),
  withdrawProposal: ofTwo({ buyer: FORBIDDEN, seller: "200" }),
  declineProposal: ofTwo({ buyer: "200", seller: FORBIDDEN }),
  listContracts: mine("orders:read"),
  getContract: seenOrder,
  listMilestones: seenOrder,
  fundMilestone: order("orders:write", { buyer: "200", seller: FORBIDDEN }),
  endContract: order("orders:write", { buyer: "200", seller: "200" }),

  // Negotiations: of the two who talk, and of nobody else, be they of the staff.
  openNegotiation: {
    ...{ who: "people", scope: "orders:write" },
    answers: { self: "201", buyer: "409 LIMIT_REACHED", seller: "422 OWN_LISTING", member: "422 OWN_LISTING" },
    // Anybody may talk about any listing but his own.
    foreign: { productId: "201" },
  },
  listNegotiations: mine("orders:read"),
  getNegotiation: between("orders:read", { buyer: "200", seller: "200" }),
  makeOffer: between("orders:write", { buyer: "200", seller: "200" }),
  acceptOffer: {
    ...between("orders:write", { buyer: "409 OFFER_NOT_STANDING", seller: "200" }),
    foreign: { offerId: "409 OFFER_NOT_STANDING" },
  },
  withdrawOffer: between("orders:write", { buyer: "200", seller: "409 OFFER_NOT_STANDING" }),
  closeNegotiation: between("orders:write", { buyer: "200", seller: "200" }),

  // Agreements: signed by people, with a fresh code; where the goods go is the buyer's to say.
  listAgreements: mine("orders:read"),
  getAgreement: between("orders:read", { buyer: "200", seller: "200" }),
  getAgreementPdf: between("orders:read", { buyer: "200", seller: "200" }),
  orderAgreed: {
    ...between("orders:write", { buyer: "201", seller: FORBIDDEN }),
    foreign: { quoteId: "422 INVALID_SHIPPING_ADDRESS" },
  },
  signAgreement: afterCode(between(null, { buyer: "200", seller: "200" })),
  proposeAmendment: between("orders:write", { buyer: "200", seller: "200" }),
  acceptAmendment: between("orders:write", { buyer: FORBIDDEN, seller: "200" }),
  declineAmendment: between("orders:write", { buyer: "200", seller: "200" }),
};
