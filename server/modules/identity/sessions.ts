import { createHash, randomBytes } from "node:crypto";
import type { Id, UserId } from "@amana/core/ids";
import { after, type Duration, days, type Instant, minutes } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import type { Origin, Principal } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import { touchSession } from "./session-store.ts";
import {
  deleteSession,
  demoUsers,
  insertSession,
  type OpenSession,
  type SessionState,
  sessionOfToken,
  type User,
} from "./store.ts";

/** A demo person's session outlives the longest that the sandbox's clock is likely to be moved. */
const SESSION = days(400);
/** So long the session of somebody who signed in may rest. */
const IDLE = days(14);
/** So long it lasts at most. */
export const SESSION_DAYS = 30;
/** So long the second factor may take. */
export const PENDING_MINUTES = 10;
/** How exactly the last use of a session is known: writing it down for every request would be a write for every read. */
const SEEN = minutes(10);

/** Only the hash of a token is kept: a dump of the database opens no session. */
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

export type SessionOptions = {
  readonly token?: string;
  readonly state?: SessionState;
  readonly origin?: Origin;
};

/** Begins the session of somebody who has just signed in, with a token that is shown once and was never seen before. */
export async function beginSession(
  tx: Queryable,
  user: UserId,
  now: Instant,
  { state, origin }: { readonly state: SessionState; readonly origin: Origin },
): Promise<{ id: Id<"session">; token: string }> {
  const token = newToken();
  const id = newRootId("session", now);
  const pending = state === "second_factor_pending";
  const lasts: Duration = pending ? minutes(PENDING_MINUTES) : IDLE;
  await insertSession(tx, {
    ...{ id, tokenHash: hashOf(token), user, state, createdAt: now, origin },
    expiresAt: after(now, lasts),
    endsAt: pending ? null : after(now, days(SESSION_DAYS)),
  });
  return { id, token };
}

/** Begins a session and returns its token, which is shown once. */
export async function startSession(
  db: Queryable,
  user: UserId,
  now: Instant,
  options: SessionOptions | string = {},
): Promise<string> {
  const given = typeof options === "string" ? { token: options } : options;
  const token = given.token ?? newToken();
  const { state = "open", origin = null } = given;
  const id = newRootId("session", now);
  const times = { createdAt: now, expiresAt: after(now, SESSION), endsAt: null };
  await insertSession(db, { id, tokenHash: hashOf(token), user, state, origin, ...times });
  return token;
}

const newToken = (): string => randomBytes(32).toString("base64url");

export const endSession = (db: Queryable, token: string): Promise<void> => deleteSession(db, hashOf(token));

/** Who a session's token belongs to, and what state it is in; read anew for every request, so that a right that was taken away is gone. */
export async function principalOfSession(db: Queryable, token: string, now: Instant): Promise<Principal> {
  const session = await sessionOfToken(db, hashOf(token), now);
  if (!session) return { kind: "anonymous" };
  if (after(session.lastSeenAt, SEEN) <= now) await touchSession(db, session.id, now, after(now, IDLE));
  return principalOf(session);
}

function principalOf({ id, user, roles, state, suspended }: OpenSession): Principal {
  if (suspended) return { kind: "suspended", id: user, session: id };
  if (state === "second_factor_pending") return { kind: "pending", id: user, session: id };
  return { kind: "user", id: user, roles, access: { kind: "session", id } };
}

/** Signs in one of the sandbox's demo users by the short name, null when there is none. */
export async function signInDemoUser(
  db: Queryable,
  key: string,
  { now, origin }: { readonly now: Instant; readonly origin: Origin },
): Promise<{ user: User; token: string } | null> {
  const user = (await demoUsers(db)).find(({ demoKey }) => demoKey === key);
  return user ? { user, token: await startSession(db, user.id, now, { origin }) } : null;
}
