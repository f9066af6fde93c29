import { add, basisPoints, type Money, money, subtract, times } from "../money/index.ts";

/** What was agreed at the sale and stays: commission is computed once, here. */
export type SaleTerms = {
  readonly goods: Money;
  readonly shipping: Money;
  readonly total: Money;
  readonly commission: Money;
  readonly sellerReceives: Money;
};

export type CommissionRule = {
  /** Share of the total, shipping included, in basis points. */
  readonly basisPoints: number;
};

export function saleTerms(
  lines: readonly { readonly unitPrice: Money; readonly quantity: number }[],
  shipping: Money,
  commissionRule: CommissionRule,
): SaleTerms {
  const goods = lines.map((line) => times(line.unitPrice, line.quantity)).reduce(add, money(0n, shipping.currency));
  const total = add(goods, shipping);
  const commission = basisPoints(total, commissionRule.basisPoints);
  return { goods, shipping, total, commission, sellerReceives: subtract(total, commission) };
}
