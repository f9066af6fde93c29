import { createHash, timingSafeEqual } from "node:crypto";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, days, hours, type Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Tx } from "#runtime/database";
import type { Asker, Principal, Scope } from "#runtime/http";
import { hashOfToken, isToken, newToken } from "../keys/token.ts";
import type { Client } from "./client-store.ts";
import { grantable } from "./consent.ts";
import {
  accessOfHash,
  deleteToken,
  type Grant,
  insertTokens,
  isSuspended,
  lockGrantOfCode,
  lockGrantOfToken,
  purgeGrantRows,
  revokeGrantRow,
  useRefreshToken,
} from "./grant-store.ts";

const ACCESS_LIFE = hours(1);
/** From the last renewal on. */
const REFRESH_LIFE = days(60);

export type Issued = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  readonly scopes: readonly Scope[];
};

/** Errors of RFC 6749 §5.2. */
export type TokenRefusal = "invalid_grant" | "invalid_scope";

export type CodeShown = {
  readonly code: string;
  readonly verifier: string;
  /** Checked where it is given: the verifier binds the code already. */
  readonly redirectUri: string | null;
};

/**
 * Tokens for a code, once. A code that comes a second time was copied by somebody, so everything that came of it ends; so it is with
 * one that comes with the wrong verifier.
 */
export function exchangeCode(
  db: Database,
  client: Client,
  shown: CodeShown,
  now: Instant,
): Promise<Result<Issued, TokenRefusal>> {
  if (!isToken("code", shown.code)) return Promise.resolve(refuse("invalid_grant"));
  return db.transaction(async (tx) => {
    const grant = await lockGrantOfCode(tx, hashOfToken(shown.code));
    if (!grant || grant.client !== client.id) return refuse("invalid_grant");
    const abuse = abuseOf(grant, shown);
    if (abuse !== null) return end(tx, grant, abuse, now);
    if (grant.codeExpiresAt <= now || !(await isAlive(tx, grant))) return refuse("invalid_grant");
    return ok(await issue(tx, grant, grant.scopes, now));
  });
}

function abuseOf(grant: Grant, { verifier, redirectUri }: CodeShown): string | null {
  if (grant.exchangedAt !== null) return "its code was used twice";
  if (!fits(verifier, grant.challenge)) return "its code came with the wrong verifier";
  return redirectUri === null || redirectUri === grant.redirectUri ? null : "its code came with another address";
}

/**
 * New tokens for a refresh token, which is spent by it. A spent one that comes again is in two hands, and nobody can tell whose is
 * the right one: the whole family ends. Of requests at the same time with one token, one is answered, and the next ends all.
 */
export function refresh(
  db: Database,
  client: Client,
  { token, scope }: { readonly token: string; readonly scope: string | null },
  now: Instant,
): Promise<Result<Issued, TokenRefusal>> {
  if (!isToken("refresh", token)) return Promise.resolve(refuse("invalid_grant"));
  return db.transaction(async (tx) => {
    const found = await lockGrantOfToken(tx, hashOfToken(token));
    if (!found || found.grant.client !== client.id || found.token.kind !== "refresh") return refuse("invalid_grant");
    const { grant } = found;
    if (found.token.usedAt !== null) return end(tx, grant, "a refresh token was used twice", now);
    if (found.token.expiresAt <= now || !(await isAlive(tx, grant))) return refuse("invalid_grant");
    const scopes = scope === null ? grant.scopes : narrowed(scope, grant.scopes);
    if (scopes === null) return refuse("invalid_scope");
    await useRefreshToken(tx, hashOfToken(token), now);
    return ok(await issue(tx, grant, scopes, now));
  });
}

/** RFC 7009: an access token ends by itself, a refresh token with its family. False for a token of another program. */
export function revokeToken(db: Database, client: Client, token: string, now: Instant): Promise<boolean> {
  return db.transaction(async (tx) => {
    const found = await lockGrantOfToken(tx, hashOfToken(token));
    if (!found) return true;
    if (found.grant.client !== client.id) return false;
    if (found.token.kind === "access") await deleteToken(tx, hashOfToken(token));
    else await end(tx, found.grant, "the program gave it back", now);
    return true;
  });
}

/** The giver takes it back. */
export function revokeGrant(
  db: Database,
  asker: Asker,
  id: Grant["id"],
  now: Instant,
): Promise<Result<null, "no_such_grant">> {
  return db.transaction(async (tx) => {
    if (!(await revokeGrantRow(tx, id, asker.user, now))) return refuse("no_such_grant");
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "grant.revoked", subject: id, reason: null, detail: {} },
    });
    return ok(null);
  });
}

/** Who an access token speaks for: the giver with the roles of this moment, narrowed to what was granted. */
export async function principalOfAccess(db: Database, token: string, now: Instant): Promise<Principal> {
  const access = isToken("access", token) ? await accessOfHash(db, hashOfToken(token), now) : null;
  if (!access) return { kind: "anonymous" };
  const { grant, user, roles, scopes, suspended } = access;
  if (suspended) return { kind: "suspended", id: user, session: null };
  return { kind: "user", id: user, roles, access: { kind: "access_token", id: grant, scopes } };
}

/** For a job that runs now and then. */
export const purgeGrants = (db: Database, now: Instant): Promise<void> => purgeGrantRows(db, after(now, -days(1)));

const isAlive = async (tx: Tx, { revokedAt, user }: Grant): Promise<boolean> =>
  revokedAt === null && !(await isSuspended(tx, user));

async function end(tx: Tx, grant: Grant, reason: string, now: Instant): Promise<Result<never, "invalid_grant">> {
  if (await revokeGrantRow(tx, grant.id, null, now)) {
    await record(tx, now, {
      ...{ actor: "system", actorId: null, action: "grant.revoked", subject: grant.id, reason },
      detail: { client: grant.client, user: grant.user },
    });
  }
  return refuse("invalid_grant");
}

async function issue(tx: Tx, grant: Grant, scopes: readonly Scope[], now: Instant): Promise<Issued> {
  const accessToken = newToken("access");
  const refreshToken = newToken("refresh");
  const tokens = [
    { tokenHash: hashOfToken(accessToken), kind: "access", scopes, expiresAt: after(now, ACCESS_LIFE) },
    {
      tokenHash: hashOfToken(refreshToken),
      kind: "refresh",
      scopes: grant.scopes,
      expiresAt: after(now, REFRESH_LIFE),
    },
  ] as const;
  await insertTokens(tx, grant.id, tokens, now);
  return { accessToken, refreshToken, expiresInSeconds: ACCESS_LIFE / 1000, scopes };
}

const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

/** RFC 7636 §4.6. */
function fits(verifier: string, challenge: string): boolean {
  const given = createHash("sha256").update(verifier).digest();
  const wanted = Buffer.from(challenge, "base64url");
  return VERIFIER.test(verifier) && given.length === wanted.length && timingSafeEqual(given, wanted);
}

function narrowed(scope: string, given: readonly Scope[]): Scope[] | null {
  const wanted = grantable(scope);
  return wanted?.every((one) => given.includes(one)) ? wanted : null;
}
