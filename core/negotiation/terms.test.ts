import { describe, expect, test } from "vitest";
import { money } from "../money/index.ts";
import { days, hours } from "../time/index.ts";
import {
  LARGEST_TOTAL,
  LIMITS,
  type OfferTerms,
  otherSide,
  shippingPaidByBuyer,
  storedTerms,
  termsFrom,
  totalOf,
  windowsOf,
  wrongTerm,
} from "./index.ts";

const inr = (minor: bigint) => money(minor, "INR");
const TERMS: OfferTerms = {
  unitPrice: inr(25_000n),
  quantity: 40,
  shipping: { bearer: "buyer", amount: inr(90_000n) },
  paymentHours: 24,
  dispatchDays: 5,
  deliveryDays: 10,
  inspectionDays: 3,
  freeTerms: "Rolls of 25 metres (demo)",
};

test("what the buyer pays is the goods and the sending that he bears", () => {
  expect(totalOf(TERMS)).toEqual(inr(1_090_000n));
  expect(totalOf({ ...TERMS, shipping: { bearer: "seller", amount: inr(0n) } })).toEqual(inr(1_000_000n));
  expect(shippingPaidByBuyer({ ...TERMS, shipping: { bearer: "seller", amount: inr(0n) } })).toEqual(inr(0n));
});

test("terms give the deal its windows", () => {
  expect(windowsOf(TERMS)).toEqual({
    paymentAgreed: hours(24),
    dispatch: days(5),
    delivery: days(10),
    inspection: days(3),
  });
});

describe("what may not stand", () => {
  const rupees = (changes: Partial<OfferTerms>) => wrongTerm({ ...TERMS, ...changes }, "INR");

  test("what is right, to its ends", () => {
    expect(rupees({})).toBeNull();
    for (const field of ["quantity", "paymentHours", "dispatchDays", "deliveryDays", "inspectionDays"] as const) {
      const cheap = { unitPrice: inr(1n), shipping: { bearer: "buyer", amount: inr(0n) } } as const;
      expect(rupees({ ...cheap, [field]: LIMITS[field].least })).toBeNull();
      expect(rupees({ ...cheap, [field]: LIMITS[field].most })).toBeNull();
      expect(rupees({ ...cheap, [field]: LIMITS[field].least - 1 })).toBe(field);
      expect(rupees({ ...cheap, [field]: LIMITS[field].most + 1 })).toBe(field);
      expect(rupees({ ...cheap, [field]: 1.5 })).toBe(field);
    }
    expect(rupees({ freeTerms: "x".repeat(LIMITS.freeTerms) })).toBeNull();
  });

  test.each([
    ["a price in another currency", { unitPrice: money(25_000n, "USD") }, "unitPrice"],
    ["a price of nothing", { unitPrice: inr(0n) }, "unitPrice"],
    ["a price beyond all sums", { unitPrice: inr(LARGEST_TOTAL + 1n) }, "unitPrice"],
    ["sending in another currency", { shipping: { bearer: "buyer", amount: money(1n, "USD") } }, "shipping.amount"],
    ["sending that pays the buyer", { shipping: { bearer: "buyer", amount: inr(-1n) } }, "shipping.amount"],
    ["sending that nobody pays", { shipping: { bearer: "seller", amount: inr(1n) } }, "shipping.amount"],
    ["words without end", { freeTerms: "x".repeat(LIMITS.freeTerms + 1) }, "freeTerms"],
    ["a sum beyond all sums", { unitPrice: inr(LARGEST_TOTAL), quantity: 2 }, "total"],
  ] as const)("%s", (_, changes, expected) => {
    expect(rupees(changes)).toBe(expected);
  });
});

test("terms are kept to the last minor unit", () => {
  const large = { ...TERMS, unitPrice: inr(LARGEST_TOTAL), shipping: { bearer: "seller", amount: inr(0n) } } as const;
  for (const terms of [TERMS, large]) {
    const kept = JSON.parse(JSON.stringify(storedTerms(terms)));
    expect(termsFrom(kept, "INR")).toEqual(terms);
  }
});

test("the other side", () => {
  expect([otherSide("buyer"), otherSide("seller")]).toEqual(["seller", "buyer"]);
});
