import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, type Tx, timestamp } from "#runtime/database";
import { newRootId } from "#runtime/ids";
import { type Keyring, placeIn, type SealedColumn, seal, unseal } from "#runtime/secrets";
import type { BrowserKeys } from "#runtime/web-push";

export type PushSubscriptionId = Id<"pushSubscription">;

export type PushSubscription = {
  readonly id: PushSubscriptionId;
  readonly user: UserId;
  readonly endpoint: string;
  readonly madeAt: Instant;
  /** When a push service last took something for it. */
  readonly deliveredAt: Instant | null;
};

/** Whoever uses more browsers than that has the oldest ones told no more. */
export const MOST_SUBSCRIPTIONS = 10;

/** What messages for a browser are sealed with. */
export const PUSH_KEYS = {
  name: "notifications.push_subscription:keys",
  table: "notifications.push_subscription",
  column: "keys",
  key: "id",
  rowId: (uuid: string): string => idOf("pushSubscription", uuid),
} as const satisfies SealedColumn;

type Row = { id: string; user_id: string; endpoint: string; made_at: Instant; delivered_at: Instant | null };
const COLUMNS = "id, user_id, endpoint, made_at, delivered_at";

/** A browser that was another's is now this one's; one that comes again keeps its id. */
export async function saveSubscription(
  tx: Tx,
  keyring: Keyring,
  wish: { readonly user: UserId; readonly endpoint: string; readonly keys: BrowserKeys },
  now: Instant,
): Promise<PushSubscription> {
  const { user, endpoint } = wish;
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`push:${endpoint}`]);
  await tx.query("delete from notifications.push_subscription where endpoint = $1 and user_id <> $2", [
    endpoint,
    uuidOf(user),
  ]);
  const known = await tx.maybe<{ id: string }>("select id from notifications.push_subscription where endpoint = $1", [
    endpoint,
  ]);
  const id = known ? idOf("pushSubscription", known.id) : newRootId("pushSubscription", now);
  const sealed = seal(keyring, placeIn(PUSH_KEYS, id), textOf(wish.keys));
  const row = await tx.one<Row>(
    `insert into notifications.push_subscription (id, user_id, endpoint, keys, made_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set keys = excluded.keys returning ${COLUMNS}`,
    [uuidOf(id), uuidOf(user), endpoint, sealed, timestamp(now)],
  );
  await tx.query(
    `delete from notifications.push_subscription where id in (select id from notifications.push_subscription
      where user_id = $1 order by made_at desc, id desc offset $2)`,
    [uuidOf(user), MOST_SUBSCRIPTIONS],
  );
  return subscriptionOf(row);
}

export async function subscriptionsOf(db: Queryable, user: UserId): Promise<PushSubscription[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from notifications.push_subscription where user_id = $1 order by made_at desc, id desc`,
    [uuidOf(user)],
  );
  return rows.map(subscriptionOf);
}

export async function readSubscription(
  db: Queryable,
  keyring: Keyring,
  id: PushSubscriptionId,
): Promise<(PushSubscription & { readonly keys: BrowserKeys }) | null> {
  const row = await db.maybe<Row & { keys: Buffer }>(
    `select ${COLUMNS}, keys from notifications.push_subscription where id = $1`,
    [uuidOf(id)],
  );
  return row && { ...subscriptionOf(row), keys: keysIn(unseal(keyring, placeIn(PUSH_KEYS, id), row.keys)) };
}

export async function markDelivered(db: Queryable, id: PushSubscriptionId, now: Instant): Promise<void> {
  await db.query("update notifications.push_subscription set delivered_at = $2 where id = $1", [
    uuidOf(id),
    timestamp(now),
  ]);
}

/** Whether it was there, and theirs where a person is named. */
export async function removeSubscription(
  db: Queryable,
  id: PushSubscriptionId,
  user: UserId | null = null,
): Promise<boolean> {
  const row = await db.maybe(
    "delete from notifications.push_subscription where id = $1 and ($2::uuid is null or user_id = $2) returning id",
    [uuidOf(id), user && uuidOf(user)],
  );
  return row !== null;
}

const subscriptionOf = (row: Row): PushSubscription => ({
  id: idOf("pushSubscription", row.id),
  user: idOf("user", row.user_id),
  endpoint: row.endpoint,
  madeAt: row.made_at,
  deliveredAt: row.delivered_at,
});

const textOf = ({ p256dh, auth }: BrowserKeys): string =>
  [p256dh, auth].map((bytes) => Buffer.from(bytes).toString("base64url")).join(" ");

function keysIn(text: string): BrowserKeys {
  const [p256dh = "", auth = ""] = text.split(" ");
  return { p256dh: Buffer.from(p256dh, "base64url"), auth: Buffer.from(auth, "base64url") };
}
