import { describe, expect, test } from "vitest";
import type { Terms } from "../api/negotiations.ts";
import { changesBetween, changesIn, termsIn, totalIn, valueIn } from "./terms.ts";

const inr = (amount: number) => ({ amount, currency: "INR" });
const TERMS: Terms = {
  ...{ unitPrice: inr(25_000), quantity: 4, shipping: { bearer: "buyer", amount: inr(9_000) } },
  ...{ paymentHours: 24, dispatchDays: 5, deliveryDays: 10, inspectionDays: 3, freeTerms: null },
};
const TYPED = {
  ...{ currency: "INR", unitPrice: "250", quantity: "4", bearer: "buyer", shippingAmount: "90.00" },
  ...{ paymentHours: "24", dispatchDays: "5", deliveryDays: "10", inspectionDays: "3", freeTerms: "Folded" },
};

describe("what was typed", () => {
  test("becomes terms, with amounts in minor units", () => {
    expect(termsIn(TYPED)).toEqual({ terms: { ...TERMS, freeTerms: "Folded" } });
  });

  test("whoever sells and bears the shipping is charged nothing for it, whatever stands in the field", () => {
    const found = termsIn({ ...TYPED, bearer: "seller", shippingAmount: "many" });
    expect(found).toMatchObject({ terms: { shipping: { bearer: "seller", amount: inr(0) } } });
  });

  test("an amount that is none is named, and comes to no total", () => {
    expect(termsIn({ ...TYPED, unitPrice: "two fifty" })).toEqual({ wrong: "unitPrice" });
    expect(termsIn({ ...TYPED, shippingAmount: "1.234" })).toEqual({ wrong: "amount" });
    expect(totalIn({ ...TYPED, unitPrice: "" })).toBeNull();
    expect(totalIn({ ...TYPED, quantity: "" })).toBeNull();
    expect(totalIn({ ...TYPED, quantity: "1.5" })).toBeNull();
  });

  test("comes to the pieces and the shipping together", () => {
    expect(totalIn(TYPED)).toEqual(inr(109_000));
    expect(totalIn({ ...TYPED, bearer: "seller" })).toEqual(inr(100_000));
  });
});

test("two offers differ in what differs", () => {
  expect(changesBetween(TERMS, TERMS)).toEqual([]);
  const next: Terms = { ...TERMS, unitPrice: inr(27_000), shipping: { bearer: "seller", amount: inr(0) } };
  expect(changesBetween(TERMS, next)).toEqual([
    { field: "unitPrice", before: { kind: "money", money: inr(25_000) }, after: { kind: "money", money: inr(27_000) } },
    {
      field: "shipping",
      before: { kind: "shipping", bearer: "buyer", amount: inr(9_000) },
      after: { kind: "shipping", bearer: "seller", amount: inr(0) },
    },
  ]);
});

test("changes of an agreement are read out of its words, and what is not understood stays as it is written", () => {
  expect(changesIn([{ field: "deliveryDays", before: "10", after: "12" }])).toEqual([
    { field: "deliveryDays", before: { kind: "days", count: 10 }, after: { kind: "days", count: 12 } },
  ]);
  expect(valueIn("unitPrice", "INR 250.00")).toEqual({ kind: "money", money: inr(25_000) });
  expect(valueIn("shipping", "buyer: INR 90.00")).toEqual({ kind: "shipping", bearer: "buyer", amount: inr(9_000) });
  expect(valueIn("freeTerms", "buyer: INR 90.00")).toEqual({ kind: "text", text: "buyer: INR 90.00" });
  for (const [field, text] of [
    ["unitPrice", "XYZ 1.00"],
    ["shipping", "nobody: INR 1.00"],
    ["shipping", "buyer: much"],
    ["quantity", "four"],
  ] as const)
    expect(valueIn(field, text)).toEqual({ kind: "text", text });
});
