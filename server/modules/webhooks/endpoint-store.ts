import { randomUUID } from "node:crypto";
import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, textArray, timestamp } from "#runtime/database";
import { type Keyring, placeIn, type SealedColumn, seal, unseal } from "#runtime/secrets";
import { type EventType, isEventType } from "./catalogue.ts";

export type EndpointId = Id<"webhookEndpoint">;

/** Why nothing is sent: its owner wants it so, it answered 410, or it has failed for days. */
export type OffBecause = "owner" | "gone" | "failing";

export type Endpoint = {
  readonly id: EndpointId;
  readonly user: UserId;
  readonly url: string;
  readonly description: string | null;
  /** Null: all, also those that come to be. */
  readonly types: readonly EventType[] | null;
  readonly offBecause: OffBecause | null;
  readonly offAt: Instant | null;
  readonly failingSince: Instant | null;
  readonly madeAt: Instant;
  /** The last moment at which a secret before the current one still signs. */
  readonly oldSecretUntil: Instant | null;
};

type Row = {
  id: string;
  user_id: string;
  url: string;
  description: string | null;
  types: string[] | null;
  off_because: OffBecause | null;
  off_at: Instant | null;
  failing_since: Instant | null;
  made_at: Instant;
  old_until: Instant | null;
};

const COLUMNS = `id, user_id, url, description, types, off_because, off_at, failing_since, made_at,
  (select max(until) from webhooks.secret where endpoint_id = endpoint.id) as old_until`;

export type NewEndpoint = Pick<Endpoint, "id" | "user" | "url" | "description" | "types" | "madeAt"> & {
  readonly requestKey: string | null;
};

export async function insertEndpoint(tx: Queryable, endpoint: NewEndpoint): Promise<void> {
  const { id, user, url, description, types, madeAt, requestKey } = endpoint;
  await tx.query(
    "insert into webhooks.endpoint (id, user_id, url, description, types, made_at, request_key) values ($1, $2, $3, $4, $5, $6, $7)",
    [uuidOf(id), uuidOf(user), url, description, types && textArray(types), timestamp(madeAt), requestKey],
  );
}

/** Null for one that is somebody else's. */
export async function readEndpoint(db: Queryable, user: UserId, id: EndpointId): Promise<Endpoint | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from webhooks.endpoint where id = $1 and user_id = $2`, [
    uuidOf(id),
    uuidOf(user),
  ]);
  return row && endpointOf(row);
}

/** As `readEndpoint`, with its lock: nobody changes, claims or ends what waits for it meanwhile. */
export async function lockEndpoint(tx: Queryable, user: UserId, id: EndpointId): Promise<Endpoint | null> {
  const row = await tx.maybe<Row>(
    `select ${COLUMNS} from webhooks.endpoint where id = $1 and user_id = $2 for no key update`,
    [uuidOf(id), uuidOf(user)],
  );
  return row && endpointOf(row);
}

export async function endpointMadeBy(db: Queryable, user: UserId, requestKey: string): Promise<Endpoint | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from webhooks.endpoint where user_id = $1 and request_key = $2`, [
    uuidOf(user),
    requestKey,
  ]);
  return row && endpointOf(row);
}

