import { createHash, randomBytes } from "node:crypto";
import type { UserId } from "@amana/core/ids";
import { after, days, type Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { deleteSession, demoUsers, insertSession, type User, userOfSession } from "./store.ts";

/** A session outlives the longest that the sandbox's clock is likely to be moved. */
const SESSION = days(400);

/** Only the hash of a token is kept: a dump of the database opens no session. */
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Begins a session and returns its token, which is shown once. */
export async function startSession(
  db: Queryable,
  user: UserId,
  now: Instant,
  token = randomBytes(32).toString("base64url"),
): Promise<string> {
  await insertSession(db, hashOf(token), user, now, after(now, SESSION));
  return token;
}

export const endSession = (db: Queryable, token: string): Promise<void> => deleteSession(db, hashOf(token));

export const userOfToken = (db: Queryable, token: string, now: Instant): Promise<User | null> =>
  userOfSession(db, hashOf(token), now);

/** Signs in one of the sandbox's demo users by the short name, null when there is none. */
export async function signInDemoUser(
  db: Queryable,
  key: string,
  now: Instant,
): Promise<{ user: User; token: string } | null> {
  const user = (await demoUsers(db)).find(({ demoKey }) => demoKey === key);
  return user ? { user, token: await startSession(db, user.id, now) } : null;
}
