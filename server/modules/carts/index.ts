export { layInCart } from "./change.ts";
export { checkOut } from "./checkout.ts";
export { personalCarts } from "./erase.ts";
export { type Purchase, purchaseOfDeal } from "./purchase-store.ts";
export { cartRoutes } from "./routes.ts";
