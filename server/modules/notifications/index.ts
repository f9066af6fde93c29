export { tellParties } from "./listen.ts";
export { listNotices, markRead, type StoredNotice } from "./store.ts";
export { notificationRoutes } from "./routes.ts";
