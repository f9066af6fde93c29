export { orderCommandRoutes } from "./command-routes.ts";
export { ConsentJson, consentJson, consentRoutes } from "./consent-routes.ts";
export { haveDealt, orderWasPaid } from "./dealt.ts";
export { orderDecision } from "./decision.ts";
export { wasDelivered } from "./delivery-store.ts";
export {
  askAboutParcel,
  dispatchWhenBooked,
  followScans,
  lapseWhenAnswered,
  lapseWhenNotBooked,
  requestDispatch,
} from "./dispatch.ts";
export { downloadRoutes } from "./download-routes.ts";
export { personalOrders } from "./erase.ts";
export { figuresRoutes } from "./figures-routes.ts";
export { type Found, findOrder } from "./find.ts";
export { type Goods, lineTotal, variantIn, type Wanted } from "./goods.ts";
export { handOver, requestRevision } from "./hand-over.ts";
export { inspectionRoutes } from "./inspection-routes.ts";
export { optionJson, paidBeside, paymentJson, summaryJson } from "./json.ts";
export { orderListRoutes } from "./list-routes.ts";
export { summariesOf } from "./lists.ts";
export { begun, problemOfStart } from "./paying.ts";
export { type AgreedDelivery, type AgreedSale, placeAgreed } from "./place-agreed.ts";
export { type DigitalRules, placeDigital } from "./place-digital.ts";
export { type MilestoneWanted, placeMilestone } from "./place-milestone.ts";
export { type PlaceOrder, type PlaceRefusal, placeOrder } from "./place-order.ts";
export { placeService } from "./place-service.ts";
export { placeSeveral, type SaleWanted, type SeveralRefusal, type SeveralWanted } from "./place-several.ts";
export { priceRoutes } from "./price-routes.ts";
export { followDeal } from "./project.ts";
export { type QuoteRefusal, quoteGoods } from "./quote-goods.ts";
export { returnRoutes } from "./return-routes.ts";
export { type OrderParts, orderRoutes, problemOfPlacing } from "./routes.ts";
export { AddressJson, OptionJson, PaymentJson, SummaryJson } from "./schemas.ts";
export { sellerRoutes } from "./seller-routes.ts";
export { type StaffParts, staffRoutes } from "./staff-routes.ts";
export { type Order, orderOfDeal, readOrder } from "./store.ts";
export { workRoutes } from "./work-routes.ts";
