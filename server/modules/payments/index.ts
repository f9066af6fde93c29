export { askBeforeLapse, askGateway, closeAtGateway, closePayments, lookAtPayment } from "./look.ts";
export { followRefund, refundOfDeal } from "./refunds.ts";
export { paymentRoutes } from "./routes.ts";
export { addLook, type Gateways, openAtGateway, type StartRefusal, startPayment } from "./start-payment.ts";
export { type Payment, paymentsOfDeal, type Refund, readPayment, refundsOfDeal } from "./store.ts";
export { receiveWebhook } from "./webhooks.ts";
