import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { plainArray, type Queryable, timestamp } from "#runtime/database";
import type { EventType } from "./catalogue.ts";
import type { EndpointId, OffBecause } from "./endpoint-store.ts";
import type { EventId } from "./event-store.ts";
import type { Claimed, DeliveryId } from "./queue.ts";

/** What became of one attempt. `delivered`: any 2xx; `refused`: any other answer. */
export const ATTEMPT_OUTCOMES = [
  "delivered",
  "refused",
  "timed_out",
  "no_connection",
  "address_refused",
  "not_sent",
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export type Attempt = {
  readonly at: Instant;
  readonly milliseconds: number;
  readonly outcome: AttemptOutcome;
  readonly status: number | null;
  readonly answer: string | null;
};

export const DELIVERY_STATES = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type Delivery = {
  readonly id: DeliveryId;
  readonly event: EventId;
  readonly type: EventType;
  readonly state: DeliveryState;
  readonly nextAt: Instant | null;
  readonly attempts: readonly (Attempt & { readonly number: number })[];
};

/** Who sends to it and how that has gone, with its lock; null when it was removed. */
export async function lockHealth(
  tx: Queryable,
  id: EndpointId,
): Promise<{ user: UserId; failingSince: Instant | null; slow: boolean; off: boolean } | null> {
  const row = await tx.maybe<{
    user_id: string;
    failing_since: Instant | null;
    slow: boolean;
    off_because: OffBecause | null;
  }>("select user_id, failing_since, slow, off_because from webhooks.endpoint where id = $1 for no key update", [
    uuidOf(id),
  ]);
  if (!row) return null;
  const { failing_since: failingSince, slow, off_because: off } = row;
  return { user: idOf("user", row.user_id), failingSince, slow, off: off !== null };
}

export async function saveHealth(
  tx: Queryable,
  id: EndpointId,
  { failingSince, slow }: { readonly failingSince: Instant | null; readonly slow: boolean },
): Promise<void> {
  await tx.query("update webhooks.endpoint set failing_since = $2, slow = $3 where id = $1", [
    uuidOf(id),
    failingSince && timestamp(failingSince),
    slow,
  ]);
}

/** Switches an endpoint off and ends what waits for it. */
export async function switchOff(tx: Queryable, id: EndpointId, because: OffBecause, now: Instant): Promise<void> {
  await tx.query("update webhooks.endpoint set off_because = $2, off_at = $3 where id = $1", [
    uuidOf(id),
    because,
    timestamp(now),
  ]);
  await failWaiting(tx, id);
}

export async function failWaiting(tx: Queryable, id: EndpointId): Promise<void> {
  await tx.query(
    `update webhooks.delivery set state = 'failed', next_at = null, lease = null, leased_until = null
      where endpoint_id = $1 and state = 'waiting'`,
    [uuidOf(id)],
  );
}

/** Writes what an attempt came to; false when the sender had lost its claim, which then changes nothing but the list of attempts. */
export async function endAttempt(
  tx: Queryable,
  { id, lease }: Claimed,
  attempt: Attempt,
  then: { readonly state: DeliveryState; readonly nextAt: Instant | null },
): Promise<boolean> {
  await tx.query(
    `insert into webhooks.attempt (delivery_id, number, at, milliseconds, outcome, status, answer)
     select $1, 1 + coalesce((select max(number) from webhooks.attempt where delivery_id = $1), 0), $2, $3, $4, $5, $6`,
    [uuidOf(id), timestamp(attempt.at), attempt.milliseconds, attempt.outcome, attempt.status, attempt.answer],
  );
  const mine = await tx.query(
    `update webhooks.delivery set state = $3, next_at = $4, lease = null, leased_until = null
      where id = $1 and lease = $2 returning id`,
    [uuidOf(id), lease, then.state, then.nextAt && timestamp(then.nextAt)],
  );
  return mine.length === 1;
}

/** Sends it once more, from the first pause on; nothing changes for one that is being sent. False for one that is not there. */
export async function sendAgain(tx: Queryable, endpoint: EndpointId, id: DeliveryId, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `update webhooks.delivery set
       state = 'waiting', tries = case when lease is null then 0 else tries end,
       next_at = case when lease is null then $3 else next_at end
      where id = $1 and endpoint_id = $2 returning id`,
    [uuidOf(id), uuidOf(endpoint), timestamp(now)],
  );
  return rows.length === 1;
}

type Row = { id: string; event_id: string; type: EventType; state: DeliveryState; next_at: Instant | null };
type AttemptRow = {
  delivery_id: string;
  number: number;
  at: Instant;
  milliseconds: number;
  outcome: AttemptOutcome;
  status: number | null;
  answer: string | null;
};

const COLUMNS = "d.id, d.event_id, v.type, d.state, d.next_at";

/** By the age of their events, newest first. */
export async function listDeliveries(
  db: Queryable,
  endpoint: EndpointId,
  limit: number,
  beyond: EventId | null,
): Promise<Delivery[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from webhooks.delivery d join webhooks.event v on v.id = d.event_id
      where d.endpoint_id = $1 and ($3::uuid is null or d.event_id < $3) order by d.event_id desc limit $2`,
    [uuidOf(endpoint), limit, beyond && uuidOf(beyond)],
  );
  return await withAttempts(db, rows);
}

export async function readDelivery(db: Queryable, endpoint: EndpointId, id: DeliveryId): Promise<Delivery | null> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from webhooks.delivery d join webhooks.event v on v.id = d.event_id
      where d.id = $1 and d.endpoint_id = $2`,
    [uuidOf(id), uuidOf(endpoint)],
  );
  return (await withAttempts(db, rows))[0] ?? null;
}

async function withAttempts(db: Queryable, rows: readonly Row[]): Promise<Delivery[]> {
  const attempts = await db.query<AttemptRow>(
    `select delivery_id, number, at, milliseconds, outcome, status, answer from webhooks.attempt
      where delivery_id = any ($1::uuid[]) order by delivery_id, number`,
    [plainArray(rows.map(({ id }) => id))],
  );
  return rows.map((row) => ({
    id: idOf("webhookDelivery", row.id),
    event: idOf("event", row.event_id),
    type: row.type,
    state: row.state,
    nextAt: row.next_at,
    attempts: attempts
      .filter(({ delivery_id }) => delivery_id === row.id)
      .map(({ delivery_id, ...attempt }) => attempt),
  }));
}
