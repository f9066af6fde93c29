import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allot, basisPoints, LARGEST_MINOR, type Money, money, proportion } from "./index.ts";

const inr = (minor: bigint): Money => money(minor, "INR");
const minors = (parts: readonly Money[]): bigint[] => parts.map(({ minor }) => minor);
const sum = (parts: readonly Money[]): bigint => minors(parts).reduce((total, part) => total + part, 0n);
const distance = (a: bigint, b: bigint): bigint => (a < b ? b - a : a - b);

/** The whole number nearest to a fraction, ties to the even one, found by looking at the two beside it. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const cut = numerator / denominator;
  const low = cut * denominator > numerator ? cut - 1n : cut;
  const [below, above] = [numerator - low * denominator, (low + 1n) * denominator - numerator];
  const even = low % 2n === 0n ? low : low + 1n;
  return below === above ? even : below < above ? low : low + 1n;
}

describe("basis points", () => {
  test.each([
    [34_800n, 300, 1_044n],
    [10_000n, 1, 1n],
    [5_000n, 1, 0n],
    [15_000n, 1, 2n],
    [25_000n, 1, 2n],
    [35_000n, 1, 4n],
    [4_999n, 1, 0n],
    [5_001n, 1, 1n],
    [14_999n, 1, 1n],
    [15_001n, 1, 2n],
    [-5_000n, 1, 0n],
    [-15_000n, 1, -2n],
    [-25_000n, 1, -2n],
    [-5_001n, 1, -1n],
    [1n, 5_000, 0n],
    [3n, 5_000, 2n],
    [1n, 5_001, 1n],
    [123n, 0, 0n],
    [0n, 300, 0n],
    [123n, 10_000, 123n],
  ])("of %d, %d points are %d: halves go to the even side", (minor, points, share) => {
    expect(basisPoints(inr(minor), points)).toEqual(inr(share));
  });

  test("agree with the nearest whole number of the exact fraction, ties to the even one", () => {
    const small = fc.bigInt({ min: -60_000n, max: 60_000n });
    const large = fc.bigInt({ min: -LARGEST_MINOR, max: LARGEST_MINOR });
    fc.assert(
      fc.property(fc.oneof(small, large), fc.integer({ min: 0, max: 10_000 }), (minor, points) => {
        expect(basisPoints(inr(minor), points).minor).toBe(nearest(minor * BigInt(points), 10_000n));
      }),
      { numRuns: 2_000 },
    );
  });

  test("case 59: many tiny orders lose nothing: share and rest are the whole, and no share is off by more than a half", () => {
    for (let minor = 1n; minor <= 3_000n; minor += 1n) {
      const share = basisPoints(inr(minor), 300).minor;
      expect(distance(share * 10_000n, minor * 300n)).toBeLessThanOrEqual(5_000n);
    }
  });

  test.each([-1, 10_001, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("%d are no basis points", (points) => {
    expect(() => basisPoints(inr(1n), points)).toThrow(`not basis points: ${points}`);
  });
});

describe("allot", () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [1n, [3_333n, 3_333n, 3_334n], [0n, 0n, 1n]],
    [1n, [1n, 1n], [1n, 0n]],
    [2n, [1n, 1n, 1n], [1n, 1n, 0n]],
    [0n, [1n, 2n], [0n, 0n]],
    [7n, [0n, 1n, 0n], [0n, 7n, 0n]],
    [5n, [0n, 1n, 1n], [0n, 3n, 2n]],
    [10n, [1n, 6n], [1n, 9n]],
    [34_800n, [9_700n, 300n], [33_756n, 1_044n]],
  ])("%d by the weights %s", (amount, weights, parts) => {
    expect(minors(allot(inr(amount), weights))).toEqual(parts);
  });

  test.each([
    [[1n, 1n]],
    [[1n, 1n, 1n]],
    [[3_333n, 6_667n]],
    [[9_700n, 300n]],
    [[1n, 0n, 2n, 0n]],
    [[7n, 11n, 13n, 17n, 19n]],
    [[1n, 1_000_000_007n]],
  ])("case 32: every amount from 0 to 2000 by the weights %s: the parts are the whole", (weights) => {
    const total = weights.reduce((all, weight) => all + weight, 0n);
    for (let amount = 0n; amount <= 2_000n; amount += 1n) {
      const parts = allot(inr(amount), weights);
      expect(sum(parts)).toBe(amount);
      const fair = parts.every(({ minor }, i) => distance(minor * total, amount * (weights[i] ?? 0n)) < total);
      expect(fair).toBe(true);
    }
  });

  test("case 32: any amount by any weights: the whole, each part within a unit of its share, nothing for a weight of zero", () => {
    const weight = fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 10n }), fc.bigInt({ min: 1n, max: 2n ** 64n }));
    const weights = fc.array(weight, { minLength: 1, maxLength: 12 }).filter((list) => list.some((one) => one > 0n));
    const amount = fc.oneof(fc.bigInt({ min: 0n, max: 50n }), fc.bigInt({ min: 0n, max: 2n ** 80n }));
    fc.assert(
      fc.property(amount, weights, (minor, list) => {
        const total = list.reduce((all, one) => all + one, 0n);
        const parts = allot(inr(minor), list);
        expect(sum(parts)).toBe(minor);
        for (const [i, part] of minors(parts).entries()) {
          const ideal = minor * (list[i] ?? 0n);
          expect(distance(part * total, ideal)).toBeLessThan(total);
          if (ideal === 0n) expect(part).toBe(0n);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("the larger remainder gets the unit left over, a tie goes to the earlier part", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10_000n }),
        fc.array(fc.bigInt({ min: 1n, max: 99n }), { minLength: 2, maxLength: 6 }),
        (minor, list) => {
          const total = list.reduce((all, one) => all + one, 0n);
          const shares = minors(allot(inr(minor), list)).map((part, i) => ({
            rest: (minor * (list[i] ?? 0n)) % total,
            whole: (minor * (list[i] ?? 0n)) / total,
            extra: part - (minor * (list[i] ?? 0n)) / total,
          }));
          const ranked = shares.toSorted((a, b) => Number(b.rest - a.rest));
          const left = minor - shares.reduce((cut, { whole }) => cut + whole, 0n);
          expect(ranked.map(({ extra }) => extra)).toEqual(ranked.map((_, place) => (place < left ? 1n : 0n)));
        },
      ),
    );
  });

  test.each([[[]], [[0n]], [[0n, 0n]], [[-1n, 2n]], [[1n, -1n]], [[-1n]]])(
    "the weights [%s] are a mistake",
    (weights) => {
      expect(() => allot(inr(100n), weights)).toThrow("weights must be positive in sum");
    },
  );

  test("a debt cannot be allotted", () => {
    expect(() => allot(inr(-1n), [1n])).toThrow("only an amount that is not negative can be allotted");
  });

  test("the parts keep the currency", () => {
    expect(allot(money(3n, "KWD"), [1n, 2n])).toEqual([money(1n, "KWD"), money(2n, "KWD")]);
  });
});

describe("a proportion", () => {
  test("is the nearest whole number, ties to the even one", () => {
    const any = fc.record({ amount: fc.bigInt(0n, 10_000n), part: fc.bigInt(0n, 500n), whole: fc.bigInt(1n, 500n) });
    fc.assert(
      fc.property(any, ({ amount, part, whole }) => {
        expect(proportion(inr(amount), inr(part), inr(whole)).minor).toBe(nearest(amount * part, whole));
      }),
    );
  });

  test("of nothing, or between two currencies, is a defect", () => {
    expect(() => proportion(inr(1n), inr(0n), inr(0n))).toThrow("a proportion of nothing");
    expect(() => proportion(inr(1n), money(1n, "SAR"), inr(2n))).toThrow("INR is not SAR");
  });
});
