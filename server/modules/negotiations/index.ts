export { negotiators } from "./converse.ts";
export { personalNegotiations } from "./erase.ts";
export type { What as NegotiationNews } from "./negotiate.ts";
export { negotiationRoutes } from "./routes.ts";
export { type NegotiationId, readNegotiation } from "./store.ts";
