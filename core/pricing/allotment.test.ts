import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Money, money, subtract } from "../money/index.ts";
import { allotment, type Parts } from "./allotment.ts";
import { saleTerms } from "./terms.ts";

const inr = (minor: bigint): Money => money(minor, "INR");
const whole = ({ goods, shipping, tax, buyerFee }: Parts): bigint =>
  goods.minor + shipping.minor + tax.minor + buyerFee.minor;
const sale = (goods: bigint, shipping: bigint, tax = 0n, charge = { basisPoints: 300, buyerShare: 5_000 }) =>
  saleTerms([{ unitPrice: inr(goods), quantity: 1 }], inr(shipping), { taxBasisPoints: 1_800, ...charge }, inr(tax));

function adds(terms: ReturnType<typeof sale>, refund: Money): boolean {
  const { refunded, kept, share } = allotment(terms, refund);
  const parts = (["goods", "shipping", "tax", "buyerFee"] as const).every(
    (part) =>
      refunded[part].minor >= 0n &&
      kept[part].minor >= 0n &&
      refunded[part].minor + kept[part].minor === terms[part].minor,
  );
  const shared = share.commission.minor + share.commissionTax.minor + share.sellerReceives.minor;
  return parts && whole(refunded) === refund.minor && shared === terms.total.minor - refund.minor;
}

describe("a partial refund", () => {
  test("of a half: each part gives a half", () => {
    const terms = sale(20_000n, 10_000n);
    expect(allotment(terms, inr(15_265n))).toEqual({
      refunded: { goods: inr(10_000n), shipping: inr(5_000n), tax: inr(0n), buyerFee: inr(265n) },
      kept: { goods: inr(10_000n), shipping: inr(5_000n), tax: inr(0n), buyerFee: inr(266n) },
      share: { commission: inr(450n), commissionTax: inr(81n), sellerReceives: inr(14_735n) },
    });
  });

  test("of everything gives everything back, the fee too; of nothing gives nothing", () => {
    const terms = sale(29_900n, 4_900n, 6_264n);
    const { goods, shipping, tax, buyerFee } = terms;
    const none = { goods: inr(0n), shipping: inr(0n), tax: inr(0n), buyerFee: inr(0n) };
    expect(allotment(terms, terms.total)).toMatchObject({ refunded: { goods, shipping, tax, buyerFee }, kept: none });
    expect(allotment(terms, inr(0n))).toMatchObject({ refunded: none, kept: { goods, shipping, tax, buyerFee } });
  });

  test.each([
    ["a small sale with everything", sale(37n, 11n, 9n)],
    ["a sale that the buyer bears", sale(8_231n, 499n, 1_570n, { basisPoints: 333, buyerShare: 10_000 })],
    ["a sale that the seller bears", sale(10_000n, 0n, 0n, { basisPoints: 1_000, buyerShare: 0 })],
  ])("case 32: of %s, for every amount from nothing to all of it, adds up to the last minor unit", (_, terms) => {
    const wrong: bigint[] = [];
    for (let refund = 0n; refund <= terms.total.minor; refund++) if (!adds(terms, inr(refund))) wrong.push(refund);
    expect(wrong).toEqual([]);
  });

  test("case 32: adds up for every sale of 0 to 10,000 and its half, and no part is off by a whole unit", () => {
    const wrong: bigint[] = [];
    for (let goods = 1n; goods <= 10_000n; goods++) {
      const terms = sale(goods, 7n, goods / 6n);
      const refund = inr(terms.total.minor / 2n);
      const { refunded } = allotment(terms, refund);
      const off = refunded.goods.minor * terms.total.minor - terms.goods.minor * refund.minor;
      if (!adds(terms, refund) || off >= terms.total.minor || -off >= terms.total.minor) wrong.push(goods);
    }
    expect(wrong).toEqual([]);
  });

  test("adds up for any sale and any part of it", () => {
    const minor = fc.bigInt(1n, 9_007_199_254_740_991n);
    const any = fc.record({
      ...{ goods: minor, shipping: minor, tax: minor, per: fc.bigInt(0n, 1_000_000n) },
      ...{ basisPoints: fc.integer({ min: 0, max: 5_000 }), buyerShare: fc.integer({ min: 0, max: 10_000 }) },
    });
    fc.assert(
      fc.property(any, ({ goods, shipping, tax, per, ...charge }) => {
        const terms = sale(goods, shipping, tax, charge);
        expect(adds(terms, inr((terms.total.minor * per) / 1_000_000n))).toBe(true);
      }),
    );
  });

  test("is neither more than was paid nor less than nothing", () => {
    const terms = sale(100n, 10n);
    for (const refund of [inr(-1n), subtract(terms.total, inr(-1n))])
      expect(() => allotment(terms, refund)).toThrow("a part of what was paid");
  });
});
