import { type ApplicationOptions, buildApplication } from "../../server/entrypoints/application.ts";
import { movableClock } from "../../server/runtime/clock/index.ts";
import type { StepUpGate } from "../../server/runtime/http/index.ts";
import type { World } from "./world.ts";

export type Application = Awaited<ReturnType<typeof buildApplication>>;

/** The API of a world, as it is without a sandbox and without pages, but for what is said otherwise. */
export const applicationOf = ({ parts }: Pick<World, "parts">, changes: Partial<ApplicationOptions> = {}) =>
  buildApplication({
    ...parts,
    holder: "Nobody (a test)",
    wake: () => {},
    sandbox: null,
    production: false,
    cronKey: null,
    logger: { level: "silent" },
    version: "0.0.0",
    web: null,
    ...changes,
  });

/** What makes the API of a world a sandbox's: its clock can be moved, and it has no simulators. */
export const sandboxOf = ({ parts, clock, work }: World): NonNullable<ApplicationOptions["sandbox"]> => ({
  ...parts,
  clock: movableClock(0, clock),
  simulators: { nextTimer: async () => null, setOffset: async () => {} },
  work,
  whileStill: (move) => move(),
  links: { gateway: "", carrier: "", apiReference: "" },
});

/** For tests of what is done once it is confirmed; confirming has tests of its own. */
export const CONFIRMED: StepUpGate = async () => ({ kind: "confirmed" });
