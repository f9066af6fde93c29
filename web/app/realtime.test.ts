import { expect, test } from "vitest";
import { waitBeforeTry } from "./realtime.ts";

test("each failed try doubles the wait, up to half a minute", () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => waitBeforeTry(failures, 1))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
  ]);
});

test("chance spreads the tries over the second half of the wait", () => {
  expect(waitBeforeTry(3, 0)).toBe(4000);
  expect(waitBeforeTry(3, 0.5)).toBe(6000);
});
