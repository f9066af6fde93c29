import { expect, test } from "vitest";
import { namedPlaces, roundTop } from "./chart-scale.ts";

test.each([
  [0, 1],
  [-3, 1],
  [1, 1],
  [1.2, 1.5],
  [21, 30],
  [31, 40],
  [81, 100],
  [69_018, 80_000],
  [0.03, 0.03],
])("a scale for values up to %s goes up to %s", (largest, top) => {
  expect(roundTop(largest)).toBeCloseTo(top, 10);
});

test("the first and the last place of an axis are named, and some between", () => {
  expect(namedPlaces(26, 4)).toEqual([0, 8, 17, 25]);
  expect(namedPlaces(2, 4)).toEqual([0, 1]);
  expect(namedPlaces(1, 4)).toEqual([0]);
  expect(namedPlaces(0, 4)).toEqual([]);
  expect(namedPlaces(5, 1)).toEqual([0]);
});
