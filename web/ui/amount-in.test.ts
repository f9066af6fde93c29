import { expect, test } from "vitest";
import { amountIn } from "./amount-in.ts";

test("an amount is read as people type it, to the last minor unit", () => {
  expect(amountIn("1,250.50", "INR")).toEqual({ amount: 125050, currency: "INR" });
  expect(amountIn("١٬٢٥٠٫٥", "INR")).toEqual({ amount: 125050, currency: "INR" });
  expect(amountIn(" 348 ", "INR")).toEqual({ amount: 34800, currency: "INR" });
});

test("what is no amount is none", () => {
  for (const text of ["", "abc", "1.234", "-5", "1e3", undefined]) expect(amountIn(text, "INR"), text).toBe(null);
  expect(amountIn("5", "XXX")).toBe(null);
});
