import { idOf, type OrderId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { FileId } from "#modules/files";
import { type Queryable, textArray, timestamp } from "#runtime/database";

/** Work as it was handed over, and what the buyer then wanted changed. */
export type Delivery = {
  readonly number: number;
  readonly message: string;
  readonly links: readonly string[];
  readonly files: readonly FileId[];
  readonly deliveredAt: Instant;
  readonly changes: { readonly message: string; readonly at: Instant } | null;
};

/** The next delivery of an order, whose deal the caller holds; once per key. */
export async function insertDelivery(
  tx: Queryable,
  order: OrderId,
  { message, links, files, key }: Pick<Delivery, "message" | "links" | "files"> & { readonly key: string },
  now: Instant,
): Promise<void> {
  const made = await tx.maybe<{ number: number }>(
    `insert into orders.delivery (shard, order_id, number, key, message, links, delivered_at)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from orders.delivery where shard = $1 and order_id = $2
     on conflict (shard, order_id, key) do nothing returning number`,
    [shardOf(order), uuidOf(order), key, message, textArray(links), timestamp(now)],
  );
  if (!made) return;
  for (const [position, file] of files.entries())
    await tx.query(
      "insert into orders.delivery_file (shard, order_id, number, position, file_id) values ($1, $2, $3, $4, $5)",
      [shardOf(order), uuidOf(order), made.number, position, uuidOf(file)],
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
  files: string[] | null;
  delivered_at: Instant;
  changes: string | null;
  changes_at: Instant | null;
};

export async function deliveriesOf(db: Queryable, order: OrderId): Promise<Delivery[]> {
  const rows = await db.query<Row>(
    `select number, message, links, delivered_at, changes, changes_at,
       (select array_agg(f.file_id::text order by f.position) from orders.delivery_file f
         where f.shard = d.shard and f.order_id = d.order_id and f.number = d.number) as files
       from orders.delivery d where shard = $1 and order_id = $2 order by number`,
    [shardOf(order), uuidOf(order)],
  );
  return rows.map(({ number, message, links, files, delivered_at: deliveredAt, changes, changes_at: at }) => ({
    ...{ number, message, links, deliveredAt, files: (files ?? []).map((file) => idOf("file", file)) },
    changes: changes === null || at === null ? null : { message: changes, at },
  }));
}

/** Whether a file was handed over in an order of somebody's. */
export async function wasDelivered(db: Queryable, file: FileId, person: UserId): Promise<boolean> {
  const rows = await db.query(
    `select from orders.delivery_file f join orders."order" o on o.shard = f.shard and o.id = f.order_id
      where f.file_id = $1 and (o.buyer_id = $2 or o.seller_id = $2) limit 1`,
    [uuidOf(file), uuidOf(person)],
  );
  return rows.length > 0;
}

/** Overwrites what somebody wrote as seller and as buyer. */
export async function eraseWords(tx: Queryable, person: UserId, erased: string): Promise<void> {
  await tx.query(
    `update orders.delivery d set message = $2, links = '{}' from orders."order" o
      where o.shard = d.shard and o.id = d.order_id and o.seller_id = $1`,
    [uuidOf(person), erased],
  );
  await tx.query(
    `update orders.requirements r set text = $2 from orders."order" o
      where o.shard = r.shard and o.id = r.order_id and o.buyer_id = $1`,
    [uuidOf(person), erased],
  );
  await tx.query(
    `update orders.delivery d set changes = $2 from orders."order" o
      where o.shard = d.shard and o.id = d.order_id and o.buyer_id = $1 and d.changes is not null`,
    [uuidOf(person), erased],
  );
}
