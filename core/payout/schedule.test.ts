import { describe, expect, test } from "vitest";
import { at, days, hours, minutes } from "../time/index.ts";
import { isBatch, isOverdue, nextBatch, type OffsetAt, restBeforeRetry } from "./index.ts";

const utc = (text: string) => at(Date.parse(text));
const INDIA: OffsetAt = () => minutes(330);
/** Central European time of 2026: an hour ahead, two from 29 March to 25 October, 01:00 UTC each. */
const BERLIN: OffsetAt = (instant) =>
  hours(instant >= utc("2026-03-29T01:00:00Z") && instant < utc("2026-10-25T01:00:00Z") ? 2 : 1);
/** Eastern time of 2026: five hours behind, four from 8 March 07:00 UTC to 1 November 06:00 UTC. */
const NEW_YORK: OffsetAt = (instant) =>
  hours(instant >= utc("2026-03-08T07:00:00Z") && instant < utc("2026-11-01T06:00:00Z") ? -4 : -5);

const daily = (hour: number) => ({ kind: "daily", hour, timeZone: "any", minimum: null }) as const;
const weekly = (weekday: number, hour: number) => ({ ...daily(hour), kind: "weekly", weekday }) as const;

describe("the next batch", () => {
  test("is at the local hour of the same day, or of the next once it has come", () => {
    expect(nextBatch(daily(9), utc("2026-03-02T03:29:59Z"), INDIA)).toBe(utc("2026-03-02T03:30:00Z"));
    expect(nextBatch(daily(9), utc("2026-03-02T03:30:00Z"), INDIA)).toBe(utc("2026-03-03T03:30:00Z"));
  });
  test("counts the local day, not that of UTC", () => {
    expect(nextBatch(daily(1), utc("2026-03-02T19:00:00Z"), INDIA)).toBe(utc("2026-03-02T19:30:00Z"));
  });
  test.each([
    [1, "2026-03-09"],
    [2, "2026-03-03"],
    [3, "2026-03-04"],
    [4, "2026-03-05"],
    [5, "2026-03-06"],
    [6, "2026-03-07"],
    [7, "2026-03-08"],
  ])("of a week is on weekday %i alone (after Monday 2 March 2026)", (weekday, date) => {
    expect(nextBatch(weekly(weekday, 9), utc("2026-03-02T12:00:00Z"), INDIA)).toBe(utc(`${date}T03:30:00Z`));
  });
  test("keeps the local hour over a clock change", () => {
    expect(nextBatch(daily(9), utc("2026-03-28T09:00:00Z"), BERLIN)).toBe(utc("2026-03-29T07:00:00Z"));
    expect(nextBatch(daily(9), utc("2026-10-24T09:00:00Z"), BERLIN)).toBe(utc("2026-10-25T08:00:00Z"));
    expect(nextBatch(daily(1), utc("2026-10-24T09:00:00Z"), BERLIN)).toBe(utc("2026-10-24T23:00:00Z"));
  });
  test("comes an hour later where the clock leaves its hour out, east and west", () => {
    expect(nextBatch(daily(2), utc("2026-03-28T09:00:00Z"), BERLIN)).toBe(utc("2026-03-29T01:00:00Z"));
    expect(nextBatch(daily(2), utc("2026-03-07T12:00:00Z"), NEW_YORK)).toBe(utc("2026-03-08T07:00:00Z"));
  });
  test("comes once where the clock has its hour twice", () => {
    const first = nextBatch(daily(2), utc("2026-10-24T09:00:00Z"), BERLIN);
    expect(nextBatch(daily(2), first, BERLIN) - first).toBeGreaterThan(hours(23));
  });
});

test("a clock that runs backwards for ever has no next batch", () => {
  const back: OffsetAt = (instant) => -instant;
  expect(() => nextBatch(daily(0), utc("2026-03-02T03:29:59Z"), back)).toThrow("no batch within nine days");
});

test("only schedules with an hour are batches", () => {
  expect([daily(1), weekly(1, 1)].every(isBatch)).toBe(true);
  expect(isBatch({ kind: "automatic" }) || isBatch({ kind: "manual" })).toBe(false);
});

test("a payout that failed rests longer each time, and is then left to people", () => {
  expect([0, 1, 2, 3].map(restBeforeRetry)).toEqual([hours(1), hours(4), hours(24), null]);
});

test("a payout is overdue a day after it was sent", () => {
  const sent = utc("2026-03-02T00:00:00Z");
  expect(isOverdue(sent, at(sent + days(1) - 1))).toBe(false);
  expect(isOverdue(sent, at(sent + days(1)))).toBe(true);
});
