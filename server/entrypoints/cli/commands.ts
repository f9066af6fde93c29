import type { CliCommand } from "./index.ts";
import { keysCheck, keysRotate } from "./keys.ts";

/** What an operator can run, one file each. */
export const commands: Readonly<Record<string, CliCommand>> = {
  "keys check": keysCheck,
  "keys rotate": keysRotate,
};
