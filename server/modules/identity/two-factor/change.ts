import type { AuditAction } from "@amana/core/audit";
import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, hours, type Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { type Notice, tellUser } from "../mail/request.ts";
import type { IdentityParts } from "../parts.ts";
import { lockPerson, readPerson } from "../people/store.ts";
import { endSessionsOf } from "../session-store.ts";
import type { SessionAsker } from "../visit.ts";
import { endRecoveryCodes, renewRecoveryCodes } from "./recovery-codes.ts";
import { deleteEnrolment, deleteTotp, hasSecondFactor, insertEnrolment, setTotp, tryEnrolment } from "./store.ts";
import { newTotpSecret, stepOfCode, totpAddress } from "./totp.ts";

const ENROLMENT_LASTS = hours(1);
const MOST_TRIES = 10;

/** Begins an enrolment: a new secret that counts for nothing until a code of it has been shown. */
export async function beginEnrolment(
  { db, dataKey, publicUrl }: IdentityParts,
  user: UserId,
  now: Instant,
): Promise<{ secret: string; address: string; expiresAt: Instant } | null> {
  const person = await readPerson(db, user);
  if (!person) return null;
  const secret = newTotpSecret();
  await insertEnrolment(db, dataKey, user, secret, now);
  const address = totpAddress(secret, new URL(publicUrl).host, person.email);
  return { secret, address, expiresAt: after(now, ENROLMENT_LASTS) };
}

/** Ends it with a first code; answers the recovery codes. Sessions that began without the second factor end. */
export async function confirmEnrolment(
  { db, dataKey }: IdentityParts,
  asker: SessionAsker,
  code: string,
  now: Instant,
): Promise<Result<string[], "wrong_code">> {
  const { user, session } = asker;
  const secret = await tryEnrolment(db, dataKey, user, { since: after(now, -ENROLMENT_LASTS), most: MOST_TRIES });
  const step = secret === null ? null : stepOfCode(secret, code, now);
  if (secret === null || step === null) return refuse("wrong_code");
  return await db.transaction(async (tx) => {
    await lockPerson(tx, user);
    if (!(await deleteEnrolment(tx, user))) return refuse("wrong_code");
    await setTotp(tx, dataKey, user, { secret, step, now });
    const codes = await renewRecoveryCodes(tx, user);
    await endSessionsOf(tx, user, session);
    await changed(tx, asker, "second_factor.switched_on", "second_factor_on", now);
    return ok(codes);
  });
}

/** False when there is none to remove. */
export const removeSecondFactor = ({ db }: IdentityParts, asker: SessionAsker, now: Instant): Promise<boolean> =>
  db.transaction(async (tx) => {
    const { user, session } = asker;
    await lockPerson(tx, user);
    await deleteEnrolment(tx, user);
    if (!(await deleteTotp(tx, user))) return false;
    await endRecoveryCodes(tx, user);
    await endSessionsOf(tx, user, session);
    await changed(tx, asker, "second_factor.switched_off", "second_factor_off", now);
    return true;
  });

/** Null when there is no second factor that they could stand in for. */
export const newRecoveryCodes = ({ db }: IdentityParts, asker: Asker, now: Instant): Promise<string[] | null> =>
  db.transaction(async (tx) => {
    const { user } = asker;
    await lockPerson(tx, user);
    if (!(await hasSecondFactor(tx, user))) return null;
    const codes = await renewRecoveryCodes(tx, user);
    await changed(tx, asker, "recovery_codes.renewed", "recovery_codes_renewed", now);
    return codes;
  });

async function changed(tx: Tx, asker: Asker, action: AuditAction, notice: Notice, now: Instant): Promise<void> {
  await record(tx, now, { ...doneBy("user", asker), action, subject: asker.user, reason: null, detail: {} });
  await tellUser(tx, asker.user, notice, now);
}
