import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, days, hours, type Instant, minutes } from "../time/index.ts";
import {
  addBusiness,
  businessTime,
  type Calendar,
  due,
  isWorking,
  leftOf,
  OFFSETS,
  WORKING_WEEKS,
} from "./business.ts";
import { HOLIDAY_COUNTRIES, holidaysOf } from "./holidays.ts";

const instant = (text: string): Instant => at(Date.parse(text));
const SAUDI: Calendar = { week: "sun-thu", country: "SA" };
const EMIRATI: Calendar = { week: "mon-fri", country: "AE" };
const INDIAN: Calendar = { week: "mon-sat", country: "IN" };

describe("two business days", () => {
  test.each([
    ["within the week", SAUDI, "2026-04-05T10:00:00+03:00", "2026-04-07T10:00:00+03:00"],
    ["over the weekend of Friday and Saturday", SAUDI, "2026-04-08T10:00:00+03:00", "2026-04-12T10:00:00+03:00"],
    ["over the weekend of Saturday and Sunday", EMIRATI, "2026-04-09T10:00:00+04:00", "2026-04-13T10:00:00+04:00"],
    ["from a weekend on, as if from Sunday", SAUDI, "2026-04-10T15:00:00+03:00", "2026-04-14T00:00:00+03:00"],
    ["over Eid al-Fitr", SAUDI, "2026-03-17T10:00:00+03:00", "2026-03-23T10:00:00+03:00"],
    ["over National Day", SAUDI, "2026-09-22T10:00:00+03:00", "2026-09-27T10:00:00+03:00"],
    ["over Independence Day, a Saturday, and Sunday", INDIAN, "2026-08-13T10:00:00+05:30", "2026-08-17T10:00:00+05:30"],
    ["that end with the week end as the next begins", SAUDI, "2026-04-08T00:00:00+03:00", "2026-04-12T00:00:00+03:00"],
    ["over the end of a month", EMIRATI, "2026-04-30T10:00:00+04:00", "2026-05-04T10:00:00+04:00"],
    ["over a leap day that is none of work", SAUDI, "2028-02-24T10:00:00+03:00", "2028-03-02T10:00:00+03:00"],
    ["over a leap day of work", INDIAN, "2028-02-28T10:00:00+05:30", "2028-03-01T10:00:00+05:30"],
    ["over the turn of a year", EMIRATI, "2026-12-31T10:00:00+04:00", "2027-01-05T10:00:00+04:00"],
  ])("%s", (_, calendar, start, end) => {
    expect(new Date(addBusiness(instant(start), days(2), calendar)).toISOString()).toBe(new Date(end).toISOString());
  });

  test("begin and end by the clock of the marketplace: the same instant is Thursday in one and Friday in the other", () => {
    const late = instant("2026-04-09T20:00:00Z");
    expect(isWorking(late, SAUDI)).toBe(true);
    expect(isWorking(late, { ...SAUDI, country: "AE" })).toBe(false);
  });
});

test("no time at all is now, or when work begins again", () => {
  const [working, free] = [instant("2026-04-05T10:00:00+03:00"), instant("2026-04-10T10:00:00+03:00")];
  expect(addBusiness(working, 0, SAUDI)).toBe(working);
  expect(addBusiness(free, 0, SAUDI)).toBe(instant("2026-04-12T00:00:00+03:00"));
  for (const length of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => addBusiness(working, length, SAUDI)).toThrow("not a length of business time");
});

test("a window counts business days alone, or runs by the clock and ends on one", () => {
  const opened = instant("2026-04-08T10:00:00+03:00");
  expect(due(opened, hours(48), "business_days", SAUDI)).toBe(opened + days(4));
  expect(due(opened, hours(48), "ends_on_business_day", SAUDI)).toBe(instant("2026-04-12T00:00:00+03:00"));
  expect(due(opened, hours(24), "ends_on_business_day", SAUDI)).toBe(opened + hours(24));
});

