export { requestDispatch } from "./dispatch.ts";
export { type PlaceOrder, placeOrder, type PlaceRefusal } from "./place-order.ts";
export { askAboutParcel, dispatchWhenBooked, followScans, lapseWhenAnswered, lapseWhenNotBooked } from "./dispatch.ts";
export { followDeal } from "./project.ts";
export { type Order, orderOfDeal, readOrder } from "./store.ts";
export { orderCommandRoutes } from "./command-routes.ts";
export { type OrderParts, orderRoutes } from "./routes.ts";
export { sellerRoutes } from "./seller-routes.ts";
