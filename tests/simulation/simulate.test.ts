import { expect, test } from "vitest";
import { restoreRandomBytes } from "./dice.ts";
import { runHistory } from "./history.ts";
import { program } from "./programs.ts";

const MINUTES = 60_000;
/** What fits into half a minute of two idle cores; more or fewer by the environment, all of them by the program. */
const HISTORIES = Number(process.env.SIMULATED_HISTORIES ?? 600);

test(
  `${HISTORIES} histories of a small market break no rule, whatever the providers and the programs do`,
  async () => {
    const { code, found } = await program("simulate", ["--seed", "1", "--histories", String(HISTORIES)]);
    expect(found).toEqual({ seed: 1, histories: HISTORIES, violations: 0 });
    expect(code).toBe(0);
  },
  30 * MINUTES,
);

test("a seed tells the same history every time", async () => {
  const first = await runHistory(42);
  const second = await runHistory(42);
  const other = await runHistory(43);
  restoreRandomBytes();
  expect(second.hash).toBe(first.hash);
  expect(other.hash).not.toBe(first.hash);
});
