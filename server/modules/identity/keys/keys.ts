import type { Id } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, type Instant, minutes } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Queryable } from "#runtime/database";
import type { Asker, Principal, Scope } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import { type ApiKey, insertKey, keyOfHash, keysOf, lockUser, noteUse, revokeKeyRow } from "./store.ts";
import { hashOfToken, isToken, newToken } from "./token.ts";

export const MOST_KEYS = 20;
/** So exactly is it known when a key was last used. */
const USE_NOTED_EVERY = minutes(1);

export type KeyWanted = {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | null;
};

/** Makes a key; its token is in the answer and nowhere else. */
export function createKey(
  db: Database,
  asker: Asker,
  wanted: KeyWanted,
  now: Instant,
): Promise<Result<{ readonly key: ApiKey; readonly token: string }, "too_many" | "expires_in_the_past">> {
  const { user } = asker;
  return db.transaction(async (tx) => {
    if (wanted.expiresAt !== null && wanted.expiresAt <= now) return refuse("expires_in_the_past");
    await lockUser(tx, user);
    if ((await keysOf(tx, user, now)).length >= MOST_KEYS) return refuse("too_many");
    const token = newToken("key");
    const key: ApiKey = {
      ...{ id: newRootId("apiKey", now), user, name: wanted.name, lastFour: token.slice(-4) },
      ...{ scopes: [...new Set(wanted.scopes)], createdAt: now, expiresAt: wanted.expiresAt, lastUsedAt: null },
    };
    await insertKey(tx, { ...key, tokenHash: hashOfToken(token) });
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "api_key.created", subject: key.id, reason: null },
      detail: { name: key.name, scopes: key.scopes, expiresAt: key.expiresAt },
    });
    return ok({ key, token });
  });
}

export function revokeKey(
  db: Database,
  asker: Asker,
  id: Id<"apiKey">,
  now: Instant,
): Promise<Result<null, "no_such_key">> {
  return db.transaction(async (tx) => {
    if (!(await revokeKeyRow(tx, asker.user, id, now))) return refuse("no_such_key");
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "api_key.revoked", subject: id, reason: null, detail: {} },
    });
    return ok(null);
  });
}

/** Who a key speaks for: its owner with the roles of this moment, narrowed to the key's scopes. */
export async function principalOfKey(db: Queryable, token: string, now: Instant): Promise<Principal> {
  const key = isToken("key", token) ? await keyOfHash(db, hashOfToken(token), now) : null;
  if (!key) return { kind: "anonymous" };
  if (key.suspended) return { kind: "suspended", id: key.user, session: null };
  const noteSince = after(now, -USE_NOTED_EVERY);
  if (key.lastUsedAt === null || key.lastUsedAt < noteSince) await noteUse(db, key.id, now, noteSince);
  return {
    ...{ kind: "user", id: key.user, roles: key.roles },
    access: { kind: "api_key", id: key.id, scopes: key.scopes },
  };
}
