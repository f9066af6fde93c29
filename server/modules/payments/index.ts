export { askBeforeLapse, askGateway, closeAtGateway, closePayments, lookAtPayment } from "./look.ts";
export { followRefund, refundOfDeal } from "./refunds.ts";
export { addLook, type Gateways, openAtGateway, startPayment, type StartRefusal } from "./start-payment.ts";
export { type Payment, paymentsOfDeal, readPayment, type Refund, refundsOfDeal } from "./store.ts";
export { receiveWebhook } from "./webhooks.ts";
export { paymentRoutes } from "./routes.ts";
