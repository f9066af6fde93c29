import { add, basisPoints, type Money, money, proportion, subtract, times } from "../money/index.ts";

/** What was agreed at the sale and stays: commission is computed once, here. */
export type SaleTerms = {
  readonly goods: Money;
  readonly shipping: Money;
  readonly total: Money;
  readonly commission: Money;
  /** Tax on the commission, borne by the seller and owed by the platform. */
  readonly commissionTax: Money;
  readonly sellerReceives: Money;
};

export type CommissionRule = {
  /** Share of the total, shipping included, in basis points. */
  readonly basisPoints: number;
  /** Share of the commission, in basis points; 0 when absent. */
  readonly taxBasisPoints?: number;
};

/** What a part of a sale comes to when the rest goes back to the buyer; its parts add up to the part. */
export type Share = Pick<SaleTerms, "commission" | "commissionTax" | "sellerReceives">;

export function saleTerms(
  lines: readonly { readonly unitPrice: Money; readonly quantity: number }[],
  shipping: Money,
  commissionRule: CommissionRule,
): SaleTerms {
  const goods = lines.map((line) => times(line.unitPrice, line.quantity)).reduce(add, money(0n, shipping.currency));
  const total = add(goods, shipping);
  const commission = basisPoints(total, commissionRule.basisPoints);
  const commissionTax = basisPoints(commission, commissionRule.taxBasisPoints ?? 0);
  return { goods, shipping, total, ...divided(total, commission, commissionTax) };
}

/** The seller's part of a split: commission and its tax are taken on that part alone, in proportion, rounded half to even. */
export function shareOf(terms: Share & { readonly total: Money }, part: Money): Share {
  const commission = proportion(terms.commission, part, terms.total);
  const commissionTax = proportion(terms.commissionTax, part, terms.total);
  return divided(part, commission, commissionTax);
}

/** Where both are rounded up to more than there is, the commission gives way: the tax is somebody else's. */
function divided(whole: Money, commission: Money, commissionTax: Money): Share {
  const left = subtract(whole, commissionTax);
  const kept = commission.minor < left.minor ? commission : left;
  return { commission: kept, commissionTax, sellerReceives: subtract(left, kept) };
}
