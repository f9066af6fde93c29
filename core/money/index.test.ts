import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  type Currency,
  equal,
  exponentOf,
  formatMajor,
  isCurrency,
  isZero,
  LARGEST_MINOR,
  type Money,
  money,
  parseMajor,
  subtract,
  times,
  zero,
} from "./index.ts";

/** ISO 4217, and the `decimals` of the token contracts; written down here once more on purpose. */
const DIGITS: Record<Currency, number> = {
  INR: 2,
  SAR: 2,
  AED: 2,
  USD: 2,
  EUR: 2,
  JPY: 0,
  KWD: 3,
  BHD: 3,
  USDC: 6,
  USDT: 6,
};
const CURRENCIES = Object.keys(DIGITS) as Currency[];
const anyCurrency = fc.constantFrom(...CURRENCIES);
const anyMinor = fc.bigInt({ min: -LARGEST_MINOR, max: LARGEST_MINOR });
const inr = (minor: bigint): Money => money(minor, "INR");

describe("currencies", () => {
  test.each(CURRENCIES)("case 53: %s has the digits of its standard", (currency) => {
    expect(exponentOf(currency)).toBe(DIGITS[currency]);
  });

  test.each(["", "inr", "XXX", "INR ", "__proto__", "constructor", "toString", "hasOwnProperty"])(
    "%j is no currency",
    (code) => {
      expect(isCurrency(code)).toBe(false);
      expect(parseMajor("1", code)).toEqual({ ok: false, error: "unknown_currency" });
    },
  );
});

describe("reading and writing", () => {
  test.each([
    ["348", "INR", 34_800n],
    ["348.5", "INR", 34_850n],
    ["348.00", "INR", 34_800n],
    ["348.0000", "INR", 34_800n],
    ["00348.01", "INR", 34_801n],
    ["-348.01", "INR", -34_801n],
    ["-0", "INR", 0n],
    ["0.01", "SAR", 1n],
    ["7", "JPY", 7n],
    ["7.000", "JPY", 7n],
    ["1.005", "KWD", 1_005n],
    ["0.000001", "USDC", 1n],
    ["0.1", "USDC", 100_000n],
  ] as const)("%s %s is read as %d minor units", (text, currency, minor) => {
    expect(parseMajor(text, currency)).toEqual({ ok: true, value: { minor, currency } });
  });

  test.each([
    [34_800n, "INR", "348.00"],
    [1n, "INR", "0.01"],
    [-1n, "INR", "-0.01"],
    [0n, "INR", "0.00"],
    [0n, "JPY", "0"],
    [-7n, "JPY", "-7"],
    [1_005n, "KWD", "1.005"],
    [1n, "USDT", "0.000001"],
  ] as const)("%d minor units of %s are written as %s", (minor, currency, text) => {
    expect(formatMajor(money(minor, currency))).toBe(text);
  });

  test.each(CURRENCIES)("case 53: every amount of %s comes back from its text", (currency) => {
    fc.assert(
      fc.property(anyMinor, (minor) => {
        const text = formatMajor(money(minor, currency));
        expect(parseMajor(text, currency)).toEqual({ ok: true, value: { minor, currency } });
      }),
    );
  });

  test("case 53: a text has exactly the digits of its currency and is the minor units without the point", () => {
    fc.assert(
      fc.property(anyCurrency, anyMinor, (currency, minor) => {
        const text = formatMajor(money(minor, currency));
        const [, fraction = ""] = text.split(".");
        expect(fraction).toHaveLength(DIGITS[currency]);
        expect(BigInt(text.replace(".", ""))).toBe(minor);
      }),
    );
  });

  test.each([
    ["348.001", "INR"],
    ["0.5", "JPY"],
    ["1.0005", "BHD"],
    ["1.0000001", "USDC"],
    ["0.000000000000000001", "USDT"],
  ])("%s %s has more digits than the currency: nothing is rounded in silence", (text, currency) => {
    expect(parseMajor(text, currency)).toEqual({ ok: false, error: "too_many_digits" });
  });
});

