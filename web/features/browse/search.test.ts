import { describe, expect, test } from "vitest";
import { askedOf, isNarrowed, pageOf, searchIn } from "./search.ts";

const SELLER = "usr_019e54a06c8773cca8373c0b9a788a99";
const of = (query: string, category = "") => searchIn(new URLSearchParams(query), category);

describe("what the address bar says", () => {
  test("comes back as the same address", () => {
    const page = `/browse/lighting?q=%D9%85%D8%B5%D8%A8%D8%A7%D8%AD&seller=${SELLER}&min=10&max=99.5&sort=price_up`;
    expect(pageOf(of(page.split("?")[1] ?? "", "lighting"))).toBe(page);
  });

  test.each([
    ["an unknown order", "sort=dearest"],
    ["a seller that is no id", "seller=../../orders"],
    ["an amount that is none", "min=ten&max=-4"],
    ["an amount with too many places", "min=1.234"],
    ["blanks", "q=%20%20"],
  ])("%s counts as nothing", (_, query) => {
    expect(pageOf(of(query))).toBe("/browse");
    expect(isNarrowed(of(query))).toBe(false);
  });

  test("amounts may have Arabic digits and groups", () => {
    expect(of("min=١٬٢٠٠٫٥&max=1,500")).toMatchObject({ min: "1200.5", max: "1500" });
  });
});

describe("what the API is asked", () => {
  test("amounts are in minor units of the currency", () => {
    const asked = askedOf(of("min=10&max=99.5"), "INR");
    expect(Object.fromEntries(asked)).toEqual({ minPrice: "1000", maxPrice: "9950" });
  });

  test("relevance is for words alone", () => {
    expect(Object.fromEntries(askedOf(of("sort=relevance"), "INR"))).toEqual({});
    expect(Object.fromEntries(askedOf(of("q=rug&sort=relevance"), "INR"))).toEqual({ q: "rug", sort: "relevance" });
  });

  test("an order alone narrows nothing", () => {
    expect(isNarrowed(of("sort=newest"))).toBe(false);
    expect(isNarrowed(of("q=rug"))).toBe(true);
  });
});
