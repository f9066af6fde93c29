import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, LARGEST_MINOR, type Money, money } from "../money/index.ts";
import { type CommissionCharge, saleTerms, shareOf } from "./terms.ts";

const inr = (minor: bigint): Money => money(minor, "INR");
const line = (minor: bigint, quantity: number) => ({ unitPrice: inr(minor), quantity });

describe("the terms of a sale", () => {
  test("299.00 and 49.00 shipping at 3 %: 348.00, of which 10.44 are commission and 337.56 the seller's", () => {
    expect(saleTerms([line(29_900n, 1)], inr(4_900n), { basisPoints: 300 })).toEqual({
      goods: inr(29_900n),
      shipping: inr(4_900n),
      tax: inr(0n),
      buyerFee: inr(0n),
      total: inr(34_800n),
      commission: inr(1_044n),
      commissionTax: inr(0n),
      sellerReceives: inr(33_756n),
    });
  });

  test("tax of 18 % on the commission is the seller's to bear: 1.88 of 10.44", () => {
    const terms = saleTerms([line(29_900n, 1)], inr(4_900n), { basisPoints: 300, taxBasisPoints: 1_800 });
    expect(terms).toMatchObject({ commission: inr(1_044n), commissionTax: inr(188n), sellerReceives: inr(33_568n) });
  });

  test("every line counts as often as it is bought", () => {
    const terms = saleTerms([line(29_900n, 3), line(1n, 2)], inr(0n), { basisPoints: 0 });
    expect(terms).toMatchObject({
      goods: inr(89_702n),
      total: inr(89_702n),
      commission: inr(0n),
      sellerReceives: inr(89_702n),
    });
  });

  test("a platform may take all, and nothing is left for the seller", () => {
    expect(saleTerms([line(100n, 1)], inr(1n), { basisPoints: 10_000 })).toMatchObject({
      commission: inr(101n),
      sellerReceives: inr(0n),
    });
  });

  test("nothing bought costs its shipping", () => {
    expect(saleTerms([], inr(4_900n), { basisPoints: 300 })).toMatchObject({ goods: inr(0n), total: inr(4_900n) });
  });

  test("commission and the seller's part are the total, and the commission is 3 % within half a minor unit", () => {
    const anyPrice = fc.bigInt({ min: 0n, max: LARGEST_MINOR });
    const anyLine = fc.record({ unitPrice: anyPrice.map(inr), quantity: fc.integer({ min: 1, max: 1_000 }) });
    fc.assert(
      fc.property(fc.array(anyLine), anyPrice, fc.integer({ min: 0, max: 10_000 }), (lines, shipping, points) => {
        const terms = saleTerms(lines, inr(shipping), { basisPoints: points });
        const goods = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.minor * BigInt(quantity), 0n);
        expect(terms.total.minor).toBe(goods + shipping);
        expect(terms.commission.minor + terms.sellerReceives.minor).toBe(terms.total.minor);
        const error = terms.commission.minor * 10_000n - terms.total.minor * BigInt(points);
        expect(error >= -5_000n && error <= 5_000n).toBe(true);
      }),
    );
  });

  test.each([
    ["a line in riyals and shipping in rupees", [{ unitPrice: money(1n, "SAR"), quantity: 1 }]],
    ["lines in two currencies", [line(1n, 1), { unitPrice: money(1n, "SAR"), quantity: 1 }]],
  ])("case 38: %s make no sale", (_, lines) => {
    expect(() => saleTerms(lines, inr(1n), { basisPoints: 300 })).toThrow("is not");
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("case 55: %d is no quantity", (quantity) => {
    expect(() => saleTerms([line(1n, quantity)], inr(0n), { basisPoints: 300 })).toThrow("not a count");
  });
});

describe("who pays the commission, and how much it may be", () => {
  const sale = (charge: CommissionCharge, minor = 29_900n) => saleTerms([line(minor, 1)], inr(4_900n), charge);

  test.each([
    ["of the goods alone", { basisPoints: 300, base: "goods" as const }, 897n],
    ["with a fixed part", { basisPoints: 300, fixed: inr(500n) }, 1_544n],
    ["raised to its floor", { basisPoints: 300, floor: inr(2_000n) }, 2_000n],
    ["above its floor", { basisPoints: 300, floor: inr(1_000n) }, 1_044n],
    ["cut to its cap", { basisPoints: 300, cap: inr(1_000n) }, 1_000n],
    ["below its cap", { basisPoints: 300, cap: inr(2_000n) }, 1_044n],
    ["never more than what it is of", { basisPoints: 300, base: "goods" as const, floor: inr(99_999n) }, 29_900n],
  ])("%s", (_, charge, commission) => {
    const { commission: charged, sellerReceives, total } = sale(charge);
    expect([charged, add(charged, sellerReceives)]).toEqual([inr(commission), total]);
  });

  test("the buyer pays it on top: 348.00 become 360.32 with the tax on it, and the seller gets the whole price", () => {
    expect(sale({ basisPoints: 300, taxBasisPoints: 1_800, buyerShare: 10_000 })).toMatchObject({
      ...{ buyerFee: inr(1_232n), total: inr(36_032n), commission: inr(1_044n) },
      ...{ commissionTax: inr(188n), sellerReceives: inr(34_800n) },
    });
  });

  test("each pays a half of it", () => {
    expect(sale({ basisPoints: 300, taxBasisPoints: 1_800, buyerShare: 5_000 })).toMatchObject({
      ...{ buyerFee: inr(616n), total: inr(35_416n), sellerReceives: inr(34_184n) },
    });
  });

  test("tax on top of the prices is the buyer's to pay and the seller's to hand on; no commission is taken of it", () => {
    expect(saleTerms([line(29_900n, 1)], inr(4_900n), { basisPoints: 300 }, inr(6_264n))).toMatchObject({
      ...{ tax: inr(6_264n), total: inr(41_064n), commission: inr(1_044n), sellerReceives: inr(40_020n) },
    });
  });

  test("a floor in another currency than the sale is a bug", () => {
    expect(() => sale({ basisPoints: 300, floor: money(1n, "SAR") })).toThrow("is not");
  });
});

describe("the seller's part of a division", () => {
  const terms = saleTerms([line(29_900n, 1)], inr(4_900n), { basisPoints: 300, taxBasisPoints: 1_800 });

  test("bears commission and tax in proportion", () => {
    expect(shareOf(terms, inr(17_400n))).toEqual({
      commission: inr(522n),
      commissionTax: inr(94n),
      sellerReceives: inr(16_784n),
    });
  });

  test("that is the whole bears what the sale says, and none bears nothing", () => {
    const { commission, commissionTax, sellerReceives } = terms;
    expect(shareOf(terms, terms.total)).toEqual({ commission, commissionTax, sellerReceives });
    expect(shareOf(terms, inr(0n))).toEqual({
      commission: inr(0n),
      commissionTax: inr(0n),
      sellerReceives: inr(0n),
    });
  });

  test("never leaves the seller less than nothing where commission and tax are both rounded up: the commission gives way", () => {
    const rule = { basisPoints: 5_000, taxBasisPoints: 10_000 };
    const share = (commission: bigint, tax: bigint) => ({
      ...{ commission: inr(commission), commissionTax: inr(tax), sellerReceives: inr(0n) },
    });
    expect(saleTerms([line(3n, 1)], inr(0n), rule)).toMatchObject(share(1n, 2n));
    expect(shareOf(saleTerms([line(8n, 1)], inr(0n), rule), inr(3n))).toEqual(share(1n, 2n));
  });

  test("case 32: adds up to itself for every part, and no share of it is below zero", () => {
    const any = fc.record({
      minor: fc.bigInt(1n, LARGEST_MINOR),
      points: fc.integer({ min: 0, max: 5_000 }),
      tax: fc.integer({ min: 0, max: 10_000 }),
      per: fc.bigInt(0n, 1_000_000n),
    });
    fc.assert(
      fc.property(any, ({ minor, points, tax, per }) => {
        const sale = saleTerms([line(minor, 1)], inr(0n), { basisPoints: points, taxBasisPoints: tax });
        const part = inr((minor * per) / 1_000_000n);
        const { commission, commissionTax, sellerReceives } = shareOf(sale, part);
        expect(commission.minor + commissionTax.minor + sellerReceives.minor).toBe(part.minor);
        for (const share of [commission, commissionTax, sellerReceives]) expect(share.minor).toBeGreaterThanOrEqual(0n);
      }),
    );
  });
});
