import { type Id, idOf, makeId, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { plainArray, type Queryable, textArray, timestamp } from "#runtime/database";
import { newIdBeside, newRootId } from "#runtime/ids";
import { type EventType, isEventType } from "./catalogue.ts";

export type EventId = Id<"event">;

export type NewEvent = {
  readonly user: UserId;
  readonly type: EventType;
  readonly happenedAt: Instant;
  /** What made it, where that could be told twice. */
  readonly cause: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

export type StoredEvent = Omit<NewEvent, "cause"> & { readonly id: EventId };

/** Keeps events and queues each for those of its user's endpoints that want it; an event of a cause that is known is passed over. */
export async function addEvents(tx: Queryable, events: readonly NewEvent[], now: Instant): Promise<void> {
  if (events.length === 0) return;
  const wanted = await tx.query<{ event_id: string; endpoint_id: string }>(
    `with added as (
       insert into webhooks.event (id, user_id, type, happened_at, cause, data)
       select n.id, n.user_id, n.type, n.happened_at, n.cause, n.data::json
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])
              n(id, user_id, type, happened_at, cause, data)
       on conflict (user_id, cause) do nothing returning id, user_id, type)
     select added.id as event_id, e.id as endpoint_id
       from added join webhooks.endpoint e
         on e.user_id = added.user_id and e.off_because is null and (e.types is null or added.type = any (e.types))`,
    [
      plainArray(events.map(() => uuidOf(newRootId("event", now)))),
      plainArray(events.map(({ user }) => uuidOf(user))),
      textArray(events.map(({ type }) => type)),
      textArray(events.map(({ happenedAt }) => timestamp(happenedAt))),
      textArray(events.map(({ cause }) => cause)),
      textArray(events.map(({ data }) => JSON.stringify(data))),
    ],
  );
  if (wanted.length === 0) return;
  await tx.query(
    `insert into webhooks.delivery (id, endpoint_id, event_id, state, next_at)
     select n.id, n.endpoint_id, n.event_id, 'waiting', $4
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) n(id, endpoint_id, event_id)`,
    [
      plainArray(wanted.map(() => uuidOf(newRootId("webhookDelivery", now)))),
      plainArray(wanted.map(({ endpoint_id }) => endpoint_id)),
      plainArray(wanted.map(({ event_id }) => event_id)),
      timestamp(now),
    ],
  );
}

/** An event for one endpoint alone, whatever types that wants. */
export async function addTestEvent(
  tx: Queryable,
  user: UserId,
  endpoint: Id<"webhookEndpoint">,
  now: Instant,
): Promise<Id<"webhookDelivery">> {
  const event = newRootId("event", now);
  const delivery = newIdBeside("webhookDelivery", now, event);
  await tx.query(
    "insert into webhooks.event (id, user_id, type, happened_at, data) values ($1, $2, 'webhook.test', $3, $4)",
    [uuidOf(event), uuidOf(user), timestamp(now), JSON.stringify({ webhookEndpointId: endpoint })],
  );
  await tx.query(
    "insert into webhooks.delivery (id, endpoint_id, event_id, state, next_at) values ($1, $2, $3, 'waiting', $4)",
    [uuidOf(delivery), uuidOf(endpoint), uuidOf(event), timestamp(now)],
  );
  return delivery;
}

export type EventRow = {
  id: string;
  user_id: string;
  type: string;
  happened_at: Instant;
  data: Record<string, unknown>;
};

const COLUMNS = "id, user_id, type, happened_at, data";

export async function readEvent(db: Queryable, user: UserId, id: EventId): Promise<StoredEvent | null> {
  const row = await db.maybe<EventRow>(`select ${COLUMNS} from webhooks.event where id = $1 and user_id = $2`, [
    uuidOf(id),
    uuidOf(user),
  ]);
  return row && eventOf(row);
}

/** What a user was told, newest first. */
export async function listEvents(
  db: Queryable,
  user: UserId,
  types: readonly string[] | null,
  limit: number,
  beyond: EventId | null,
): Promise<StoredEvent[]> {
  const rows = await db.query<EventRow>(
    `select ${COLUMNS} from webhooks.event
      where user_id = $1 and ($2::text[] is null or type = any ($2)) and ($4::uuid is null or id < $4) order by id desc limit $3`,
    [uuidOf(user), types && textArray(types), limit, beyond && uuidOf(beyond)],
  );
  return rows.map(eventOf);
}

/** Removes events that were kept before a moment, with their deliveries; answers how many. */
export async function removeEventsBefore(db: Queryable, moment: Instant, most: number): Promise<number> {
  const oldest = makeId("event", moment, new Uint8Array(9), 0);
  const gone = await db.query(
    "delete from webhooks.event where id in (select id from webhooks.event where id < $1 limit $2) returning id",
    [uuidOf(oldest), most],
  );
  return gone.length;
}

export function eventOf(row: EventRow): StoredEvent {
  if (!isEventType(row.type)) throw new Error(`no event is called ${row.type}`);
  return {
    id: idOf("event", row.id),
    user: idOf("user", row.user_id),
    type: row.type,
    happenedAt: row.happened_at,
    data: row.data,
  };
}
