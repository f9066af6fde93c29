export { recordDisclosure } from "./disclose.ts";
export { type Doer, doneBy, record } from "./record.ts";
export { auditRoutes } from "./routes.ts";
export { forgetPerson } from "./store.ts";
export { recordStuck } from "./stuck.ts";
