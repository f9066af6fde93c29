export { type CommissionParts, commissionRoutes } from "./routes.ts";
export { DecidedByJson, TaxJson, taxJson } from "./schemas.ts";
export { personalLevels } from "./store.ts";
export { type Conditions, type DecidedBy, type Sale, type Terms, termsOfSale } from "./terms.ts";
