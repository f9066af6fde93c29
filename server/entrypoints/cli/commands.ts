import type { CliCommand } from "./index.ts";

/** What an operator can run, one file each. */
export const commands: Readonly<Record<string, CliCommand>> = {};
