import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Role, Scope } from "#runtime/http";
import { scopesIn } from "../keys/store.ts";

/** What one person granted one program once; the code and all tokens that came of it are its family. */
export type Grant = {
  readonly id: Id<"grant">;
  readonly client: Id<"oauthClient">;
  readonly user: UserId;
  readonly scopes: readonly Scope[];
  readonly redirectUri: string;
  /** The S256 challenge of RFC 7636. */
  readonly challenge: string;
  readonly codeExpiresAt: Instant;
  readonly exchangedAt: Instant | null;
  readonly revokedAt: Instant | null;
};

type Row = {
  id: string;
  client_id: string;
  user_id: string;
  scopes: string[];
  redirect_uri: string;
  challenge: string;
  code_expires_at: Instant;
  exchanged_at: Instant | null;
  revoked_at: Instant | null;
};

const COLUMNS =
  "g.id, g.client_id, g.user_id, g.scopes, g.redirect_uri, g.challenge, g.code_expires_at, g.exchanged_at, g.revoked_at";

export type NewGrant = Omit<Grant, "exchangedAt" | "revokedAt"> & {
  readonly codeHash: Buffer;
  readonly createdAt: Instant;
};

export async function insertGrant(tx: Queryable, grant: NewGrant): Promise<void> {
  const { id, client, user, scopes, redirectUri, challenge, codeHash, codeExpiresAt, createdAt } = grant;
  await tx.query(
    `insert into identity.oauth_grant
       (id, client_id, user_id, scopes, redirect_uri, challenge, code_hash, code_expires_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[uuidOf(id), uuidOf(client), uuidOf(user), scopes, redirectUri, challenge, codeHash],
      ...[timestamp(codeExpiresAt), timestamp(createdAt)],
    ],
  );
}

/** The grant of a code, locked: what happens to one family happens one after the other. */
export async function lockGrantOfCode(tx: Queryable, codeHash: Buffer): Promise<Grant | null> {
  const row = await tx.maybe<Row>(
    `select ${COLUMNS} from identity.oauth_grant g where g.code_hash = $1 for no key update`,
    [codeHash],
  );
  return row && grantOf(row);
}

/** The grant of a token, locked, and the token as it then stands; null when there is no such token. */
export async function lockGrantOfToken(
  tx: Queryable,
  tokenHash: Buffer,
): Promise<{ readonly grant: Grant; readonly token: IssuedToken } | null> {
  const row = await tx.maybe<Row>(
    `select ${COLUMNS} from identity.oauth_grant g
      where g.id = (select t.grant_id from identity.oauth_token t where t.token_hash = $1) for no key update`,
    [tokenHash],
  );
  const token = row && (await readToken(tx, tokenHash));
  return row && token && { grant: grantOf(row), token };
}

export type IssuedToken = {
  readonly kind: "access" | "refresh";
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
};

async function readToken(tx: Queryable, tokenHash: Buffer): Promise<IssuedToken | null> {
  const row = await tx.maybe<{ kind: "access" | "refresh"; expires_at: Instant; used_at: Instant | null }>(
    "select kind, expires_at, used_at from identity.oauth_token where token_hash = $1",
    [tokenHash],
  );
  return row && { kind: row.kind, expiresAt: row.expires_at, usedAt: row.used_at };
}

export type NewIssuedToken = {
  readonly tokenHash: Buffer;
  readonly kind: "access" | "refresh";
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant;
};

/** Adds tokens to a family, and notes that it was used. */
export async function insertTokens(
  tx: Queryable,
  grant: Id<"grant">,
  tokens: readonly NewIssuedToken[],
  now: Instant,
): Promise<void> {
  for (const { tokenHash, kind, scopes, expiresAt } of tokens) {
    await tx.query(
      `insert into identity.oauth_token (token_hash, grant_id, kind, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [tokenHash, uuidOf(grant), kind, scopes, timestamp(now), timestamp(expiresAt)],
    );
  }
  await tx.query(
    "update identity.oauth_grant set exchanged_at = coalesce(exchanged_at, $2), last_used_at = $2 where id = $1",
    [uuidOf(grant), timestamp(now)],
  );
}

export async function useRefreshToken(tx: Queryable, tokenHash: Buffer, now: Instant): Promise<void> {
  await tx.query("update identity.oauth_token set used_at = $2 where token_hash = $1", [tokenHash, timestamp(now)]);
}

