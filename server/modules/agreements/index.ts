export { type Agreed, concludeAgreement, type What as AgreementNews } from "./conclude.ts";
export { personalAgreements } from "./erase.ts";
export { followAgreedDeals } from "./follow-deals.ts";
export { variantJson } from "./json.ts";
export { agreementRoutes } from "./routes.ts";
export { FreeTerms, TERM_FIELDS, VariantJson } from "./schemas.ts";
export { type AgreementId, agreementsOf, readAgreement } from "./store.ts";
