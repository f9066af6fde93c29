import { expect, test } from "vitest";
import { askedOf, isNarrowed, queryOf, searchIn } from "./search.ts";

const of = (query: string) => searchIn(new URLSearchParams(query));

test("what the address bar says comes back as the same address", () => {
  const query = "q=logo&category=logo-design&min=500&max=1500.50&currency=SAR";
  expect(queryOf(of(query)).toString()).toBe(query);
  expect(isNarrowed(of(query))).toBe(true);
});

test("what cannot be meant counts as nothing", () => {
  const search = of("q=%20&category=../orders&min=five&max=-1&currency=XXX");
  expect(queryOf(search).toString()).toBe("");
  expect(isNarrowed(search)).toBe(false);
});

test("the API is asked in minor units, and for a currency only with an amount", () => {
  expect(Object.fromEntries(askedOf(of("min=500&max=1500.5")))).toEqual({
    ...{ atLeast: "50000", atMost: "150050", currency: "INR" },
  });
  expect(Object.fromEntries(askedOf(of("q=tea&currency=KWD")))).toEqual({ q: "tea" });
});
