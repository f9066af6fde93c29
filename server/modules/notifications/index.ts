export { personalNotices } from "./erase.ts";
export { tellParties } from "./listen.ts";
export { mailNotice } from "./mail.ts";
export { tellOfProjects } from "./of-projects.ts";
export { remind, waitToRemind } from "./remind.ts";
export { notificationRoutes } from "./routes.ts";
export { listNotices, markRead, type StoredNotice } from "./store.ts";
export type { Telling } from "./tell.ts";
export { tellOfUnread, waitForReader } from "./unread.ts";
