import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import { type Role, SCOPES, type Scope } from "#runtime/http";

export type ApiKey = {
  readonly id: Id<"apiKey">;
  readonly user: UserId;
  readonly name: string;
  readonly lastFour: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
};

export type NewKey = Omit<ApiKey, "lastUsedAt"> & { readonly tokenHash: Buffer };

type Row = {
  id: string;
  user_id: string;
  name: string;
  last_four: string;
  scopes: string[];
  created_at: Instant;
  expires_at: Instant | null;
  last_used_at: Instant | null;
};

/** Keys are counted and made one after the other for each user. */
export async function lockUser(tx: Queryable, user: UserId): Promise<void> {
  await tx.query(`select 1 from identity."user" where id = $1 for no key update`, [uuidOf(user)]);
}

export async function insertKey(tx: Queryable, key: NewKey): Promise<void> {
  await tx.query(
    `insert into identity.api_key (id, user_id, name, token_hash, last_four, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[uuidOf(key.id), uuidOf(key.user), key.name, key.tokenHash, key.lastFour, key.scopes],
      ...[timestamp(key.createdAt), key.expiresAt && timestamp(key.expiresAt)],
    ],
  );
}

/** Those that still open something, newest first; there are never more than a user may have. */
export async function keysOf(db: Queryable, user: UserId, now: Instant): Promise<ApiKey[]> {
  const rows = await db.query<Row>(
    `select id, user_id, name, last_four, scopes, created_at, expires_at, last_used_at from identity.api_key
      where user_id = $1 and revoked_at is null and (expires_at is null or expires_at > $2) order by id desc`,
    [uuidOf(user), timestamp(now)],
  );
  return rows.map(keyOf);
}

/** False when the user has no such key that is not revoked yet. */
export async function revokeKeyRow(tx: Queryable, user: UserId, id: Id<"apiKey">, now: Instant): Promise<boolean> {
  const revoked = await tx.maybe(
    "update identity.api_key set revoked_at = $3 where id = $1 and user_id = $2 and revoked_at is null returning id",
    [uuidOf(id), uuidOf(user), timestamp(now)],
  );
  return revoked !== null;
}

/** A key that opens something, and what its owner may do at the moment. */
export type OpenKey = {
  readonly id: Id<"apiKey">;
  readonly user: UserId;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  readonly suspended: boolean;
  readonly lastUsedAt: Instant | null;
};

export async function keyOfHash(db: Queryable, tokenHash: Buffer, now: Instant): Promise<OpenKey | null> {
  const row = await db.maybe<Row & { roles: Role[]; suspended: boolean }>(
    `select k.id, k.user_id, k.scopes, k.last_used_at, u.roles, u.suspended_at is not null as suspended
       from identity.api_key k join identity."user" u on u.id = k.user_id
      where k.token_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)`,
    [tokenHash, timestamp(now)],
  );
  return (
    row && {
      id: idOf("apiKey", row.id),
      user: idOf("user", row.user_id),
      roles: row.roles,
      scopes: scopesIn(row.scopes),
      suspended: row.suspended,
      lastUsedAt: row.last_used_at,
    }
  );
}

/** Of many requests at once one writes. */
export async function noteUse(db: Queryable, id: Id<"apiKey">, now: Instant, notSince: Instant): Promise<void> {
  await db.query(
    "update identity.api_key set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $3)",
    [uuidOf(id), timestamp(now), timestamp(notSince)],
  );
}

/** A scope that this release does not know any more opens nothing. */
export const scopesIn = (words: readonly string[]): Scope[] => SCOPES.filter((scope) => words.includes(scope));

const keyOf = (row: Row): ApiKey => ({
  id: idOf("apiKey", row.id),
  user: idOf("user", row.user_id),
  name: row.name,
  lastFour: row.last_four,
  scopes: scopesIn(row.scopes),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});
