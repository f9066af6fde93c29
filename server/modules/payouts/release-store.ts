import { type DealId, idOf, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** A release as it was divided, once. */
export type Release = {
  readonly deal: DealId;
  readonly seller: UserId;
  readonly received: Money;
  readonly recovered: Money;
  readonly reserved: Money;
  /** When the reserved part comes to the wallet; null where nothing was reserved. */
  readonly reserveDueAt: Instant | null;
  readonly reserveReleasedAt: Instant | null;
  readonly releasedAt: Instant;
};

type Row = {
  deal_id: string;
  seller_id: string;
  currency: Currency;
  received: bigint;
  recovered: bigint;
  reserved: bigint;
  reserve_due_at: Instant | null;
  reserve_released_at: Instant | null;
  released_at: Instant;
};

/** False when this deal's release has been divided before. */
export async function insertRelease(tx: Queryable, release: Release): Promise<boolean> {
  const rows = await tx.query(
    `insert into payouts.release (shard, deal_id, seller_id, currency, received, recovered, reserved, reserve_due_at, released_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (shard, deal_id) do nothing returning deal_id`,
    [
      shardOf(release.deal),
      uuidOf(release.deal),
      uuidOf(release.seller),
      release.received.currency,
      release.received.minor,
      release.recovered.minor,
      release.reserved.minor,
      release.reserveDueAt && timestamp(release.reserveDueAt),
      timestamp(release.releasedAt),
    ],
  );
  return rows.length === 1;
}

export async function readRelease(db: Queryable, deal: DealId): Promise<Release | null> {
  const row = await db.maybe<Row>(
    `select deal_id, seller_id, currency, received, recovered, reserved, reserve_due_at, reserve_released_at, released_at
       from payouts.release where shard = $1 and deal_id = $2`,
    [shardOf(deal), uuidOf(deal)],
  );
  return row && releaseOf(row);
}

/** What a seller's other releases still hold in reserve. */
export async function heldBeside(db: Queryable, { deal, seller, reserved }: Release): Promise<bigint> {
  const { held } = await db.one<{ held: bigint }>(
    `select coalesce(sum(reserved), 0)::bigint as held from payouts.release
      where shard = $1 and seller_id = $2 and currency = $3 and reserved > 0 and reserve_released_at is null and deal_id <> $4`,
    [shardOf(seller), uuidOf(seller), reserved.currency, uuidOf(deal)],
  );
  return held;
}

/** False when it has been released before. */
export async function markReserveReleased(
  tx: Queryable,
  { deal }: Release,
  released: bigint,
  now: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `update payouts.release set reserve_released_at = $3, reserve_released = $4
      where shard = $1 and deal_id = $2 and reserve_released_at is null returning deal_id`,
    [shardOf(deal), uuidOf(deal), timestamp(now), released],
  );
  return rows.length === 1;
}

const releaseOf = (row: Row): Release => ({
  deal: idOf("deal", row.deal_id),
  seller: idOf("user", row.seller_id),
  received: money(row.received, row.currency),
  recovered: money(row.recovered, row.currency),
  reserved: money(row.reserved, row.currency),
  reserveDueAt: row.reserve_due_at,
  reserveReleasedAt: row.reserve_released_at,
  releasedAt: row.released_at,
});
