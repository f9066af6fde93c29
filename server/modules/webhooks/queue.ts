import { randomUUID } from "node:crypto";
import { type Id, idOf, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Database, plainArray, type Queryable, timestamp } from "#runtime/database";
import { type EventRow, eventOf, type StoredEvent } from "./event-store.ts";

export type DeliveryId = Id<"webhookDelivery">;

/** A delivery that one sender has for itself until its lease ends. */
export type Claimed = {
  readonly id: DeliveryId;
  readonly lease: string;
  readonly endpoint: Id<"webhookEndpoint">;
  readonly url: string;
  /** Counted before the attempt, so that one that ends its process is seen to. */
  readonly tries: number;
  readonly event: StoredEvent;
};

/** `slow`: of endpoints that failed or took long last time. They are claimed apart, so that they hold up none of the others. */
export type ClaimRequest = {
  readonly slow: boolean;
  /** How many at most, and how many of them of one endpoint, those included that other senders have. */
  readonly room: number;
  readonly atOnce: number;
};

const LEASE_SECONDS = 60;

/** The endpoints first, locked, so that no two senders count the places of one at the same time; then what they have waiting. */
export const claimDue = (db: Database, { slow, room, atOnce }: ClaimRequest, now: Instant): Promise<Claimed[]> =>
  db.transaction(async (tx) => {
    if (room === 0) return [];
    const endpoints = await tx.query<{ id: string }>(WITH_SOMETHING_DUE, [timestamp(now), slow, room]);
    if (endpoints.length === 0) return [];
    const places = Math.max(1, Math.min(atOnce, Math.floor(room / endpoints.length)));
    const rows = await tx.query<ClaimedRow>(CLAIM, [
      randomUUID(),
      LEASE_SECONDS,
      plainArray(endpoints.map(({ id }) => id)),
      timestamp(now),
      places,
    ]);
    return rows.map(claimedOf).sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
  });

// From one endpoint with something waiting to the next by the index, however much waits for each.
const WITH_SOMETHING_DUE = `
  with recursive waiting(endpoint_id) as (
    (select endpoint_id from webhooks.delivery where state = 'waiting' order by endpoint_id limit 1)
    union all
    select (select d.endpoint_id from webhooks.delivery d
             where d.state = 'waiting' and d.endpoint_id > waiting.endpoint_id order by d.endpoint_id limit 1)
      from waiting where waiting.endpoint_id is not null)
  select e.id from webhooks.endpoint e join waiting on waiting.endpoint_id = e.id
   where e.off_because is null and e.slow = $2
     and exists (select from webhooks.delivery d
                  where d.endpoint_id = e.id and d.state = 'waiting' and d.next_at <= $1
                    and (d.leased_until is null or d.leased_until < clock_timestamp()))
   order by random() limit $3 for no key update of e skip locked`;

const CLAIM = `
  with chosen as materialized (
    select due.id from unnest($3::uuid[]) wanted(endpoint_id) cross join lateral (
      select w.id from webhooks.delivery w
       where w.endpoint_id = wanted.endpoint_id and w.state = 'waiting' and w.next_at <= $4
         and (w.leased_until is null or w.leased_until < clock_timestamp())
       order by w.next_at, w.event_id
       limit greatest(0, $5 - (select count(*) from webhooks.delivery l
                                where l.endpoint_id = wanted.endpoint_id and l.leased_until >= clock_timestamp()))) due)
  update webhooks.delivery d
     set lease = $1, leased_until = clock_timestamp() + make_interval(secs => $2), tries = d.tries + 1
    from chosen, webhooks.endpoint e, webhooks.event v
   where d.id = chosen.id and e.id = d.endpoint_id and v.id = d.event_id
  returning d.id as delivery_id, d.lease, d.endpoint_id, e.url, d.tries, v.id, v.user_id, v.type, v.happened_at, v.data`;

type ClaimedRow = EventRow & { delivery_id: string; lease: string; endpoint_id: string; url: string; tries: number };

const claimedOf = (row: ClaimedRow): Claimed => ({
  id: idOf("webhookDelivery", row.delivery_id),
  lease: row.lease,
  endpoint: idOf("webhookEndpoint", row.endpoint_id),
  url: row.url,
  tries: row.tries,
  event: eventOf(row),
});

/** Hands a claim back as if it had not been made: for a sender that stops. */
export async function giveBack(db: Queryable, { id, lease }: Claimed): Promise<void> {
  await db.query(
    "update webhooks.delivery set lease = null, leased_until = null, tries = tries - 1 where id = $1 and lease = $2",
    [uuidOf(id), lease],
  );
}

/** When something is to be sent next to an endpoint that is on, by the application's clock; null when nothing waits. */
export async function nextDelivery(db: Queryable): Promise<Instant | null> {
  const { at } = await db.one<{ at: Instant | null }>(
    `select min(d.next_at) as at from webhooks.delivery d join webhooks.endpoint e on e.id = d.endpoint_id
      where d.state = 'waiting' and e.off_because is null`,
  );
  return at;
}
