import { afterAll, beforeAll, describe, test } from "vitest";
import { installedPrograms } from "./debian.ts";
import { DRILLS } from "./drills/index.ts";
import { type Bare, openGround } from "./ground.ts";
import { holdOne, NO_PROGRAMS } from "./hold.ts";

const COMMANDS = 300;

const programs = installedPrograms();
const ground: { bare: Bare | null; clear: () => void } = { bare: null, clear: () => {} };

beforeAll(async () => {
  if (programs) Object.assign(ground, await openGround(programs, COMMANDS));
});
afterAll(() => ground.clear());

describe("drills, in their short setting", () => {
  for (const drill of DRILLS) {
    test(drill.rule, async ({ skip }) => {
      if (!ground.bare) return skip(NO_PROGRAMS);
      const { skipped, failure } = await holdOne(drill, ground.bare);
      if (skipped) return skip(skipped);
      if (failure) throw new Error(failure);
    });
  }
});
