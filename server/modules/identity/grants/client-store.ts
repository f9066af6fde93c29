import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** A program of somebody else's that asks people for some of their rights. */
export type Client = {
  readonly id: Id<"oauthClient">;
  readonly owner: UserId;
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** Null: a public client, on people's own devices. */
  readonly secretHash: Buffer | null;
  readonly createdAt: Instant;
};

type Row = {
  id: string;
  owner_id: string;
  name: string;
  redirect_uris: string[];
  secret_hash: Buffer | null;
  created_at: Instant;
};

const COLUMNS = "c.id, c.owner_id, c.name, c.redirect_uris, c.secret_hash, c.created_at";

export async function insertClient(tx: Queryable, client: Client): Promise<void> {
  const { id, owner, name, redirectUris, secretHash, createdAt } = client;
  await tx.query(
    `insert into identity.oauth_client (id, owner_id, name, redirect_uris, secret_hash, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [uuidOf(id), uuidOf(owner), name, redirectUris, secretHash, timestamp(createdAt)],
  );
}

export async function clientsOf(db: Queryable, owner: UserId): Promise<Client[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from identity.oauth_client c where c.owner_id = $1 and c.deleted_at is null order by c.id desc`,
    [uuidOf(owner)],
  );
  return rows.map(clientOf);
}

/** Null too when it was deleted or its owner is suspended: then it gets nothing any more. */
export async function readClient(db: Queryable, id: Id<"oauthClient">): Promise<Client | null> {
  const row = await db.maybe<Row>(
    `select ${COLUMNS} from identity.oauth_client c join identity."user" u on u.id = c.owner_id
      where c.id = $1 and c.deleted_at is null and u.suspended_at is null`,
    [uuidOf(id)],
  );
  return row && clientOf(row);
}

/** False when the user has no such client that is not deleted yet. */
export async function deleteClientRow(
  tx: Queryable,
  owner: UserId,
  id: Id<"oauthClient">,
  now: Instant,
): Promise<boolean> {
  const row = await tx.maybe(
    "update identity.oauth_client set deleted_at = $3 where id = $1 and owner_id = $2 and deleted_at is null returning id",
    [uuidOf(id), uuidOf(owner), timestamp(now)],
  );
  return row !== null;
}

const clientOf = (row: Row): Client => ({
  id: idOf("oauthClient", row.id),
  owner: idOf("user", row.owner_id),
  name: row.name,
  redirectUris: row.redirect_uris,
  secretHash: row.secret_hash,
  createdAt: row.created_at,
});