/** Newest first. */
export async function listEndpoints(
  db: Queryable,
  user: UserId,
  limit: number,
  beyond: EndpointId | null,
): Promise<Endpoint[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from webhooks.endpoint where user_id = $1 and ($3::uuid is null or id < $3) order by id desc limit $2`,
    [uuidOf(user), limit, beyond && uuidOf(beyond)],
  );
  return rows.map(endpointOf);
}

/** Counts under a lock of the user's own, so that two at once are counted one after the other. */
export async function countEndpoints(tx: Queryable, user: UserId): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`webhooks:${user}`]);
  const { count } = await tx.one<{ count: number }>(
    "select count(*)::int as count from webhooks.endpoint where user_id = $1",
    [uuidOf(user)],
  );
  return count;
}

export async function saveEndpoint(tx: Queryable, endpoint: Endpoint): Promise<void> {
  const { id, url, description, types, offBecause, offAt, failingSince } = endpoint;
  await tx.query(
    `update webhooks.endpoint set url = $2, description = $3, types = $4, off_because = $5, off_at = $6, failing_since = $7
      where id = $1`,
    [
      uuidOf(id),
      url,
      description,
      types && textArray(types),
      offBecause,
      offAt && timestamp(offAt),
      failingSince && timestamp(failingSince),
    ],
  );
}

export async function removeEndpoint(tx: Queryable, id: EndpointId): Promise<void> {
  await tx.query("delete from webhooks.endpoint where id = $1", [uuidOf(id)]);
}

/** What deliveries are signed with. */
export const WEBHOOK_SECRETS = {
  name: "webhooks.secret:sealed",
  table: "webhooks.secret",
  column: "sealed",
  key: "id",
  rowId: (uuid: string): string => uuid,
} as const satisfies SealedColumn;

const placeOf = (secret: string): string => placeIn(WEBHOOK_SECRETS, secret);

/** The caller's key under which it was made, or null. */
export async function insertSecret(
  tx: Queryable,
  keys: Keyring,
  secret: { readonly endpoint: EndpointId; readonly text: string; readonly requestKey: string | null },
  now: Instant,
): Promise<void> {
  const id = randomUUID();
  await tx.query(
    "insert into webhooks.secret (id, endpoint_id, sealed, request_key, made_at) values ($1, $2, $3, $4, $5)",
    [id, uuidOf(secret.endpoint), seal(keys, placeOf(id), secret.text), secret.requestKey, timestamp(now)],
  );
}

/** The current secret signs until then beside the one that takes its place; those that no longer sign are removed. */
export async function retireSecret(tx: Queryable, endpoint: EndpointId, until: Instant, now: Instant): Promise<void> {
  await tx.query("delete from webhooks.secret where endpoint_id = $1 and until <= $2", [
    uuidOf(endpoint),
    timestamp(now),
  ]);
  await tx.query("update webhooks.secret set until = $2 where endpoint_id = $1 and until is null", [
    uuidOf(endpoint),
    timestamp(until),
  ]);
}

type SecretRow = { id: string; sealed: Buffer; made_at: Instant };

/** More would make the header too long for some receivers: who rotates oftener in a day shortens the overlap. */
const MOST_SIGNATURES = 5;

/** The secrets that sign now, the current one first. */
export async function secretsOf(db: Queryable, keys: Keyring, endpoint: EndpointId, now: Instant): Promise<string[]> {
  const rows = await db.query<SecretRow>(
    `select id, sealed, made_at from webhooks.secret where endpoint_id = $1 and (until is null or until > $2)
      order by until desc nulls first, made_at desc limit ${MOST_SIGNATURES}`,
    [uuidOf(endpoint), timestamp(now)],
  );
  return rows.map(({ id, sealed }) => unseal(keys, placeOf(id), sealed));
}

export type MadeSecret = { readonly text: string; readonly madeAt: Instant };

/** The secret that was made under a caller's key, for a request that is repeated because its answer was lost. */
export async function secretMadeBy(
  db: Queryable,
  keys: Keyring,
  endpoint: EndpointId,
  requestKey: string,
): Promise<MadeSecret | null> {
  const row = await db.maybe<SecretRow>(
    "select id, sealed, made_at from webhooks.secret where endpoint_id = $1 and request_key = $2",
    [uuidOf(endpoint), requestKey],
  );
  return row && { text: unseal(keys, placeOf(row.id), row.sealed), madeAt: row.made_at };
}

function endpointOf(row: Row): Endpoint {
  return {
    id: idOf("webhookEndpoint", row.id),
    user: idOf("user", row.user_id),
    url: row.url,
    description: row.description,
    types: row.types?.filter(isEventType) ?? null,
    offBecause: row.off_because,
    offAt: row.off_at,
    failingSince: row.failing_since,
    madeAt: row.made_at,
    oldSecretUntil: row.old_until,
  };
}
