import { expect, test } from "vitest";
import { restoreRandomBytes } from "./dice.ts";
import { runHistory } from "./history.ts";
import { program } from "./programs.ts";

const MINUTES = 60_000;

test(
  "100,000 histories of a small market break no rule, whatever the providers and the programs do",
  async () => {
    const { code, found } = await program("simulate", ["--seed", "1", "--histories", "100000"]);
    expect(found).toEqual({ seed: 1, histories: 100_000, violations: 0 });
    expect(code).toBe(0);
  },
  15 * MINUTES,
);

test("a seed tells the same history every time", async () => {
  const first = await runHistory(42);
  const second = await runHistory(42);
  const other = await runHistory(43);
  restoreRandomBytes();
  expect(second.hash).toBe(first.hash);
  expect(other.hash).not.toBe(first.hash);
});
