import { zero } from "@amana/core/money";
import type { Static } from "typebox";
import { invalid, moneyFrom, type ProblemAnswer } from "#runtime/http";
import { type SaleJson, type TermsJson, taxJson, termsJson } from "./schemas.ts";
import type { Sale, Terms } from "./terms.ts";

/** The sale that a preview is asked for. */
export function saleIn({
  price,
  quantity = 1,
  shipping,
  category,
}: Static<typeof SaleJson>): Omit<Sale, "seller"> | ProblemAnswer<"VALIDATION_FAILED"> {
  const unitPrice = moneyFrom(price);
  const freight = shipping ? moneyFrom(shipping) : zero(unitPrice.currency);
  if (freight.currency !== unitPrice.currency) return invalid("shipping", "must be in the currency of the price");
  return { lines: [{ unitPrice, quantity }], shipping: freight, categories: category === undefined ? [] : [category] };
}

export const wholeTermsJson = ({ terms, taxes, decidedBy }: Terms): Static<typeof TermsJson> => ({
  ...termsJson(terms),
  taxes: taxes.map(taxJson),
  decidedBy,
});
