import { describe, expect, test } from "vitest";
import { after, at, days, earlier, hours, minutes, parseDuration, seconds } from "./index.ts";

describe("lengths", () => {
  test.each([
    ["a second", seconds(1), 1_000],
    ["a minute", minutes(1), 60_000],
    ["an hour", hours(1), 3_600_000],
    ["a day", days(1), 86_400_000],
    ["thirty minutes", minutes(30), 1_800_000],
    ["a week", days(7), 604_800_000],
    ["nothing", days(0), 0],
  ])("%s", (_, length, milliseconds) => {
    expect(length).toBe(milliseconds);
  });
});

describe("ISO 8601 durations", () => {
  test.each([
    ["PT0S", 0],
    ["PT1S", 1_000],
    ["PT30M", 1_800_000],
    ["PT48H", 172_800_000],
    ["P7D", 604_800_000],
    ["P1DT2H3M4S", 93_784_000],
    ["P1DT4S", 86_404_000],
    ["PT2H4S", 7_204_000],
    ["P9999DT99999H999999M9999999S", 863_913_600_000 + 359_996_400_000 + 59_999_940_000 + 9_999_999_000],
  ])("%s", (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  test.each([
    "",
    "P",
    "PT",
    "P1DT",
    "T1H",
    "1D",
    "P1Y",
    "P1M",
    "P1W",
    "P1.5D",
    "PT0.5S",
    "PT1,5S",
    "-P1D",
    "P-1D",
    "+P1D",
    "P1D ",
    " P1D",
    "P1D\n",
    "p1d",
    "PT1S1M",
    "PT1D",
    "P1H",
    "P١D",
    "P10000D",
    "PT1H2",
    "PT5",
    "P1DP1D",
    "86400000",
  ])("%j is none: a length that is not exact is refused", (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe("instants", () => {
  test.each([0, 1_800_000_000_000, -1, Number.MAX_SAFE_INTEGER])("%d is one", (milliseconds) => {
    expect(at(milliseconds)).toBe(milliseconds);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])("%d is none", (milliseconds) => {
    expect(() => at(milliseconds)).toThrow(`not an instant: ${milliseconds}`);
  });

  test("after counts in milliseconds", () => {
    expect(after(at(1_000), seconds(2))).toBe(3_000);
    expect(() => after(at(Number.MAX_SAFE_INTEGER), 1)).toThrow("not an instant");
    expect(() => after(at(0), 0.5)).toThrow("not an instant");
  });

  test("earlier is the earlier of two, in any order", () => {
    expect(earlier(at(1), at(2))).toBe(1);
    expect(earlier(at(2), at(1))).toBe(1);
    expect(earlier(at(3), at(3))).toBe(3);
  });
});
