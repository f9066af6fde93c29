export { askAboutParcel, dispatchWhenBooked, followScans, lapseWhenAnswered, lapseWhenNotBooked } from "./dispatch.ts";
export { followDeal } from "./project.ts";
export { type Order, orderOfDeal, readOrder } from "./store.ts";
