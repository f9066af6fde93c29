import { expect, test } from "vitest";
import { program } from "./programs.ts";

test(
  "each planted mistake is found within a thousand seeds, and no seed finds anything without one",
  async () => {
    const { code, found } = await program("planted");
    expect(Number(found.planted)).toBeGreaterThanOrEqual(100);
    expect(found.found).toBe(found.planted);
    expect(code).toBe(0);
  },
  30 * 60_000,
);
