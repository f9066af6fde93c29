import { join } from "node:path";
import { expect, test } from "vitest";
import { program } from "./programs.ts";

/** Where the seeds stand that found them last time; they are tried first. */
const KNOWN = join(import.meta.dirname, "../../reports/planted.json");

test(
  "each planted mistake is found within a thousand seeds, and no seed finds anything without one",
  async () => {
    const { code, found } = await program("planted", ["--known", KNOWN]);
    expect(Number(found.planted)).toBeGreaterThanOrEqual(100);
    expect(found.found).toBe(found.planted);
    expect(code).toBe(0);
  },
  30 * 60_000,
);
