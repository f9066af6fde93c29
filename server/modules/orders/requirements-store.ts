import { type OrderId, shardOf, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** Keeps what the buyer of work wants to have made. */
export async function insertRequirements(tx: Queryable, order: OrderId, text: string): Promise<void> {
  await tx.query("insert into orders.requirements (shard, order_id, text) values ($1, $2, $3)", [
    ...[shardOf(order), uuidOf(order), text],
  ]);
}

/** Null where the buyer has said nothing. */
export async function requirementsOf(db: Queryable, order: OrderId): Promise<string | null> {
  const row = await db.maybe<{ text: string }>(
    "select text from orders.requirements where shard = $1 and order_id = $2",
    [shardOf(order), uuidOf(order)],
  );
  return row?.text ?? null;
}
