import { expect, test } from "vitest";
import { HOLIDAY_COUNTRIES, HOLIDAY_YEARS, holidaysOf } from "./holidays.ts";

test.each([
  ["IN", "2026-01-26", "Republic Day", false],
  ["IN", "2027-08-15", "Independence Day", false],
  ["IN", "2028-10-02", "Gandhi Jayanti", false],
  ["IN", "2026-11-08", "Diwali", true],
  ["SA", "2026-02-22", "Founding Day", false],
  ["SA", "2027-09-23", "National Day", false],
  ["SA", "2026-03-22", "Eid al-Fitr", true],
  ["SA", "2028-02-29", "Eid al-Fitr", true],
  ["AE", "2026-12-03", "National Day (Eid Al Etihad)", false],
  ["AE", "2027-03-11", "Eid al-Fitr", true],
  ["AE", "2028-05-07", "Arafah Day and Eid al-Adha", true],
] as const)("in %s on %s is %s", (country, date, name, expected) => {
  expect(holidaysOf(country)).toContainEqual({ date, name: expect.objectContaining({ en: name }), expected });
});

test.each(HOLIDAY_COUNTRIES)("%s has its days in order, in both languages, in every year that is known", (country) => {
  const holidays = holidaysOf(country);
  const dates = holidays.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted());
  expect(new Set(dates.map((date) => Number(date.slice(0, 4))))).toEqual(new Set(HOLIDAY_YEARS));
  for (const { name } of holidays)
    expect([name.en, /[\u0600-\u06ff]/.test(name.ar)]).toEqual([expect.any(String), true]);
});

/** Umm al-Qura, as the platform knows it. */
const hijri = (date: string): string =>
  new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", { day: "numeric", month: "numeric", timeZone: "UTC" })
    .format(new Date(date))
    .replace(/ .*/, "");

test.each([
  ["SA", "Arafah Day and Eid al-Adha", ["12/9", "12/10", "12/11", "12/12"]],
  ["AE", "Arafah Day and Eid al-Adha", ["12/9", "12/10", "12/11", "12/12"]],
  ["AE", "Islamic New Year", ["1/1"]],
  ["AE", "Birthday of the Prophet", ["3/12"]],
] as const)("%s: %s lies on its days of the Islamic calendar in every year", (country, name, expected) => {
  const found = holidaysOf(country).filter((holiday) => holiday.name.en === name);
  const days = [...new Set(found.map(({ date }) => hijri(date)))].sort();
  expect([days, found.length]).toEqual([expected.toSorted(), expected.length * HOLIDAY_YEARS.length]);
});
