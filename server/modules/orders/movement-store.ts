import { shardOf, uuidOf } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Order } from "./store.ts";

/** How the money of an order may move. */
export const MOVEMENTS = ["fund", "release", "refund", "settle", "chargeback"] as const;
export type MovementKind = (typeof MOVEMENTS)[number];

type Movement = {
  readonly kind: MovementKind;
  readonly buyerReceives: Money;
  readonly sellerReceives: Money;
  readonly at: number;
};

/** Written once; told again, it changes nothing. */
export async function insertMovement(tx: Queryable, order: Order, movement: Movement): Promise<void> {
  const { id, buyer, seller, terms } = order;
  await tx.query(
    `insert into orders.movement
       (shard, order_id, kind, buyer_id, seller_id, order_kind, currency, total, promised, to_buyer, to_seller, moved_at, held_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
       (select f.moved_at from orders.movement f where f.shard = $1 and f.order_id = $2 and f.kind = 'fund'))
     on conflict do nothing`,
    [
      ...[shardOf(id), uuidOf(id), movement.kind, uuidOf(buyer), uuidOf(seller), order.kind],
      ...[terms.total.currency, terms.total.minor, terms.sellerReceives.minor],
      ...[movement.buyerReceives.minor, movement.sellerReceives.minor, timestamp(at(movement.at))],
    ],
  );
}
