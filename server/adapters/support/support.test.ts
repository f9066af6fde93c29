import { money } from "@amana/core/money";
import { describe, expect, test } from "vitest";
import { objectionTo, rawDecimal, readAmount, shiftDecimal, writeAmount } from "./decimal.ts";
import { readInstant, retryAfter } from "./decode.ts";
import { redact } from "./redact.ts";
import { equalInConstantTime, hmacBase64, requireSecrets } from "./signatures.ts";

describe("amounts", () => {
  test("case 53: what is written reads back the same, for every currency's digits", () => {
    for (const currency of ["INR", "JPY", "KWD", "USDC"] as const) {
      const changed: bigint[] = [];
      for (let minor = 0n; minor <= 100_000n; minor += 7n) {
        const written = JSON.stringify(writeAmount(money(minor, currency)));
        if (readAmount(JSON.parse(written), currency)?.minor !== minor) changed.push(minor);
      }
      expect(changed).toEqual([]);
      const largest = money(999_999_999_999_999n, currency);
      expect(readAmount(JSON.parse(JSON.stringify(writeAmount(largest))), currency)).toEqual(largest);
    }
  });

  test("case 53: rupees are written with two decimals, yen with none, dinars with three", () => {
    const written = [money(34_800n, "INR"), money(5n, "INR"), money(348n, "JPY"), money(1_500n, "KWD")].map((amount) =>
      JSON.stringify(writeAmount(amount)),
    );
    expect(written).toEqual(["348.00", "0.05", "348", "1.500"]);
  });

  test.each([
    0.1 + 0.2,
    348.001,
    -0.01,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
    1e-7,
    10_000_000_000_000,
    90_071_992_547_409.91,
  ])("case 54: %d rupees are no amount", (value) => {
    expect(readAmount(value, "INR")).toBe(null);
  });

  test("a currency that we do not know, or that is a property of every object, is no currency", () => {
    for (const currency of ["XXX", "inr", "", "__proto__", "constructor"]) expect(readAmount(1, currency)).toBe(null);
  });

  test("only decimal literals go out raw", () => {
    for (const text of ["1e3", "", "1,000", "0x10", " 1", "1.", '1,"a":2', "٣"])
      expect(() => rawDecimal(text)).toThrow("not a decimal");
  });

  test("why an amount cannot be asked for", () => {
    expect(objectionTo(money(100n, "INR"), ["INR"])).toBe(null);
    expect(objectionTo(money(100n, "SAR"), ["INR"])).toBe("currency_not_supported");
    expect(objectionTo(money(0n, "INR"), ["INR"])).toBe("amount_not_positive");
    expect(objectionTo(money(10n ** 15n, "INR"), ["INR"])).toBe("amount_too_large");
  });

  test("a decimal point moves without a float", () => {
    expect(
      [
        [1, 3],
        [1000, 3],
        [1250, 3],
        [0, 1],
        [95, 1],
        [305, 1],
      ].map(([whole = 0, digits = 0]) => shiftDecimal(whole, digits)),
    ).toEqual(["0.001", "1", "1.25", "0", "9.5", "30.5"]);
    for (const odd of [-1, 1.5, Number.NaN]) expect(() => shiftDecimal(odd, 3)).toThrow("not a whole number");
  });
});

describe("signatures", () => {
  test("texts are equal only when every character is", () => {
    expect(equalInConstantTime("secret", "secret")).toBe(true);
    for (const other of ["", "secre", "secrets", "Secret", "secret "])
      expect(equalInConstantTime("secret", other)).toBe(false);
  });

  test("the parts of a signed message stand in a row without anything between", () => {
    expect(hmacBase64("k", "ab", "c")).toBe(hmacBase64("k", "abc"));
    expect(hmacBase64("k", Buffer.from("abc"))).toBe(hmacBase64("k", "abc"));
    expect(hmacBase64("k", "abd")).not.toBe(hmacBase64("k", "abc"));
  });

  test("case 3: an empty secret is refused at the start", () => {
    expect(() => requireSecrets("x", ["a", ""])).toThrow("x: a secret is empty");
    expect(() => requireSecrets("x", [])).toThrow("empty");
    expect(requireSecrets("x", ["a"])).toEqual(["a"]);
  });
});

describe("redaction", () => {
  test.each([
    ["account 026291800001191 is wrong", "account *** is wrong"],
    ["card 4111 1111 1111 1111", "card ***"],
    ["call +91 90000-00001 now", "call *** now"],
    ["mail asha@example.test!", "mail ***"],
    ["the key is hush, hush", "the key is ***, ***"],
    ["order pay_01900000000000000000000000000001 of 34800", "order pay_01900000000000000000000000000001 of 34800"],
    ["a\u0000\u001b[31mb", "a [31mb"],
  ])("%j becomes %j", (text, shown) => {
    expect(redact(text, ["hush", ""])).toBe(shown);
  });

  test("long words are cut, and soon", () => {
    expect(redact("x ".repeat(1_000_000)).length).toBe(300);
  });
});

describe("times", () => {
  test("a moment needs its offset", () => {
    expect(readInstant("2026-01-05T17:41:22+05:30")).toBe(Date.parse("2026-01-05T12:11:22Z"));
    expect(readInstant("2026-01-05T12:11:22.123Z")).toBe(Date.parse("2026-01-05T12:11:22.123Z"));
    for (const text of ["2026-01-05T17:41:22", "2026-01-05", "05-01-2026 17:41:22", "2026-13-05T17:41:22Z", "", "now"])
      expect(readInstant(text)).toBe(null);
  });

  test("a time to wait is a whole number of seconds", () => {
    expect(retryAfter("17")).toEqual({ retryAfterSeconds: 17 });
    for (const text of [undefined, "", "-1", "1.5", "soon", "99999999"]) expect(retryAfter(text)).toEqual({});
  });
});
