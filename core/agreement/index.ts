export * from "./amendment.ts";
export * from "./hash.ts";
export { momentText } from "./moment.ts";
export * from "./terms.ts";
export { agreementText, amountText } from "./text.ts";
export { LANGUAGES, type Language } from "./words.ts";
