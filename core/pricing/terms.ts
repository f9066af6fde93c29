import { add, basisPoints, type Money, money, proportion, subtract, times } from "../money/index.ts";

/** What was agreed at the sale and stays: commission is computed once, here. */
export type SaleTerms = {
  readonly goods: Money;
  readonly shipping: Money;
  /** Tax that comes on top of the prices; what they contain already is not in it. */
  readonly tax: Money;
  /** The buyer's part of the commission and of the tax on it, paid on top. */
  readonly buyerFee: Money;
  readonly total: Money;
  /** The whole commission, whoever pays it. */
  readonly commission: Money;
  /** Tax on the commission, owed by the platform. */
  readonly commissionTax: Money;
  readonly sellerReceives: Money;
};

/** What of a sale is the marketplace's, in the currency of the sale. */
export type CommissionCharge = {
  readonly basisPoints: number;
  /** Share of the commission that is tax on top of it, in basis points; 0 when absent. */
  readonly taxBasisPoints?: number;
  /** What the share is taken of; goods and shipping when absent. */
  readonly base?: CommissionBase;
  /** Comes to the share, whatever the sale is worth. */
  readonly fixed?: Money;
  readonly floor?: Money;
  readonly cap?: Money;
  /** The part of the commission that the buyer pays on top, in basis points; none when absent. */
  readonly buyerShare?: number;
};

export type CommissionBase = "total" | "goods";

/** What a part of a sale comes to when the rest goes back to the buyer; its parts add up to the part. */
export type Share = Pick<SaleTerms, "commission" | "commissionTax" | "sellerReceives">;

type Line = { readonly unitPrice: Money; readonly quantity: number };

export const goodsOf = (lines: readonly Line[], { currency }: Money): Money =>
  lines.map((line) => times(line.unitPrice, line.quantity)).reduce(add, money(0n, currency));

export function saleTerms(
  lines: readonly Line[],
  shipping: Money,
  charge: CommissionCharge,
  tax: Money = money(0n, shipping.currency),
): SaleTerms {
  const goods = goodsOf(lines, shipping);
  const commission = commissionOf(baseOf(charge.base, goods, shipping), charge);
  const commissionTax = basisPoints(commission, charge.taxBasisPoints ?? 0);
  const share = charge.buyerShare ?? 0;
  const buyerFee = add(basisPoints(commission, share), basisPoints(commissionTax, share));
  const total = add(add(goods, shipping), add(tax, buyerFee));
  return { goods, shipping, tax, buyerFee, total, ...divided(total, commission, commissionTax) };
}

export const baseOf = (base: CommissionBase | undefined, goods: Money, shipping: Money): Money =>
  base === "goods" ? goods : add(goods, shipping);

/** Never more than what it is taken of, be the floor as high as it may. */
function commissionOf(base: Money, { basisPoints: points, fixed, floor, cap }: CommissionCharge): Money {
  const share = basisPoints(base, points);
  const whole = fixed ? add(share, fixed) : share;
  const raised = floor ? larger(whole, floor) : whole;
  return smaller(cap ? smaller(raised, cap) : raised, base);
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
  const kept = smaller(commission, left);
  return { commission: kept, commissionTax, sellerReceives: subtract(left, kept) };
}

const smaller = (a: Money, b: Money): Money => (subtract(b, a).minor < 0n ? b : a);
const larger = (a: Money, b: Money): Money => (subtract(b, a).minor < 0n ? a : b);
