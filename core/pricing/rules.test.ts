import { describe, expect, test } from "vitest";
import { type Money, money } from "../money/index.ts";
import { at, type Instant } from "../time/index.ts";
import { type CommissionRule, chargeBy, defaultRule, faultsOf, type PricedSale, ruleFor } from "./rules.ts";
import { saleTerms } from "./terms.ts";

const inr = (minor: bigint): Money => money(minor, "INR");
const sar = (minor: bigint): Money => money(minor, "SAR");
const rule = (name: string, changes: Partial<CommissionRule> = {}): CommissionRule => ({
  ...defaultRule(300),
  ...{ name, ...changes },
});
const SALE: PricedSale = {
  lines: [{ unitPrice: inr(10_000n), quantity: 2 }],
  shipping: inr(500n),
  categories: ["sarees", "textiles"],
  sellerLevel: "standard",
};
const NOW = at(1_000);
const decided = (rules: readonly CommissionRule[], sale: Partial<PricedSale> = {}, now: Instant = NOW) =>
  ruleFor(rules, defaultRule(300), { ...SALE, ...sale }, now).name;

describe("which rule decides", () => {
  test("the first that applies, and the default where none does", () => {
    const none = rule("none", { when: { categories: ["books"] } });
    expect(decided([none, rule("first"), rule("second")])).toBe("first");
    expect(decided([none])).toBe("default");
    expect(decided([])).toBe("default");
  });

  test.each([
    ["its category", { categories: ["sarees"] }, true],
    ["a category above its own", { categories: ["books", "textiles"] }, true],
    ["another category", { categories: ["books"] }, false],
    ["no category at all", { categories: [] }, false],
    ["its seller's level", { sellerLevels: ["gold", "standard"] }, true],
    ["another level", { sellerLevels: ["gold"] }, false],
    ["its very amount as the least", { atLeast: [inr(20_500n)] }, true],
    ["more than its amount", { atLeast: [inr(20_501n)] }, false],
    ["its very amount as the most", { atMost: [inr(20_500n)] }, true],
    ["less than its amount", { atMost: [inr(20_499n)] }, false],
    ["an amount in its currency among others", { atLeast: [sar(99_999n), inr(1n)] }, true],
    ["least amounts of another currency", { atLeast: [sar(1n)] }, false],
    ["most amounts of another currency", { atMost: [sar(99_999n)] }, false],
    ["a period that begins now", { from: NOW }, true],
    ["a period that begins later", { from: at(1_001) }, false],
    ["a period that ends later", { until: at(1_001) }, true],
    ["a period that ends now", { until: NOW }, false],
  ])("a rule for %s", (_, when, is) => {
    expect(decided([rule("this", { when })])).toBe(is ? "this" : "default");
  });

  test("the amount is what the commission is taken of", () => {
    const when = { atMost: [inr(20_000n)] };
    expect(decided([rule("goods", { when, base: "goods" })])).toBe("goods");
    expect(decided([rule("total", { when, base: "total" })])).toBe("default");
  });
});

test("a rule charges a sale with its amounts in the currency of the sale, and with none where it names none", () => {
  const some = rule("some", { fixed: [sar(1n), inr(5n)], floor: [inr(6n)], cap: [sar(7n)], buyerShare: 2_500 });
  const charge = chargeBy(some, "INR", 1_800);
  expect(charge).toEqual({
    ...{ basisPoints: 300, taxBasisPoints: 1_800, base: "total", buyerShare: 2_500 },
    ...{ fixed: inr(5n), floor: inr(6n) },
  });
  expect(chargeBy(some, "SAR", 0)).toMatchObject({ fixed: sar(1n), cap: sar(7n) });
  expect(chargeBy(some, "AED", 0)).toEqual({ basisPoints: 300, taxBasisPoints: 0, base: "total", buyerShare: 2_500 });
  expect(saleTerms(SALE.lines, SALE.shipping, charge).commission).toEqual(inr(620n));
});

test("the default rule is what there was before there were rules", () => {
  const charge = chargeBy(defaultRule(300), "INR", 0);
  expect(saleTerms(SALE.lines, SALE.shipping, charge)).toEqual(
    saleTerms(SALE.lines, SALE.shipping, { basisPoints: 300 }),
  );
});

describe("what is wrong with rules", () => {
  test.each([
    ["nothing", [rule("a", { when: { from: NOW, until: at(2_000) } }), rule("b")], []],
    [
      "nothing, where each says what the other does not",
      [rule("a", { floor: [inr(5n)], cap: [sar(1n)], when: { from: NOW } })],
      [],
    ],
    ["nothing, with a floor that is the cap", [rule("a", { floor: [inr(5n)], cap: [inr(5n)] })], []],
    ["a name twice", [rule("a", { when: { from: NOW } }), rule("a")], [[1, "the_same_name"]]],
    ["the default's own name", [rule("default")], [[0, "the_same_name"]]],
    ["a currency twice", [rule("a", { fixed: [inr(1n), inr(2n)] })], [[0, "a_currency_twice"]]],
    ["an amount below zero", [rule("a", { cap: [inr(-1n)] })], [[0, "an_amount_below_zero"]]],
    ["a floor above the cap", [rule("a", { floor: [inr(2n)], cap: [inr(1n)] })], [[0, "the_floor_is_above_the_cap"]]],
    [
      "a least amount above the most",
      [rule("a", { when: { atLeast: [inr(2n)], atMost: [inr(1n)] } })],
      [[0, "the_least_is_above_the_most"]],
    ],
    ["a period that is none", [rule("a", { when: { from: NOW, until: NOW } })], [[0, "ends_before_it_begins"]]],
    ["a rule behind one that always applies", [rule("a"), rule("b")], [[1, "is_never_reached"]]],
  ] as const)("%s", (_, rules, faults) => {
    expect(faultsOf(rules).map(({ rule: place, fault }) => [place, fault])).toEqual(faults);
  });
});
