export { negotiators } from "./converse.ts";
export { personalNegotiations } from "./erase.ts";
export { negotiationRoutes } from "./routes.ts";
export { type NegotiationId, readNegotiation } from "./store.ts";
