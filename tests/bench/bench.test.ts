import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("the bench runs for a moment, and ends with one line of JSON that says where it ran and what it found", async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["bench/bench.ts", "--short", "--only", "latency", "--json"],
    { cwd: root },
  );
  const result = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
  expect(result).toMatchObject({ machine: expect.any(String), commit: expect.any(String), short: true });
  expect(result.ratios.latency_c1_vs_plain).toBeGreaterThan(0);
});
