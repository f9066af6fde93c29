export { type Called, calledBy } from "./called.ts";
export { type CaptureName, type ChargebackName, capturesOf, chargebacksOf, heldChargebacks } from "./captures.ts";
export { type Chargeback, chargebacksOfDeal } from "./chargeback-store.ts";
export { addDisputes, lookAtDisputes } from "./disputes.ts";
export { type FinanceParts, financeRoutes } from "./finance-routes.ts";
export { lookAtForeign } from "./foreign.ts";
export { dealsByReference, type Heard, heardAbout } from "./heard.ts";
export { type Flight, type InFlight, inFlight } from "./in-flight.ts";
export { askBeforeLapse, askGateway, closeAtGateway, closePayments, lookAtPayment } from "./look.ts";
export { payFromWallet } from "./pay-from-wallet.ts";
export { type Refund, refundsOfDeal } from "./refund-store.ts";
export { followRefund, refundOfDeal } from "./refunds.ts";
export { paymentRoutes } from "./routes.ts";
export {
  addLook,
  type Gateways,
  openAtGateway,
  type StartRefusal,
  startJointPayment,
  startPayment,
} from "./start-payment.ts";
export { type Part, type Payment, partsOf, paymentsOfDeal, readPayment } from "./store.ts";
export { previewSuspenseRefund, refundSuspense, suspenseRefund } from "./suspense.ts";
export { SUSPENSE_HOLD, watchSuspense } from "./suspense-watch.ts";
export { receiveWebhook } from "./webhooks.ts";
