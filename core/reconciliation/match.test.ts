import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CORRUPTIONS, corrupted, history, type World } from "../../tests/reconciliation/histories.ts";
import { money } from "../money/index.ts";
import { after, at, days, hours, type Instant } from "../time/index.ts";
import {
  chargesBy,
  isDifference,
  LINE_KINDS,
  type MatchRules,
  type Movement,
  match,
  type StatementLine,
} from "./index.ts";

const FROM = at(Date.UTC(2026, 2, 1));
const RULES: MatchRules = {
  from: FROM,
  until: after(FROM, days(30)),
  covers: LINE_KINDS,
  theyListWithin: hours(24),
  weBookWithin: hours(1),
  dateTolerance: days(3),
};
const NOON: Instant = after(FROM, days(5));

const line = (change: Partial<StatementLine> = {}): StatementLine => ({
  kind: "capture",
  reference: "cf_1",
  ourId: "pay_1",
  amount: money(34_800n, "INR"),
  fee: 0n,
  tax: 0n,
  at: NOON,
  settledAt: null,
  bankReference: null,
  ...change,
});
const movement = (change: Partial<Movement> = {}): Movement => ({
  id: "pst_1",
  kind: "capture",
  reference: "cf_1",
  ourId: "pay_1",
  amount: money(34_800n, "INR"),
  at: NOON,
  expected: null,
  booked: 0n,
  ...change,
});
const outcome = (lines: readonly StatementLine[], movements: readonly Movement[]) =>
  match(lines, movements, RULES).map(({ class: found, reasons }) => [found, ...reasons].join(" "));

describe("a line and a movement", () => {
  test.each([
    ["that agree", {}, {}, "matched"],
    ["of another amount", { amount: money(34_801n, "INR") }, {}, "amount amount"],
    ["of another currency", { amount: money(34_800n, "SAR") }, {}, "amount currency"],
    ["whose fee is not the agreed one", { fee: 5n }, { expected: { fee: 4n, tax: 0n } }, "amount fee"],
    ["whose fee is not the one that was booked", { fee: 5n }, { booked: 4n }, "amount fee"],
    ["whose fee nobody agreed upon", { fee: 5n }, {}, "matched"],
    ["four days apart", { at: after(NOON, days(4)) }, {}, "timing date"],
    ["known there under another number", { reference: "cf_9" }, {}, "unexplained reference"],
    ["known here by our own id alone", {}, { reference: null }, "matched"],
    ["of one id and different kinds", { kind: "chargeback" as const }, {}, "missing_here,missing_there"],
  ])("%s", (_, ofLine, ofMovement, expected) => {
    expect(outcome([line(ofLine)], [movement(ofMovement)]).join(",")).toBe(expected);
  });
});

describe("what stands on one side only", () => {
  test("is missing here where the line names our id, and unexplained where it names nothing of ours", () => {
    expect(outcome([line()], [])).toEqual(["missing_here"]);
    expect(outcome([line({ ourId: null })], [])).toEqual(["unexplained reference"]);
  });

  test("is missing there", () => {
    expect(outcome([], [movement()])).toEqual(["missing_there"]);
  });

  test("waits for the cut-off, to the millisecond", () => {
    const edge = after(RULES.until, -hours(24));
    expect(outcome([], [movement({ at: edge })])).toEqual(["timing cut_off"]);
    expect(outcome([], [movement({ at: at(edge - 1) })])).toEqual(["missing_there"]);
    const lag = after(RULES.until, -hours(1));
    expect(outcome([line({ at: lag })], [])).toEqual(["timing cut_off"]);
    expect(outcome([line({ at: at(lag - 1) })], [])).toEqual(["missing_here"]);
  });

  test("is not asked for where the statement does not list its kind, or outside the period", () => {
    expect(match([], [movement({ kind: "payout" })], { ...RULES, covers: ["capture"] })).toEqual([]);
    expect(match([], [movement({ at: at(FROM - 1) })], RULES)).toEqual([]);
  });

  test("but a movement from before the period is a partner all the same", () => {
    expect(outcome([line()], [movement({ at: at(FROM - 1) })])).toEqual(["timing date"]);
  });
});

test("case 11: the second capture of a payment does not take the partner of the first, in whatever order they come", () => {
  const lines = [line({ reference: "cf_2" }), line({ reference: "cf_1" })];
  expect(match(lines, [movement()], RULES).map(({ class: found, line: of }) => [found, of?.reference])).toEqual([
    ["matched", "cf_1"],
    ["missing_here", "cf_2"],
  ]);
});

test("a line that comes twice is a duplicate, and says when the second differs", () => {
  const lines = [line(), line(), line({ amount: money(1n, "INR") })];
  expect(outcome(lines, [movement()])).toEqual(["matched", "duplicate", "duplicate amount"]);
});

test("charges follow the tariff, tax on the fee included, each rounded half to even once", () => {
  const tariff = { basisPoints: 195, fixed: 0n, taxBasisPoints: 1_800 };
  expect(chargesBy(tariff, money(34_800n, "INR"))).toEqual({ fee: 679n, tax: 122n });
  expect(chargesBy(tariff, money(-34_800n, "INR"))).toEqual({ fee: 679n, tax: 122n });
  expect(chargesBy({ ...tariff, fixed: 300n }, money(0n, "INR"))).toEqual({ fee: 300n, tax: 54n });
});

test("case 40: 0 false alarms over 10,000 clean statements, and each of the 8 corruptions is reported in all of them", () => {
  let worlds = 0;
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...CORRUPTIONS), (seed, corruption) => {
      const world = history(seed, RULES);
      const alarms = (of: World) => match(of.lines, of.movements, RULES).filter(isDifference);
      expect(alarms(world)).toEqual([]);
      const broken = corrupted(world, corruption, seed, RULES);
      const found = alarms(broken.world);
      expect(found.length, corruption).toBeGreaterThan(0);
      expect(found.every(broken.isAbout), `${corruption}: an alarm about something else`).toBe(true);
      worlds += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(worlds).toBeGreaterThanOrEqual(10_000);
}, 120_000);

test("each line and each movement of the period comes out exactly once, whatever happened to the statement", () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.constantFrom(...CORRUPTIONS), { maxLength: 6 }), (seed, corruptions) => {
      const { lines, movements } = corruptions.reduce<World>(
        (world, corruption, n) => corrupted(world, corruption, seed + n, RULES).world,
        history(seed, RULES),
      );
      const findings = match(lines, movements, RULES);
      expect(findings.flatMap((found) => (found.line ? [found.line] : [])).length).toBe(lines.length);
      expect(new Set(findings.map((found) => found.line ?? found.movement)).size).toBe(findings.length);
      const ours = findings.flatMap((found) => (found.movement ? [found.movement] : []));
      expect(new Set(ours).size).toBe(ours.length);
      expect(ours.length).toBe(movements.length);
    }),
    { numRuns: 300 },
  );
});
