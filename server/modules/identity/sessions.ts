import { createHash, randomBytes } from "node:crypto";
import type { UserId } from "@amana/core/ids";
import { after, days, type Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import type { Origin, Principal } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import {
  deleteSession,
  demoUsers,
  insertSession,
  type OpenSession,
  type SessionState,
  sessionOfToken,
  type User,
} from "./store.ts";

/** A session outlives the longest that the sandbox's clock is likely to be moved. */
const SESSION = days(400);

/** Only the hash of a token is kept: a dump of the database opens no session. */
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

export type SessionOptions = {
  readonly token?: string;
  readonly state?: SessionState;
  readonly origin?: Origin;
};

/** Begins a session and returns its token, which is shown once. */
export async function startSession(
  db: Queryable,
  user: UserId,
  now: Instant,
  options: SessionOptions | string = {},
): Promise<string> {
  const given = typeof options === "string" ? { token: options } : options;
  const token = given.token ?? randomBytes(32).toString("base64url");
  const { state = "open", origin = null } = given;
  const id = newRootId("session", now);
  const expiresAt = after(now, SESSION);
  await insertSession(db, { id, tokenHash: hashOf(token), user, state, createdAt: now, expiresAt, origin });
  return token;
}

export const endSession = (db: Queryable, token: string): Promise<void> => deleteSession(db, hashOf(token));

/** Who a session's token belongs to, and what state it is in; read anew for every request, so that a right that was taken away is gone. */
export async function principalOfSession(db: Queryable, token: string, now: Instant): Promise<Principal> {
  const session = await sessionOfToken(db, hashOf(token), now);
  return session ? principalOf(session) : { kind: "anonymous" };
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
  now: Instant,
): Promise<{ user: User; token: string } | null> {
  const user = (await demoUsers(db)).find(({ demoKey }) => demoKey === key);
  return user ? { user, token: await startSession(db, user.id, now) } : null;
}
