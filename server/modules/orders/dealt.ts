import { type OrderId, type UserId, uuidOf } from "@amana/core/ids";
import { readDeal } from "#modules/escrow";
import type { Queryable } from "#runtime/database";
import { readOrder } from "./store.ts";

/** Whether money has come into escrow for an order, wherever it is now. */
export async function orderWasPaid(db: Queryable, id: OrderId): Promise<boolean> {
  const order = await readOrder(db, id);
  const deal = order && (await readDeal(db, order.deal));
  return deal !== null && deal.escrow !== "pending";
}

/** Whether money is held between two people, or went from one to the other; what was called off does not count. */
export async function haveDealt(db: Queryable, one: UserId, other: UserId): Promise<boolean> {
  const rows = await db.query(
    `select from orders."order" where ((buyer_id = $1 and seller_id = $2) or (buyer_id = $2 and seller_id = $1))
        and status not in ('payment_pending', 'cancelled', 'failed') limit 1`,
    [uuidOf(one), uuidOf(other)],
  );
  return rows.length > 0;
}
