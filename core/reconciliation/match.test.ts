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
    ["three days apart, as the rules allow", { at: after(NOON, days(3)) }, {}, "matched"],
    ["four days apart", { at: after(NOON, days(4)) }, {}, "timing date"],
    [
      "of another amount, four days apart",
      { amount: money(1n, "INR"), at: after(NOON, days(4)) },
      {},
      "amount amount date",
    ],
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
    expect(outcome([], [movement({ at: at(FROM - 1) })])).toEqual([]);
    expect(outcome([], [movement({ at: FROM })])).toEqual(["missing_there"]);
    expect(outcome([], [movement({ at: RULES.until })])).toEqual([]);
    expect(outcome([], [movement({ at: at(RULES.until - 1) })])).toEqual(["timing cut_off"]);
  });

  test("but a movement from before the period is a partner all the same", () => {
    expect(outcome([line()], [movement({ at: at(FROM - 1) })])).toEqual(["timing date"]);
  });
});

describe("of several movements of one id", () => {
  const partnerOf = (...movements: Partial<Movement>[]) => {
    const ours = movements.map((change, index) => movement({ reference: null, id: `pst_${index}`, ...change }));
    return match([line()], ours, RULES).find(({ line: of }) => of !== null)?.movement?.id;
  };

  test("the one with the line's amount is the partner, however far from it in time", () => {
    const [right, wrong] = [{ at: after(NOON, days(9)) }, { amount: money(1n, "INR") }];
    expect([partnerOf(right, wrong), partnerOf(wrong, right)]).toEqual(["pst_0", "pst_1"]);
  });
  test("else the nearest in time, before or after", () => {
    const [near, far] = [{ at: after(NOON, -hours(1)) }, { at: after(NOON, hours(2)) }];
    expect([partnerOf(near, far), partnerOf(far, near)]).toEqual(["pst_0", "pst_1"]);
    const [soon, long] = [{ at: after(NOON, hours(1)) }, { at: after(NOON, -hours(2)) }];
    expect([partnerOf(soon, long), partnerOf(long, soon)]).toEqual(["pst_0", "pst_1"]);
  });
  test("and of two as near the first", () => {
    expect(partnerOf({ at: after(NOON, hours(1)) }, { at: after(NOON, -hours(1)) })).toBe("pst_0");
  });
});

test("case 11: the second capture of a payment does not take the partner of the first, in whatever order they come", () => {
  const lines = [line({ reference: "cf_2" }), line({ reference: "cf_1" })];
  expect(match(lines, [movement()], RULES).map(({ class: found, line: of }) => [found, of?.reference])).toEqual([
    ["matched", "cf_1"],
    ["missing_here", "cf_2"],
  ]);
});

test("case 11: two captures of one payment, the one not booked and the other not listed yet, are no pair: both wait", () => {
  const [listed, booked] = [after(RULES.until, -hours(1)), after(RULES.until, -hours(24))];
  const second = (when: Instant) => [line({ reference: "cf_2", at: when })];
  expect(outcome(second(listed), [movement({ at: booked })])).toEqual(["timing cut_off", "timing cut_off"]);
  expect(outcome(second(at(listed - 1)), [movement({ at: booked })])).toEqual(["unexplained reference"]);
  expect(outcome(second(listed), [movement({ at: at(booked - 1) })])).toEqual(["unexplained reference"]);
  expect(outcome(second(listed), [movement({ at: booked, reference: null })])).toEqual(["matched"]);
});

test("a movement without an id of ours is found by the provider's number", () => {
  expect(outcome([line({ ourId: null })], [movement({ ourId: null })])).toEqual(["matched"]);
});

test("of two movements with one number the first is the partner, and the other is missing there", () => {
  const findings = match([line()], [movement(), movement({ id: "pst_2" })], RULES);
  expect(findings.map(({ class: found, movement: of }) => [found, of?.id])).toEqual([
    ["matched", "pst_1"],
    ["missing_there", "pst_2"],
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

/** Fewer where the test runs once for every mutant of the code. */
const WORLDS = Number(process.env.WORLDS ?? 10_000);

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
    { numRuns: WORLDS },
  );
  expect(worlds).toBeGreaterThanOrEqual(WORLDS);
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
