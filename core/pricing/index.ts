export { type Allotment, allotment, type Parts } from "./allotment.ts";
export {
  type CommissionRule,
  chargeBy,
  DEFAULT_RULE,
  defaultRule,
  faultsOf,
  type PricedSale,
  type RuleConditions,
  type RuleFault,
  ruleFor,
  STANDARD_LEVEL,
} from "./rules.ts";
export { STANDARD_TAXES, type TaxLine, type TaxRate, type TaxTable, taxLines, taxOnTop } from "./taxes.ts";
export {
  type CommissionBase,
  type CommissionCharge,
  goodsOf,
  type SaleTerms,
  type Share,
  saleTerms,
  shareOf,
} from "./terms.ts";
