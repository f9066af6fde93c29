export { headsWriter } from "./heads.ts";
export { keyId, publicKeyPem, type SealKey, sealKey, sha256 } from "./keys.ts";
export { sealRoutes } from "./routes.ts";
export { type SealingParts, startSealing } from "./run.ts";
export { DealStatementJson } from "./schemas.ts";
export { createSealer, type SealParts } from "./seal.ts";
export { statementOfDeal } from "./statement.ts";
