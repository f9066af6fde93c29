import { type OrderId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, textArray, timestamp } from "#runtime/database";

/** Work as it was handed over, and what the buyer then wanted changed. */
export type Delivery = {
  readonly number: number;
  readonly message: string;
  readonly links: readonly string[];
  readonly deliveredAt: Instant;
  readonly changes: { readonly message: string; readonly at: Instant } | null;
};

/** The next delivery of an order, whose deal the caller holds; once per key. */
export async function insertDelivery(
  tx: Queryable,
  order: OrderId,
  { message, links, key }: Pick<Delivery, "message" | "links"> & { readonly key: string },
  now: Instant,
): Promise<void> {
  await tx.query(
    `insert into orders.delivery (shard, order_id, number, key, message, links, delivered_at)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from orders.delivery where shard = $1 and order_id = $2
     on conflict (shard, order_id, key) do nothing`,
    [shardOf(order), uuidOf(order), key, message, textArray(links), timestamp(now)],
  );
}

/** Writes to the last delivery what the buyer wants changed; once per key. */
export async function insertChanges(
  tx: Queryable,
  order: OrderId,
  { message, key }: { readonly message: string; readonly key: string },
  now: Instant,
): Promise<void> {
  await tx.query(
    `update orders.delivery set changes = $3, changes_at = $4, changes_key = $5
      where shard = $1 and order_id = $2 and changes is null
        and number = (select max(number) from orders.delivery where shard = $1 and order_id = $2)
        and not exists (select from orders.delivery where shard = $1 and order_id = $2 and changes_key = $5)`,
    [shardOf(order), uuidOf(order), message, timestamp(now), key],
  );
}

type Row = {
  number: number;
  message: string;
  links: string[];
  delivered_at: Instant;
  changes: string | null;
  changes_at: Instant | null;
};

export async function deliveriesOf(db: Queryable, order: OrderId): Promise<Delivery[]> {
  const rows = await db.query<Row>(
    `select number, message, links, delivered_at, changes, changes_at from orders.delivery
      where shard = $1 and order_id = $2 order by number`,
    [shardOf(order), uuidOf(order)],
  );
  return rows.map(({ number, message, links, delivered_at: deliveredAt, changes, changes_at: at }) => ({
    ...{ number, message, links, deliveredAt },
    changes: changes === null || at === null ? null : { message: changes, at },
  }));
}

/** Overwrites what somebody wrote as seller and as buyer. */
export async function eraseWords(tx: Queryable, person: UserId, erased: string): Promise<void> {
  await tx.query(
    `update orders.delivery d set message = $2, links = '{}' from orders."order" o
      where o.shard = d.shard and o.id = d.order_id and o.seller_id = $1`,
    [uuidOf(person), erased],
  );
  await tx.query(
    `update orders.delivery d set changes = $2 from orders."order" o
      where o.shard = d.shard and o.id = d.order_id and o.buyer_id = $1 and d.changes is not null`,
    [uuidOf(person), erased],
  );
}
