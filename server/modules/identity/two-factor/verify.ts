import type { UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import type { Keyring } from "#runtime/secrets";
import { takeStep, totpSecretOf } from "./store.ts";
import { stepOfCode } from "./totp.ts";

/** What a code of an authenticator app looks like. */
export const TOTP_CODE = "^[0-9]{6}$";

/**
 * Whether the code is the user's at this moment. A code is good once: of many who show it at the same time one is let in. Tries are
 * the caller's to limit.
 */
export async function verifySecondFactor(
  db: Queryable,
  keys: Keyring,
  user: UserId,
  code: string,
  now: Instant,
): Promise<boolean> {
  const secret = await totpSecretOf(db, keys, user);
  const step = secret === null ? null : stepOfCode(secret, code, now);
  return step !== null && (await takeStep(db, user, step));
}