describe("boundaries", () => {
  test.each([
    ["99999999.99", 9_999_999_999n],
    ["100000000.00", 10_000_000_000n],
    ["90071992547409.91", LARGEST_MINOR],
    ["-90071992547409.91", -LARGEST_MINOR],
  ])("case 54: %s INR is read exactly", (text, minor) => {
    expect(parseMajor(text, "INR")).toEqual({ ok: true, value: inr(minor) });
  });

  test.each([
    ["90071992547409.92", "INR"],
    ["-90071992547409.92", "INR"],
    ["9007199254740992", "JPY"],
    ["9223372036854775807", "JPY"],
    ["9223372036854775808", "JPY"],
    ["92233720368547758.08", "INR"],
    ["999999999999999999", "JPY"],
    ["999999999999999999", "USDC"],
    ["9007199254.740992", "USDC"],
  ])("case 54: %s %s is refused, never wrapped", (text, currency) => {
    expect(parseMajor(text, currency)).toMatchObject({ ok: false, error: expect.stringMatching(/too_large|not_an/) });
  });

  test("case 54: sums beyond 2^63 stay exact", () => {
    const sum = add(inr(2n ** 63n - 1n), inr(1n));
    expect(sum.minor).toBe(9_223_372_036_854_775_808n);
    expect(times(sum, 3).minor).toBe(27_670_116_110_564_327_424n);
  });
});

describe("case 55: evil scalars", () => {
  const EVIL = [
    ["empty and blank", ["", " ", "\t", "\n", "\u00a0", "\u0000", "\ufeff1", "\u200b1", "1\u200b"]],
    ["around a number", [" 1", "1 ", "1\n", "\n1", "1\u0000", "1;", "1'", "1 INR", "₹1", "$1", "1€"]],
    ["signs", ["+1", "--1", "-", "- 1", "1-", "−1", "(1)", "-.5", "±1"]],
    ["points and commas", [".", ".5", "1.", "1..2", "1.2.3", "1,000", "1,5", "1_000", "1'000", "1 000", "1٫5"]],
    ["floats", ["NaN", "Infinity", "-Infinity", "1e3", "1E3", "1e309", "1e-7", "1.5e1", "1n", "0.1f"]],
    ["other bases", ["0x10", "0b1", "0o7", "\\u0031", "%31", "&#49;"]],
    ["other digits", ["١٢٣", "۱۲۳", "१२३", "\uff11\uff12\uff13", "①", "½", "Ⅳ", "一"]],
    ["other values", ["null", "undefined", "true", "false", "[]", "[1]", "{}", "[object Object]", "__proto__"]],
    ["too long", ["9".repeat(19), `0.${"0".repeat(19)}`, "1".repeat(10_000), `1.${"0".repeat(1_000_000)}`]],
  ] as const;

  test.each(EVIL)("%s", (_, texts) => {
    for (const text of texts)
      for (const currency of CURRENCIES)
        expect(parseMajor(text, currency), text.slice(0, 40)).toEqual({ ok: false, error: "not_an_amount" });
  });

  test("any text at all is either refused or a number that says the same", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), anyCurrency, (text, currency) => {
        const read = parseMajor(text, currency);
        if (read.ok) expect(Number(formatMajor(read.value))).toBe(Number(text) + 0);
      }),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1.5, 2 ** 53, -(2 ** 70)])("%d is no count", (count) => {
    expect(() => times(inr(1n), count)).toThrow(`not a count: ${count}`);
  });
});

describe("sums", () => {
  test("add and subtract are each other's inverse", () => {
    fc.assert(
      fc.property(anyMinor, anyMinor, anyCurrency, (a, b, currency) => {
        const [left, right] = [money(a, currency), money(b, currency)];
        expect(add(left, right).minor).toBe(a + b);
        expect(subtract(add(left, right), right)).toEqual(left);
      }),
    );
  });

  test("rupees and riyals never mix", () => {
    expect(() => add(inr(1n), money(1n, "SAR"))).toThrow("INR is not SAR");
    expect(() => subtract(inr(1n), money(1n, "SAR"))).toThrow("INR is not SAR");
  });

  test("equal means the same minor units of the same currency", () => {
    expect(equal(inr(1n), inr(1n))).toBe(true);
    expect(equal(inr(1n), inr(2n))).toBe(false);
    expect(equal(inr(1n), money(1n, "SAR"))).toBe(false);
  });

  test("zero is zero, one is not", () => {
    expect(zero("KWD")).toEqual({ minor: 0n, currency: "KWD" });
    expect(isZero(zero("KWD"))).toBe(true);
    expect(isZero(inr(1n))).toBe(false);
    expect(isZero(inr(-1n))).toBe(false);
  });

  test("a count may be zero", () => {
    expect(times(inr(29_900n), 3)).toEqual(inr(89_700n));
    expect(times(inr(29_900n), 0)).toEqual(inr(0n));
  });
});
