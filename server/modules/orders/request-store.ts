import { idOf, type OrderId, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** The next number that people read out: ORD, the year, six digits. */
export async function nextNumber(tx: Queryable, now: Instant): Promise<string> {
  const { number } = await tx.one<{ number: string }>(
    "select 'ORD-' || to_char($1::timestamptz at time zone 'UTC', 'YYYY') || '-' || lpad(nextval('orders.order_number')::text, 6, '0') as number",
    [timestamp(now)],
  );
  return number;
}

/** The order that a buyer's key has placed already. */
export async function orderOfRequest(tx: Queryable, buyer: UserId, key: string): Promise<OrderId | null> {
  const row = await tx.maybe<{ order_id: string }>(
    "select order_id from orders.request where buyer_id = $1 and key = $2",
    [uuidOf(buyer), key],
  );
  return row && idOf("order", row.order_id);
}

/** Takes the buyer's key for a new order; answers with the order that took it at the same moment, if one did. */
export async function claimRequest(tx: Queryable, buyer: UserId, key: string, order: OrderId): Promise<OrderId | null> {
  await tx.query("insert into orders.request (buyer_id, key, order_id) values ($1, $2, $3) on conflict do nothing", [
    uuidOf(buyer),
    key,
    uuidOf(order),
  ]);
  const claimed = await orderOfRequest(tx, buyer, key);
  return claimed === order ? null : claimed;
}
