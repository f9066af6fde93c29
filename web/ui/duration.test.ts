import { expect, test } from "vitest";
import { formatDuration, largestUnits } from "./duration.ts";

const HOUR = 3_600_000;

test("a length of time shows its two largest units and never rounds up", () => {
  expect(largestUnits(48 * HOUR - 1)).toEqual([
    { unit: "day", count: 1 },
    { unit: "hour", count: 23 },
  ]);
  expect(largestUnits(22 * HOUR)).toEqual([{ unit: "hour", count: 22 }]);
  expect(largestUnits(59_999)).toEqual([{ unit: "second", count: 59 }]);
});

test("seconds appear only in the last ten minutes", () => {
  expect(largestUnits(10 * 60_000 + 5000)).toEqual([{ unit: "minute", count: 10 }]);
  expect(largestUnits(9 * 60_000 + 5000)).toEqual([
    { unit: "minute", count: 9 },
    { unit: "second", count: 5 },
  ]);
});

test("a moment that has passed counts as no time left", () => {
  expect(largestUnits(-5000)).toEqual([{ unit: "second", count: 0 }]);
});

test("the words follow the language's own plural forms", () => {
  expect(formatDuration(24 * HOUR, "en")).toBe("1 day");
  expect(formatDuration(48 * HOUR, "en")).toBe("2 days");
  expect(formatDuration(48 * HOUR, "ar-u-nu-latn")).toBe("يومين");
});
