import { allot, type Money, subtract } from "../money/index.ts";
import { type SaleTerms, type Share, shareOf } from "./terms.ts";

/** What a buyer pays, by what it is for. */
export type Parts = Pick<SaleTerms, "goods" | "shipping" | "tax" | "buyerFee">;

/** What becomes of every part of a sale of which a part is refunded: `refunded` and `kept` add up to the sale, part by part. */
export type Allotment = {
  readonly refunded: Parts;
  readonly kept: Parts;
  /** What commission, its tax and the seller come to of what is kept. */
  readonly share: Share;
};

/**
 * Divides a partial refund over goods, shipping, tax and fee in proportion to what each cost, to the last minor unit: what is kept is
 * allotted by the largest remainder, and what is refunded is the rest of each.
 */
export function allotment(terms: SaleTerms, refund: Money): Allotment {
  const { goods, shipping, tax, buyerFee, total } = terms;
  const part = subtract(total, refund);
  if (refund.minor < 0n || part.minor < 0n) throw new Error("a refund is a part of what was paid");
  const weights = [goods, shipping, tax, buyerFee].map(({ minor }) => minor);
  const kept = named(allot(part, weights));
  const refunded = {
    goods: subtract(goods, kept.goods),
    shipping: subtract(shipping, kept.shipping),
    tax: subtract(tax, kept.tax),
    buyerFee: subtract(buyerFee, kept.buyerFee),
  };
  return { refunded, kept, share: shareOf(terms, part) };
}

function named(parts: readonly Money[]): Parts {
  const [goods, shipping, tax, buyerFee] = parts as [Money, Money, Money, Money];
  return { goods, shipping, tax, buyerFee };
}
