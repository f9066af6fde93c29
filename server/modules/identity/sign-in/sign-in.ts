import type { Id, UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Tx } from "#runtime/database";
import { type Origin, type ProblemAnswer, problem } from "#runtime/http";
import { foldedEmail } from "../email.ts";
import { networkOf, objectionToGuess } from "../limits.ts";
import { requestMail } from "../mail/request.ts";
import type { IdentityParts } from "../parts.ts";
import { passwordHashOf, replacePasswordHash } from "../passwords/store.ts";
import { latestRegistration } from "../registration/store.ts";
import { endSessionById, networkIsKnown } from "../session-store.ts";
import { beginSession } from "../sessions.ts";
import { type Account, accountBehind } from "./store.ts";

/** When somebody asked, and from where. */
export type When = { readonly now: Instant; readonly origin: Origin };

export type Visit = When & {
  /** The session that the caller had before, which ends: nobody can be made to go on with one that somebody else knows. */
  readonly before: { readonly user: UserId; readonly session: Id<"session"> } | null;
};

export type SignedIn = { readonly user: UserId; readonly token: string; readonly secondFactor: "none" | "required" };

export const SIGN_IN_PROBLEMS = ["SIGN_IN_REFUSED", "EMAIL_NOT_VERIFIED", "ACCOUNT_SUSPENDED", "RATE_LIMITED"] as const;
type Refusal = ProblemAnswer<(typeof SIGN_IN_PROBLEMS)[number]>;

/**
 * Signs somebody in by address and password. For an address that nobody has, the same is done as for a wrong password: the same
 * questions to the database, one password checked, the same answer.
 */
export async function signIn(
  parts: IdentityParts,
  { email, password }: { readonly email: string; readonly password: string },
  visit: Visit,
): Promise<SignedIn | Refusal> {
  const { db, passwords, limiter } = parts;
  const address = foldedEmail(email);
  const network = networkOf(visit.origin.network);
  const account = await accountBehind(db, address, network);
  const registration = await latestRegistration(db, address, visit.now);
  const limited = await objectionToGuess(limiter, "password", {
    ...{ account: address, network },
    known: account?.known ?? false,
  });
  if (limited) return limited;

  const hash = account ? account.hash : (registration?.passwordHash ?? null);
  const fit = await passwords.check(hash, password);
  if (!fit.right || hash === null) return problem("SIGN_IN_REFUSED");
  if (!account) {
    if (registration) await requestMail(db, visit.now, { kind: "verification", registration: registration.id });
    return problem("EMAIL_NOT_VERIFIED");
  }
  if (account.suspended) return problem("ACCOUNT_SUSPENDED");
  const kept = fit.weak ? await strengthened(parts, account.user, hash, password) : hash;
  return await opened(parts, account, kept, visit);
}

/** The password is at hand only now: its hash is made anew with the work that hashes are made with today. */
async function strengthened(
  { db, passwords }: IdentityParts,
  user: UserId,
  before: string,
  password: string,
): Promise<string> {
  const hash = await passwords.hash(password);
  return (await replacePasswordHash(db, user, before, hash)) ? hash : before;
}

/** Under a lock on the password that was checked: whoever changed it meanwhile has ended all sessions, and this one too. */
const opened = (
  { db }: IdentityParts,
  { user, secondFactor }: Account,
  hash: string,
  visit: Visit,
): Promise<SignedIn | Refusal> =>
  db.transaction(async (tx) => {
    if ((await passwordHashOf(tx, user, "share")) !== hash) return problem("SIGN_IN_REFUSED");
    return await enter(tx, { user, secondFactor }, "password", visit);
  });

/** What somebody gets who has shown the first factor: a session, or one that opens nothing but the question for the second. */
export async function enter(
  tx: Tx,
  { user, secondFactor }: Pick<Account, "user" | "secondFactor">,
  by: string,
  visit: Visit,
): Promise<SignedIn> {
  if (!secondFactor) return { user, token: await openSession(tx, user, by, visit), secondFactor: "none" };
  await endBefore(tx, visit);
  const { token } = await beginSession(tx, user, visit.now, { ...visit, state: "second_factor_pending" });
  return { user, token, secondFactor: "required" };
}

/** Begins the session of somebody who has shown all that is asked; `by` says what, for the audit log. */
export async function openSession(tx: Tx, user: UserId, by: string, visit: Visit): Promise<string> {
  await endBefore(tx, visit);
  const { id, token } = await beginSession(tx, user, visit.now, { ...visit, state: "open" });
  await networkIsKnown(tx, user, networkOf(visit.origin.network), visit.now);
  await record(tx, visit.now, {
    ...doneBy("user", { user, origin: visit.origin }),
    ...{ action: "session.begun", subject: id, reason: null, detail: { by } },
  });
  return token;
}

async function endBefore(tx: Tx, { before }: Visit): Promise<void> {
  if (before) await endSessionById(tx, before.user, before.session);
}
