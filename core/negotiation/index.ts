export * from "./negotiation.ts";
export * from "./terms.ts";
