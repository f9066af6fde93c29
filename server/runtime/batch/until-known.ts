import { setTimeout as pause } from "node:timers/promises";
import { ok, refuse } from "@amana/core/result";
import { CommitOutcomeUnknown, isLost, isWorthAnotherTry } from "#runtime/database";

const TRIES = 8;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Sends a call of one statement again when PostgreSQL refused it because of others, and when the connection was lost and nobody knows
 * whether it happened: only for a call that happens once however often it is sent. Throws `CommitOutcomeUnknown` when the database
 * does not come back in time.
 */
export async function untilKnown<T>(call: () => Promise<T>, random: () => number = Math.random): Promise<T> {
  let unknown = false;
  for (let attempt = 0; ; attempt += 1) {
    const made = await call().then(ok, refuse);
    if (made.ok) return made.value;
    // A definite refusal of what was sent again says that the first time was in vain too.
    if (!mayPass(made.error)) throw made.error;
    unknown ||= isLost(made.error);
    if (attempt >= TRIES) throw unknown ? new CommitOutcomeUnknown(made.error) : made.error;
    await pause((0.5 + random() / 2) * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 3 ** attempt));
  }
}

const mayPass = (error: unknown): boolean => isLost(error) || isWorthAnotherTry(error);
