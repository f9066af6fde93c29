import type { Instant } from "@amana/core/time";
import type { Database } from "#runtime/database";
import type { Credentials, Principal } from "#runtime/http";
import { principalOfAccess } from "./grants/issue.ts";
import { principalOfKey } from "./keys/keys.ts";
import { TOKEN_PREFIXES } from "./keys/token.ts";
import { principalOfSession } from "./sessions.ts";

/**
 * Who shows these credentials. A bearer token is a session's, an API key or a third party's access token, told apart by its
 * beginning; a cookie is a session's and nothing else, so that no page can make a browser act with a key.
 */
export async function principalOf(db: Database, { bearer, session }: Credentials, now: Instant): Promise<Principal> {
  if (bearer !== undefined) return principalOfToken(db, bearer, now);
  if (session === undefined || isOfProgram(session)) return { kind: "anonymous" };
  return principalOfSession(db, session, now);
}

/** Who a bearer token belongs to; read anew for every request, so that a right that was taken away is gone. */
export async function principalOfToken(db: Database, token: string, now: Instant): Promise<Principal> {
  if (token.startsWith(`${TOKEN_PREFIXES.key}_`)) return principalOfKey(db, token, now);
  if (token.startsWith(`${TOKEN_PREFIXES.access}_`)) return principalOfAccess(db, token, now);
  return isOfProgram(token) ? { kind: "anonymous" } : principalOfSession(db, token, now);
}

/** Codes, refresh tokens and secrets of clients sign nobody in. */
const isOfProgram = (token: string): boolean =>
  Object.values(TOKEN_PREFIXES).some((prefix) => token.startsWith(`${prefix}_`));
