import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Arena } from "./arena.ts";
import type { Figures } from "./postings.ts";

const Answer = Type.Object({ ok: Type.Literal(true), entriesPerSecond: Type.Number() });
const SPEED = join(import.meta.dirname, "../tests/seals/speed.ts");

/** Entries a second that `ledger verify` checks, of a dump that is made for it. */
export async function seals({ sizes }: Arena): Promise<Figures> {
  const entries = String(sizes.verified);
  const { stdout } = await promisify(execFile)(process.execPath, [SPEED, "--entries", entries, "--json"]);
  return { verified_entries_per_second: Value.Parse(Answer, JSON.parse(stdout)).entriesPerSecond };
}