test("what is left of a window is counted as the window is", () => {
  const [thursday, monday] = [instant("2026-04-09T18:00:00+03:00"), instant("2026-04-13T10:00:00+03:00")];
  expect(leftOf(thursday, monday, "business_days", SAUDI)).toBe(hours(6 + 24 + 10));
  expect(leftOf(thursday, monday, "ends_on_business_day", SAUDI)).toBe(hours(6 + 48 + 24 + 10));
  expect(businessTime(monday, thursday, SAUDI)).toBe(0);
  expect(businessTime(thursday, thursday, SAUDI)).toBe(0);
  expect(businessTime(instant("2026-04-10T00:00:00+03:00"), instant("2026-04-12T00:00:00+03:00"), SAUDI)).toBe(0);
});

describe("case 49: whatever the calendar, the zone and the moment", () => {
  const calendars = fc.record({
    week: fc.constantFrom(...WORKING_WEEKS),
    country: fc.constantFrom(...HOLIDAY_COUNTRIES),
  });
  const starts = fc.integer({ min: Date.UTC(2025, 11, 1), max: Date.UTC(2028, 11, 31) }).map(at);
  const lengths = fc.oneof(fc.integer({ min: 0, max: 20 }).map(days), fc.integer({ min: 0, max: days(20) }));

  test("the end is on a working day, never on a holiday, and there is no less time than the window between", () => {
    fc.assert(
      fc.property(calendars, starts, lengths, (calendar, start, length) => {
        const end = addBusiness(start, length, calendar);
        expect([isWorking(end, calendar), end - start >= length]).toEqual([true, true]);
        const date = new Date(end + OFFSETS[calendar.country]).toISOString().slice(0, 10);
        expect(holidaysOf(calendar.country).map((holiday) => holiday.date)).not.toContain(date);
      }),
    );
  });

  test("who starts later ends no earlier, and a longer window ends no earlier", () => {
    fc.assert(
      fc.property(calendars, starts, lengths, fc.integer({ min: 0, max: days(5) }), (calendar, start, length, more) => {
        const end = addBusiness(start, length, calendar);
        expect(addBusiness(at(start + more), length, calendar)).toBeGreaterThanOrEqual(end);
        expect(addBusiness(start, length + more, calendar)).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  test("two windows one after the other are as long as both together", () => {
    fc.assert(
      fc.property(calendars, starts, lengths, lengths, (calendar, start, one, other) => {
        const apart = addBusiness(addBusiness(start, one, calendar), other, calendar);
        expect(apart).toBe(addBusiness(start, one + other, calendar));
      }),
    );
  });

  test("working time that was added is the working time between", () => {
    fc.assert(
      fc.property(calendars, starts, lengths, (calendar, start, length) => {
        const end = addBusiness(start, length, calendar);
        expect(businessTime(start, end, calendar)).toBe(length);
        expect(addBusiness(start, businessTime(start, end, calendar), calendar)).toBe(end);
      }),
    );
  });

  const countings = fc.constantFrom("business_days" as const, "ends_on_business_day" as const);

  test("a window never ends before its time by the clock, nor on a day off, and what opens later ends no earlier", () => {
    fc.assert(
      fc.property(calendars, starts, lengths, countings, lengths, (calendar, start, length, counting, more) => {
        const end = due(start, length, counting, calendar);
        expect([end >= start + length, isWorking(end, calendar)]).toEqual([true, true]);
        expect(due(at(start + more), length, counting, calendar)).toBeGreaterThanOrEqual(end);
        expect(due(start, length + more, counting, calendar)).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  test("what is left, given again in the same moment, ends at the same instant", () => {
    fc.assert(
      fc.property(calendars, starts, lengths, countings, fc.double({ min: 0, max: 1, noNaN: true }), (...drawn) => {
        const [calendar, start, length, counting, share] = drawn;
        const end = due(start, length, counting, calendar);
        const now = at(start + Math.floor((end - start) * share));
        expect(due(now, leftOf(now, end, counting, calendar), counting, calendar)).toBe(end);
      }),
    );
  });

  const all = HOLIDAY_COUNTRIES.flatMap((country) => WORKING_WEEKS.map((week) => ({ country, week })));
  test.each(all)("the working time between, counted minute by minute, is the window: $week in $country", (calendar) => {
    const start = instant("2026-03-17T22:13:00Z");
    const end = addBusiness(start, days(3), calendar);
    const moments = Array.from({ length: (end - start) / minutes(1) }, (_, minute) => at(start + minutes(minute)));
    expect(moments.filter((moment) => isWorking(moment, calendar)).length * minutes(1)).toBe(days(3));
  });
});