export async function deleteToken(tx: Queryable, tokenHash: Buffer): Promise<void> {
  await tx.query("delete from identity.oauth_token where token_hash = $1", [tokenHash]);
}

/** False when it was revoked before, or is not that user's. */
export async function revokeGrantRow(
  tx: Queryable,
  id: Id<"grant">,
  user: UserId | null,
  now: Instant,
): Promise<boolean> {
  const row = await tx.maybe(
    `update identity.oauth_grant set revoked_at = $3, exchanged_at = coalesce(exchanged_at, $3)
      where id = $1 and ($2::uuid is null or user_id = $2) and revoked_at is null returning id`,
    [uuidOf(id), user && uuidOf(user), timestamp(now)],
  );
  return row !== null;
}

/** Whether somebody may still be spoken for. */
export async function isSuspended(db: Queryable, user: UserId): Promise<boolean> {
  const row = await db.maybe<{ suspended: boolean }>(
    `select suspended_at is not null as suspended from identity."user" where id = $1`,
    [uuidOf(user)],
  );
  return row?.suspended ?? true;
}

/** An access token that opens something, and what the person behind it may do at the moment. */
export type OpenAccess = {
  readonly grant: Id<"grant">;
  readonly user: UserId;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  readonly suspended: boolean;
};

/** Null too when grant or client is gone, or when the client's owner is suspended. */
export async function accessOfHash(db: Queryable, tokenHash: Buffer, now: Instant): Promise<OpenAccess | null> {
  const row = await db.maybe<{ id: string; user_id: string; roles: Role[]; scopes: string[]; suspended: boolean }>(
    `select g.id, g.user_id, u.roles, t.scopes, u.suspended_at is not null as suspended
       from identity.oauth_token t
       join identity.oauth_grant g on g.id = t.grant_id
       join identity.oauth_client c on c.id = g.client_id
       join identity."user" u on u.id = g.user_id
       join identity."user" o on o.id = c.owner_id
      where t.token_hash = $1 and t.kind = 'access' and t.expires_at > $2
        and g.revoked_at is null and c.deleted_at is null and o.suspended_at is null`,
    [tokenHash, timestamp(now)],
  );
  return (
    row && {
      grant: idOf("grant", row.id),
      user: idOf("user", row.user_id),
      roles: row.roles,
      scopes: scopesIn(row.scopes),
      suspended: row.suspended,
    }
  );
}

/** A grant as its giver sees it. */
export type GivenGrant = {
  readonly id: Id<"grant">;
  readonly client: Id<"oauthClient">;
  readonly clientName: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** Those that still open something or can be renewed, newest first. */
export async function grantsOf(db: Queryable, user: UserId, now: Instant): Promise<GivenGrant[]> {
  const rows = await db.query<Row & { name: string; created_at: Instant; last_used_at: Instant | null }>(
    `select ${COLUMNS}, c.name, g.created_at, g.last_used_at
       from identity.oauth_grant g join identity.oauth_client c on c.id = g.client_id
      where g.user_id = $1 and g.revoked_at is null and c.deleted_at is null
        and exists (select 1 from identity.oauth_token t
                     where t.grant_id = g.id and t.used_at is null and t.expires_at > $2)
      order by g.id desc limit 200`,
    [uuidOf(user), timestamp(now)],
  );
  return rows.map((row) => ({
    ...{ id: idOf("grant", row.id), client: idOf("oauthClient", row.client_id), clientName: row.name },
    ...{ scopes: scopesIn(row.scopes), createdAt: row.created_at, lastUsedAt: row.last_used_at },
  }));
}

/** Removes tokens that ended more than a day ago, and codes that nobody fetched. */
export async function purgeGrantRows(db: Queryable, before: Instant): Promise<void> {
  await db.query("delete from identity.oauth_token where expires_at < $1", [timestamp(before)]);
  await db.query("delete from identity.oauth_grant where exchanged_at is null and code_expires_at < $1", [
    timestamp(before),
  ]);
}

const grantOf = (row: Row): Grant => ({
  ...{ id: idOf("grant", row.id), client: idOf("oauthClient", row.client_id), user: idOf("user", row.user_id) },
  ...{ scopes: scopesIn(row.scopes), redirectUri: row.redirect_uri, challenge: row.challenge },
  ...{ codeExpiresAt: row.code_expires_at, exchangedAt: row.exchanged_at, revokedAt: row.revoked_at },
});
