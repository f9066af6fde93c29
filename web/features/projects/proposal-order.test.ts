import { expect, test } from "vitest";
import { OFFERS_A_PAGE, orderIn, partOf, sorted, strengthsOf } from "./proposal-order.ts";

const offer = (id: string, amount: number, days: number) => ({
  ...{ id, price: { amount, currency: "INR" }, days, madeAt: `2026-01-0${id}T00:00:00.000Z` },
});
const ids = (all: { id: string }[]) => all.map(({ id }) => id).join("");
const ALL = [offer("1", 300, 9), offer("2", 100, 5), offer("3", 200, 5)];

test("offers stand in the order that is asked for", () => {
  expect(ids(sorted(ALL, "newest"))).toBe("321");
  expect(ids(sorted(ALL, "price"))).toBe("231");
  expect(ids(sorted(ALL, "days"))).toBe("231");
  expect([orderIn("price"), orderIn("dearest"), orderIn(null)]).toEqual(["price", "newest", "newest"]);
});

test("the least of several is said, a tie is nobody's, and one alone is no least", () => {
  expect(Object.fromEntries(strengthsOf(ALL))).toEqual({ 1: [], 2: ["cheapest"], 3: [] });
  expect(strengthsOf([offer("1", 5, 5)]).get("1")).toEqual([]);
});

test("of many offers a part is shown, and where the next one begins", () => {
  const many = Array.from({ length: OFFERS_A_PAGE + 2 }, (_, at) => at);
  expect(partOf(many, null)).toEqual({ part: many.slice(0, OFFERS_A_PAGE), next: `${OFFERS_A_PAGE}` });
  expect(partOf(many, `${OFFERS_A_PAGE}`)).toEqual({ part: many.slice(OFFERS_A_PAGE), next: null });
  for (const wrong of ["-1", "x", "1e9"]) expect(partOf(many, wrong)).toEqual(partOf(many, null));
});
