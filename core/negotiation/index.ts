export * from "./negotiation.ts";
export * from "./stored.ts";
export * from "./terms.ts";
