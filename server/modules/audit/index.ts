export { type AuditEntry, record } from "./record.ts";
export { recordStuck } from "./stuck.ts";
