import { expect, test } from "vitest";
import { formatMoney } from "./money.tsx";

test("rupees are grouped by lakh, in English and in Arabic", () => {
  expect(formatMoney({ amount: 123456789, currency: "INR" }, "en", true)).toBe("₹12,34,567.89");
  expect(formatMoney({ amount: 123456789, currency: "INR" }, "ar-u-nu-latn", true)).toBe("₹12,34,567.89");
});

test("whole amounts drop their zeros in sentences and keep them in columns", () => {
  expect(formatMoney({ amount: 34800, currency: "INR" }, "en")).toBe("₹348");
  expect(formatMoney({ amount: 34800, currency: "INR" }, "en", true)).toBe("₹348.00");
});

test("the largest amount keeps every digit", () => {
  expect(formatMoney({ amount: 9007199254740991, currency: "INR" }, "en", true)).toBe("₹9,00,71,99,25,47,409.91");
});

test("Arabic amounts keep Western digits", () => {
  expect(formatMoney({ amount: 125050, currency: "SAR" }, "ar-u-nu-latn", true)).toContain("1,250.50");
});
