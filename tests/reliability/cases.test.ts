import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CASES, heldCases, NOT_HELD, OPEN } from "./cases.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const held = heldCases(ROOT);

describe("every fault that concerns money, time, values, infrastructure, rights and secrets", () => {
  const numbers = Object.keys(CASES).map(Number);

  test("is numbered as the tests cite it", () => {
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    expect(numbers).toEqual([...[...range(1, 119), 121, 122, 125]]);
  });

  test.each(numbers)("%i is held by a test, or listed as open with the reason, and never both", (number) => {
    expect(held.has(number)).toBe(!Object.hasOwn(OPEN, number));
  });

  test("says only of a case that tests hold which part of it they do not", () => {
    expect(Object.keys(NOT_HELD).filter((number) => !held.has(Number(number)))).toEqual([]);
  });
});

test.each(globSync("reports/*.json", { cwd: ROOT }))("%s says nothing of the machine's folders", (path) => {
  expect(readFileSync(join(ROOT, path), "utf8")).not.toMatch(/file:\/\/|"\/(home|root|tmp|work)\//);
});
