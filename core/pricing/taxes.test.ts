import fc from "fast-check";
import { expect, test } from "vitest";
import { add, basisPoints, LARGEST_MINOR, type Money, money } from "../money/index.ts";
import { STANDARD_TAXES, type TaxRate, taxLines, taxOnTop } from "./taxes.ts";

const inr = (minor: bigint): Money => money(minor, "INR");
const line = (minor: bigint, quantity = 1) => ({ unitPrice: inr(minor), quantity });
const GST: TaxRate = { code: "GST", basisPoints: 1_800, included: true };
const ON_TOP = { ...GST, included: false };

test("of 118.00 that contain 18 %, 18.00 are tax; the total does not change", () => {
  const lines = taxLines([line(11_800n)], inr(0n), GST);
  expect(lines).toEqual([{ ...GST, of: 0, net: inr(10_000n), tax: inr(1_800n) }]);
  expect(taxOnTop(lines, inr(0n))).toEqual(inr(0n));
});

test("18 % on top of 100.00 are 18.00, which the buyer pays besides; shipping is taxed as well", () => {
  const lines = taxLines([line(5_000n, 2), line(333n)], inr(4_900n), ON_TOP);
  expect(lines.map(({ of, net, tax }) => [of, net.minor, tax.minor])).toEqual([
    [0, 10_000n, 1_800n],
    [1, 333n, 60n],
    ["shipping", 4_900n, 882n],
  ]);
  expect(taxOnTop(lines, inr(0n))).toEqual(inr(2_742n));
});

test.each([
  ["IN", "GST", 11_800n, 1_800n],
  ["SA", "VAT", 11_500n, 1_500n],
  ["AE", "VAT", 10_500n, 500n],
])("%s: %s is the standard rate, in prices already", (country, code, price, tax) => {
  const rate = STANDARD_TAXES[country];
  expect(rate && taxLines([line(price)], inr(0n), rate)).toMatchObject([{ code, included: true, tax: inr(tax) }]);
});

test("halves go to the even side, once a line", () => {
  const half = { ...ON_TOP, basisPoints: 5_000 };
  const lines = taxLines([line(1n), line(3n), line(5n)], inr(0n), half);
  expect(lines.map(({ tax }) => tax.minor)).toEqual([0n, 2n, 2n]);
});

test("net and tax of a line are what the buyer pays for it, whatever the price and the rate", () => {
  const any = fc.record({ minor: fc.bigInt(0n, LARGEST_MINOR), points: fc.integer({ min: 0, max: 5_000 }) });
  fc.assert(
    fc.property(any, ({ minor, points }) => {
      const [included] = taxLines([line(minor)], inr(0n), { ...GST, basisPoints: points });
      expect(included && add(included.net, included.tax)).toEqual(inr(minor));
      // Within half a minor unit of the exact share of the net price, however it is turned.
      const error = (included?.tax.minor ?? 0n) * BigInt(10_000 + points) - minor * BigInt(points);
      expect(error * 2n <= BigInt(10_000 + points) && error * 2n >= -BigInt(10_000 + points)).toBe(true);
      const [onTop] = taxLines([line(minor)], inr(0n), { ...ON_TOP, basisPoints: points });
      expect(onTop).toMatchObject({ net: inr(minor), tax: basisPoints(inr(minor), points) });
    }),
  );
});
