import { type DealId, type Id, idOf, type OrderId, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type PurchaseId = Id<"purchase">;

/** Orders that were placed at once, one for each seller. */
export type Purchase = {
  readonly id: PurchaseId;
  readonly buyer: UserId;
  readonly total: Money;
  readonly placedAt: Instant;
  readonly orders: readonly { readonly order: OrderId; readonly deal: DealId }[];
};

type Row = { id: string; buyer_id: string; currency: Currency; total: bigint; placed_at: Instant };

const PURCHASE = "id, buyer_id, currency, total, placed_at";

export async function insertPurchase(tx: Queryable, purchase: Purchase, key: string): Promise<void> {
  await tx.query(`insert into carts.purchase (${PURCHASE}, request_key) values ($1, $2, $3, $4, $5, $6)`, [
    ...[uuidOf(purchase.id), uuidOf(purchase.buyer), purchase.total.currency, purchase.total.minor],
    ...[timestamp(purchase.placedAt), key],
  ]);
  for (const [position, { order, deal }] of purchase.orders.entries())
    await tx.query("insert into carts.bought (purchase_id, position, order_id, deal_id) values ($1, $2, $3, $4)", [
      ...[uuidOf(purchase.id), position, uuidOf(order), uuidOf(deal)],
    ]);
}

export async function readPurchase(db: Queryable, id: PurchaseId): Promise<Purchase | null> {
  const row = await db.maybe<Row>(`select ${PURCHASE} from carts.purchase where id = $1`, [uuidOf(id)]);
  return row && (await purchaseOf(db, row));
}

/** What a buyer's key has bought already. */
export async function purchaseOfRequest(db: Queryable, buyer: UserId, key: string): Promise<Purchase | null> {
  const row = await db.maybe<Row>(`select ${PURCHASE} from carts.purchase where buyer_id = $1 and request_key = $2`, [
    uuidOf(buyer),
    key,
  ]);
  return row && (await purchaseOf(db, row));
}

/** The purchase that a deal belongs to; null where it was bought alone. */
export async function purchaseOfDeal(db: Queryable, deal: DealId): Promise<Purchase | null> {
  const row = await db.maybe<Row>(
    `select p.id, p.buyer_id, p.currency, p.total, p.placed_at
       from carts.bought b join carts.purchase p on p.id = b.purchase_id where b.deal_id = $1`,
    [uuidOf(deal)],
  );
  return row && (await purchaseOf(db, row));
}

/** The last that was shown. */
export type Passed = { readonly id: PurchaseId; readonly placedAt: Instant };

/** A buyer's purchases, the last first; only those that have one of the orders, where some are named. */
export async function listPurchases(
  db: Queryable,
  asked: { readonly buyer: UserId; readonly having: readonly OrderId[] | null; readonly limit: number },
  beyond: Passed | null,
): Promise<Purchase[]> {
  const rows = await db.query<Row & { orders: string[]; deals: string[] }>(
    `select p.id, p.buyer_id, p.currency, p.total, p.placed_at, b.orders, b.deals
       from carts.purchase p
       cross join lateral (select array_agg(order_id order by position) as orders,
                                  array_agg(deal_id order by position) as deals
                             from carts.bought where purchase_id = p.id) b
      where p.buyer_id = $1 and ($2::uuid[] is null or p.id in (select purchase_id from carts.bought where order_id = any ($2)))
        and ($3::timestamptz is null or (p.placed_at, p.id) < ($3, $4::uuid))
      order by p.placed_at desc, p.id desc limit $5`,
    [
      ...[uuidOf(asked.buyer), asked.having?.map(uuidOf) ?? null],
      ...[beyond && timestamp(beyond.placedAt), beyond && uuidOf(beyond.id), asked.limit],
    ],
  );
  return rows.map((row) => ({
    ...bareOf(row),
    orders: row.orders.map((order, at) => ({ order: idOf("order", order), deal: idOf("deal", row.deals[at] ?? "") })),
  }));
}

const bareOf = (row: Row): Omit<Purchase, "orders"> => ({
  id: idOf("purchase", row.id),
  buyer: idOf("user", row.buyer_id),
  total: money(row.total, row.currency),
  placedAt: row.placed_at,
});

async function purchaseOf(db: Queryable, row: Row): Promise<Purchase> {
  const bought = await db.query<{ order_id: string; deal_id: string }>(
    "select order_id, deal_id from carts.bought where purchase_id = $1 order by position",
    [row.id],
  );
  return {
    ...bareOf(row),
    orders: bought.map((one) => ({ order: idOf("order", one.order_id), deal: idOf("deal", one.deal_id) })),
  };
}
