import { expect, test } from "vitest";
import { readConfig } from "./index.ts";
import { keep } from "./production-for-test.ts";

const calendarOf = (text?: string) => {
  const config = readConfig(text === undefined ? {} : { AMANA_CALENDAR: text }, { keep });
  return config.ok ? config.value.calendar : "refused";
};

test("business days are those of a working week and a country, or all days", () => {
  expect([calendarOf(), calendarOf("none")]).toEqual([null, null]);
  expect(calendarOf("sun-thu,SA")).toEqual({ week: "sun-thu", country: "SA" });
  expect(calendarOf("mon-fri,AE")).toEqual({ week: "mon-fri", country: "AE" });
});

test.each(["sun-thu", "SA", "sun-thu,US", "fri-sat,SA", "SA,sun-thu"])("%s is no calendar", (text) => {
  expect(calendarOf(text)).toBe("refused");
});
