import fc from "fast-check";
import { expect, test } from "vitest";
import { at, days, hours } from "../time/index.ts";
import { dateOf, dayAt, dayOf, startOf, weekdayOf } from "./dates.ts";

test.each([
  ["1970-01-01", 0, 4],
  ["1969-12-31", -1, 3],
  ["2000-02-29", 11_016, 2],
  ["2026-03-20", 20_532, 5],
  ["2028-02-29", 21_243, 2],
  ["2028-03-01", 21_244, 3],
  ["2100-02-28", 47_540, 7],
])("%s is day %d, and day %d of its week", (date, day, weekday) => {
  expect([dayOf(date), dateOf(day), weekdayOf(day)]).toEqual([day, date, weekday]);
});

test("case 49: every day of 400 years comes back from its date, and no two have one date, leap days and month ends included", () => {
  let before = "";
  for (let day = dayOf("1900-01-01"); day <= dayOf("2300-01-01"); day++) {
    const date = dateOf(day);
    if (dayOf(date) !== day || date <= before) throw new Error(date);
    before = date;
  }
});

test("dates agree with those of the platform", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
      const date = new Date(days(day));
      expect([dateOf(day), weekdayOf(day) % 7]).toEqual([date.toISOString().slice(0, 10), date.getUTCDay()]);
    }),
  );
});

test("a day begins at midnight where it is", () => {
  const offset = hours(5.5);
  const start = startOf(20_532, offset);
  expect(start).toBe(Date.parse("2026-03-20T00:00:00+05:30"));
  expect([dayAt(start, offset), dayAt(at(start - 1), offset)]).toEqual([20_532, 20_531]);
});
