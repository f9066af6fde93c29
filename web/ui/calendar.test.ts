import { expect, test } from "vitest";
import { calendarIn, cookieOf, hijriDay } from "./calendar.ts";

test("the Hijri day is that of Umm al-Qura, where the reader is", () => {
  expect(hijriDay("2026-03-20T09:00:00Z", "en-IN", "Asia/Riyadh")).toMatch(/^Shawwal 1, 1447/);
  expect(hijriDay("2026-03-20T09:00:00Z", "ar-u-nu-latn", "Asia/Riyadh")).toMatch(/1.*شوال.*1447/);
  // Already the next day there.
  expect(hijriDay("2026-03-19T22:00:00Z", "en", "Asia/Riyadh")).toMatch(/^Shawwal 1, 1447/);
});

test.each([
  [null, "gregorian"],
  ["amana_lang=ar; amana_calendar=hijri", "hijri"],
  ["amana_calendar=hijri", "hijri"],
  ["amana_calendar=gregorian", "gregorian"],
  ["x_amana_calendar=hijri", "gregorian"],
])("cookies %j choose %s", (cookies, calendar) => expect(calendarIn(cookies)).toBe(calendar));

test("what is chosen is found again", () => expect(calendarIn(cookieOf("hijri").split(";")[0] ?? "")).toBe("hijri"));
