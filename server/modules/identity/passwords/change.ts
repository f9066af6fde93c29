import type { AuditAction } from "@amana/core/audit";
import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { foldedEmail } from "../email.ts";
import { endLink, isOpen, useLink } from "../links.ts";
import { requestMail, tellUser } from "../mail/request.ts";
import type { IdentityParts } from "../parts.ts";
import { lockPerson } from "../people/store.ts";
import { endSessionsOf } from "../session-store.ts";
import type { When } from "../sign-in/sign-in.ts";
import type { SessionAsker } from "../visit.ts";
import { objectionToPassword } from "./rules.ts";
import { passwordHashOf, setPasswordHash } from "./store.ts";

/** Has the link mailed to whoever owns the address; whether somebody does is looked at out of sight. */
export const forgotPassword = ({ db }: IdentityParts, email: string, now: Instant): Promise<void> =>
  requestMail(db, now, { kind: "reset", email: foldedEmail(email) });

export type ResetRefusal = "not_a_link" | { readonly objection: string };

/** Sets a new password by a mailed link and ends every session. The second factor is asked for all the same at the next sign-in. */
export async function resetPassword(
  { db, passwords }: IdentityParts,
  { token, password }: { readonly token: string; readonly password: string },
  { now, origin }: When,
): Promise<Result<UserId, ResetRefusal>> {
  // No work for links that open nothing.
  if (!(await isOpen(db, "reset_password", token, now))) return refuse("not_a_link");
  const objection = objectionToPassword(password, "");
  if (objection) return refuse({ objection });
  const hash = await passwords.hash(password);
  return await db.transaction(async (tx) => {
    const link = await useLink(tx, "reset_password", token, now);
    const user = link && (await lockPerson(tx, idOf("user", link.subject)));
    if (!user || user.email !== link.email) return refuse("not_a_link");
    await set(tx, { user: user.id, origin }, hash, { action: "password.reset", keep: null, now });
    return ok(user.id);
  });
}

export type ChangeRefusal = "wrong_password" | { readonly objection: string };

/** Changes the password of somebody who is signed in; every other session ends. Who has none yet needs not show it. */
export async function changePassword(
  { db, passwords }: IdentityParts,
  asker: SessionAsker,
  { current, next }: { readonly current: string | null; readonly next: string },
  now: Instant,
): Promise<Result<null, ChangeRefusal>> {
  const { user, session } = asker;
  const objection = objectionToPassword(next, "");
  if (objection) return refuse({ objection });
  const before = await passwordHashOf(db, user);
  if (before !== null && !(await passwords.check(before, current ?? "")).right) return refuse("wrong_password");
  const hash = await passwords.hash(next);
  return await db.transaction(async (tx) => {
    await lockPerson(tx, user);
    if ((await passwordHashOf(tx, user)) !== before) return refuse("wrong_password");
    await set(tx, asker, hash, { action: "password.changed", keep: session, now });
    return ok(null);
  });
}

type Setting = { readonly action: AuditAction; readonly keep: Id<"session"> | null; readonly now: Instant };

async function set(tx: Tx, asker: Asker, hash: string, { action, keep, now }: Setting): Promise<void> {
  const { user } = asker;
  await setPasswordHash(tx, user, hash, now);
  await endLink(tx, "reset_password", uuidOf(user));
  const ended = await endSessionsOf(tx, user, keep);
  await record(tx, now, {
    ...doneBy("user", asker),
    ...{ action, subject: user, reason: null, detail: { sessionsEnded: ended } },
  });
  await tellUser(tx, user, "password_changed", now);
}
