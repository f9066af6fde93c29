export { personalNotices } from "./erase.ts";
export { tellParties } from "./listen.ts";
export { tellOfProjects } from "./of-projects.ts";
export { notificationRoutes } from "./routes.ts";
export { listNotices, markRead, type StoredNotice } from "./store.ts";
