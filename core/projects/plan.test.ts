import { expect, test } from "vitest";
import { type Currency, money } from "../money/index.ts";
import { daysOf, type Milestone, objectionToPlan } from "./index.ts";

const part = (minor: bigint, currency: Currency = "INR", days = 3): Milestone => ({
  ...{ title: "Drafts", amount: money(minor, currency), days, revisions: 1 },
});
const price = money(1_000n, "INR");

test.each([
  ["no parts", [], "no_milestones"],
  ["a part for nothing", [part(1_000n), part(0n)], "amount_not_positive"],
  ["a part of less than nothing", [part(1_100n), part(-100n)], "amount_not_positive"],
  ["another currency", [part(500n), part(500n, "KWD")], "currencies_differ"],
  ["too little", [part(500n), part(499n)], "amounts_differ"],
  ["too much", [part(500n), part(501n)], "amounts_differ"],
  ["one part for all of it", [part(1_000n)], null],
  ["parts that add up", [part(1n), part(999n)], null],
])("a price with %s", (_, parts, objection) => expect(objectionToPlan(price, parts)).toBe(objection));

test("a price of nothing is none", () =>
  expect(objectionToPlan(money(0n, "INR"), [part(1n)])).toBe("amount_not_positive"));

test("the parts come one after the other", () => expect(daysOf([part(1n, "INR", 4), part(1n, "INR", 10)])).toBe(14));
