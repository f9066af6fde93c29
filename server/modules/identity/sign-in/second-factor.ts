import type { Id } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { type Asker, type ProblemAnswer, problem } from "#runtime/http";
import { networkOf, objectionToGuess } from "../limits.ts";
import { tellUser } from "../mail/request.ts";
import type { IdentityParts } from "../parts.ts";
import { countTry, knowsNetwork } from "../session-store.ts";
import { useRecoveryCode } from "../two-factor/recovery-codes.ts";
import { verifySecondFactor } from "../two-factor/verify.ts";
import { openSession } from "./sign-in.ts";

/** So many codes may be shown to one half-open session; after that the password is asked for again. */
const MOST_TRIES = 5;

export type Shown = { readonly code: string } | { readonly recoveryCode: string };

export type Waiting = Asker & { readonly session: Id<"session">; readonly now: Instant };

/** Opens a session, under a new token, for somebody whose password was right and whose code is; the half-open one ends. */
export async function passSecondFactor(
  parts: IdentityParts,
  shown: Shown,
  { user, session, origin, now }: Waiting,
): Promise<string | ProblemAnswer<"CODE_REFUSED" | "RATE_LIMITED">> {
  const { db, limiter } = parts;
  const network = networkOf(origin.network);
  // A recovery code is too long to be guessed: by one, an owner far from home gets in whatever strangers have tried.
  const known = "recoveryCode" in shown || (await knowsNetwork(db, user, network));
  const guess = { account: user, network, known };
  const limited = await objectionToGuess(limiter, "code", guess);
  if (limited) return limited;
  if (!(await countTry(db, session, MOST_TRIES)))
    return problem("CODE_REFUSED", "Too many codes were tried: sign in again with the password.");
  return await db.transaction(async (tx) => {
    const by = await fitting(tx, parts, shown, { user, now });
    if (by === null) return problem("CODE_REFUSED");
    if (by === "recovery_code") await tellUser(tx, user, "recovery_code_used", now);
    return await openSession(tx, user, by, { now, origin, before: { user, session } });
  });
}

async function fitting(
  tx: Queryable,
  { dataKey }: IdentityParts,
  shown: Shown,
  { user, now }: Pick<Waiting, "user" | "now">,
): Promise<"totp" | "recovery_code" | null> {
  if ("code" in shown) return (await verifySecondFactor(tx, dataKey, user, shown.code, now)) ? "totp" : null;
  return (await useRecoveryCode(tx, user, shown.recoveryCode, now)) ? "recovery_code" : null;
}
