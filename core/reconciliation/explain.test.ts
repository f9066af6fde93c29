import { describe, expect, test } from "vitest";
import { checkPosting } from "../ledger/index.ts";
import { type Currency, money } from "../money/index.ts";
import { at } from "../time/index.ts";
import {
  atStakeIn,
  COUNTERPARTS,
  effectOf,
  explanationOf,
  type Finding,
  type Movement,
  type StatementLine,
} from "./index.ts";

const AT = at(Date.UTC(2026, 2, 5));
const where = { gateway: "demo", bank: "own" };
const line = (minor: bigint, fee = 0n, currency: Currency = "INR"): StatementLine => ({
  ...{ kind: "capture", reference: "cf_1", ourId: "pay_1", amount: money(minor, currency), fee, tax: 0n, at: AT },
  settledAt: null,
  bankReference: null,
});
const movement = (minor: bigint, booked = 0n): Movement => ({
  ...{ id: "pst_1", kind: "capture", reference: "cf_1", ourId: "pay_1", amount: money(minor, "INR"), at: AT },
  expected: null,
  booked,
});
const finding = (found: Finding["class"], reasons: Finding["reasons"], rest: Partial<Finding>): Finding => ({
  ...{ class: found, reasons, line: null, movement: null },
  ...rest,
});

describe("the effect is what the books lack to say what the statement says", () => {
  test.each<[string, Finding, [Currency, bigint][]]>([
    ["a line alone, its charges taken off", finding("missing_here", [], { line: line(100n, 2n) }), [["INR", 98n]]],
    [
      "a line alone with tax on its fee",
      finding("missing_here", [], { line: { ...line(100n, 2n), tax: 1n } }),
      [["INR", 97n]],
    ],
    ["a line that waits for the cut-off: nothing", finding("timing", ["cut_off"], { line: line(100n, 2n) }), []],
    [
      "a movement alone, charges that are booked by themselves left alone",
      finding("missing_there", [], { movement: movement(100n, 3n) }),
      [["INR", -100n]],
    ],
    ["a movement alone is undone", finding("missing_there", [], { movement: movement(100n) }), [["INR", -100n]]],
    [
      "another amount: the difference, without charges that are booked by themselves",
      finding("amount", ["amount"], { line: line(90n, 2n), movement: movement(100n, 2n) }),
      [["INR", -10n]],
    ],
    [
      "a fee in doubt: what was not booked of it",
      finding("amount", ["fee"], { line: line(100n, 5n), movement: movement(100n, 3n) }),
      [["INR", -2n]],
    ],
    [
      "another currency: both",
      finding("amount", ["currency"], { line: line(100n, 0n, "SAR"), movement: movement(100n) }),
      [
        ["SAR", 100n],
        ["INR", -100n],
      ],
    ],
    ["a date alone: nothing", finding("timing", ["date"], { line: line(100n, 2n), movement: movement(100n) }), []],
    ["what agrees: nothing", finding("matched", [], { line: line(100n, 2n), movement: movement(100n) }), []],
  ])("%s", (_, of, expected) => {
    expect([...effectOf(of)]).toEqual(expected);
  });
});

test("a pair whose numbers differ leaves its whole amount in doubt, though it moves nothing", () => {
  const strange = finding("unexplained", ["reference"], { line: line(-100n), movement: movement(-100n) });
  expect([...effectOf(strange)]).toEqual([]);
  expect([...atStakeIn(strange)]).toEqual([["INR", 100n]]);
});

test("what is at stake is the size of the effect, whichever way the money went", () => {
  expect([...atStakeIn(finding("missing_there", [], { movement: movement(100n) }))]).toEqual([["INR", 100n]]);
  expect([...atStakeIn(finding("missing_here", [], { line: line(100n) }))]).toEqual([["INR", 100n]]);
  expect([...atStakeIn(finding("unexplained", ["reference"], { line: line(-7n) }))]).toEqual([["INR", 7n]]);
  expect([...atStakeIn(finding("timing", ["date"], { line: line(100n), movement: movement(100n) }))]).toEqual([]);
});

test.each([
  ["suspense", "suspense:demo"],
  ["gateway_fees", "expense:gateway_fees"],
  ["chargebacks", "expense:chargebacks"],
  ["bank", "bank:own"],
  ["other_revenue", "revenue:fees"],
] as const)("explained by %s, the other side is %s", (counterpart, account) => {
  const effect = new Map<Currency, bigint>([["INR", -5n]]);
  expect(explanationOf({ class: "amount", effect }, counterpart, where)).toEqual({
    ok: true,
    value: [
      { account: "clearing:demo", amount: money(5n, "INR") },
      { account, amount: money(-5n, "INR") },
    ],
  });
});

test.each(COUNTERPARTS.filter((one) => one !== "no_money"))(
  "explained by %s, the provider's account takes the effect and the posting sums to zero",
  (counterpart) => {
    const effect = new Map<Currency, bigint>([
      ["INR", 98n],
      ["SAR", -7n],
    ]);
    const entries = explanationOf({ class: "unexplained", effect }, counterpart, where);
    if (!entries.ok) throw new Error(entries.error);
    const clearing = entries.value.filter(({ account }) => account === "clearing:demo");
    expect(clearing.map(({ amount }) => amount)).toEqual([money(-98n, "INR"), money(7n, "SAR")]);
    const posting = { shard: 0, key: "k", kind: "explained", deal: null, entries: entries.value } as const;
    expect(checkPosting(posting).ok).toBe(true);
  },
);

test("a statement's own mistake moves no money, and only a duplicate, or what has no effect, can be one", () => {
  const effect = new Map<Currency, bigint>([["INR", 100n]]);
  const none = new Map<Currency, bigint>();
  expect(explanationOf({ class: "duplicate", effect }, "no_money", where)).toEqual({ ok: true, value: [] });
  expect(explanationOf({ class: "timing", effect: none }, "no_money", where)).toEqual({ ok: true, value: [] });
  expect(explanationOf({ class: "unexplained", effect: none }, "no_money", where)).toEqual({ ok: true, value: [] });
  expect(explanationOf({ class: "missing_there", effect }, "no_money", where)).toEqual({
    ok: false,
    error: "money_has_moved",
  });
  expect(explanationOf({ class: "timing", effect: none }, "suspense", where)).toEqual({
    ok: false,
    error: "nothing_to_post",
  });
});
