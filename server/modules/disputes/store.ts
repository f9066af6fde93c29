import type { ClaimKind, DisputeProblem } from "@amana/core/dispute";
import { type DealId, type Id, idOf, type OrderId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type Side = "buyer" | "seller";
export type DisputeId = Id<"dispute">;

/** What is asked for; the amount in minor units of the order, where a part is. */
export type Claim = { readonly kind: ClaimKind; readonly amount: number | null; readonly text: string };

export type Dispute = {
  readonly id: DisputeId;
  readonly order: OrderId;
  readonly deal: DealId;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly raisedBy: Side;
  readonly problem: DisputeProblem;
  readonly claims: readonly Claim[];
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly arbiter: UserId | null;
  readonly takenAt: Instant | null;
  readonly appealedBy: Side | null;
  readonly appealedAt: Instant | null;
};

type Row = {
  id: string;
  order_id: string;
  deal_id: string;
  buyer_id: string;
  seller_id: string;
  raised_by: Side;
  problem: DisputeProblem;
  claims: Claim[];
  opened_at: Instant;
  closed_at: Instant | null;
  closed_by: string | null;
  arbiter_id: string | null;
  taken_at: Instant | null;
  appealed_by: Side | null;
  appealed_at: Instant | null;
};

const COLUMNS = `id, order_id, deal_id, buyer_id, seller_id, raised_by, problem, claims, opened_at, closed_at, closed_by, arbiter_id, taken_at,
  appealed_by, appealed_at`;

export async function insertDispute(tx: Queryable, dispute: Dispute): Promise<void> {
  await tx.query(
    `insert into disputes.dispute (shard, id, order_id, deal_id, buyer_id, seller_id, raised_by, problem, claims, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      shardOf(dispute.id),
      uuidOf(dispute.id),
      uuidOf(dispute.order),
      uuidOf(dispute.deal),
      uuidOf(dispute.buyer),
      uuidOf(dispute.seller),
      dispute.raisedBy,
      dispute.problem,
      JSON.stringify(dispute.claims),
      timestamp(dispute.openedAt),
    ],
  );
}

export async function readDispute(db: Queryable, id: DisputeId): Promise<Dispute | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from disputes.dispute where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && disputeOf(row);
}

/** With its lock: what is said in a dispute is said one after the other. */
export async function lockDispute(tx: Queryable, id: DisputeId): Promise<Dispute | null> {
  const row = await tx.maybe<Row>(
    `select ${COLUMNS} from disputes.dispute where shard = $1 and id = $2 for no key update`,
    [shardOf(id), uuidOf(id)],
  );
  return row && disputeOf(row);
}

/** The one that is not closed; a deal has one at most. */
export async function openDisputeOf(db: Queryable, deal: DealId): Promise<Dispute | null> {
  const row = await db.maybe<Row>(
    `select ${COLUMNS} from disputes.dispute where shard = $1 and deal_id = $2 and closed_at is null`,
    [shardOf(deal), uuidOf(deal)],
  );
  return row && disputeOf(row);
}

export type Beyond = { readonly openedAt: Instant; readonly id: DisputeId } | null;

/** The newest first, after one of the page before. */
export async function disputesOf(
  db: Queryable,
  person: UserId,
  { open, order }: { readonly open: boolean | null; readonly order: OrderId | null },
  limit: number,
  beyond: Beyond,
): Promise<Dispute[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from disputes.dispute
      where (buyer_id = $1 or seller_id = $1) and ($2::boolean is null or (closed_at is null) = $2)
        and ($3::timestamptz is null or (opened_at, id) < ($3, $4::uuid)) and ($6::uuid is null or order_id = $6)
      order by opened_at desc, id desc limit $5`,
    [
      ...[uuidOf(person), open, beyond && timestamp(beyond.openedAt), beyond && uuidOf(beyond.id), limit],
      order && uuidOf(order),
    ],
  );
  return rows.map(disputeOf);
}

/** What staff have to look at, the oldest first. */
export async function openDisputes(
  db: Queryable,
  arbiter: UserId | null,
  limit: number,
  beyond: Beyond,
): Promise<Dispute[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from disputes.dispute
      where closed_at is null and ($1::uuid is null or arbiter_id = $1)
        and ($2::timestamptz is null or (opened_at, id) > ($2, $3::uuid))
      order by opened_at, id limit $4`,
    [arbiter && uuidOf(arbiter), beyond && timestamp(beyond.openedAt), beyond && uuidOf(beyond.id), limit],
  );
  return rows.map(disputeOf);
}

export async function saveArbiter(
  tx: Queryable,
  { id }: Pick<Dispute, "id">,
  arbiter: UserId | null,
  now: Instant,
): Promise<void> {
  await tx.query("update disputes.dispute set arbiter_id = $3, taken_at = $4 where shard = $1 and id = $2", [
    shardOf(id),
    uuidOf(id),
    arbiter && uuidOf(arbiter),
    arbiter && timestamp(now),
  ]);
}

/** Somebody else looks at it now: nobody has it yet. */
export async function saveAppeal(tx: Queryable, { id }: Pick<Dispute, "id">, by: Side, now: Instant): Promise<void> {
  await tx.query(
    `update disputes.dispute set appealed_by = $3, appealed_at = $4, arbiter_id = null, taken_at = null where shard = $1 and id = $2`,
    [shardOf(id), uuidOf(id), by, timestamp(now)],
  );
}

export async function closeDispute(
  tx: Queryable,
  { id }: Pick<Dispute, "id">,
  by: string,
  now: Instant,
): Promise<void> {
  await tx.query("update disputes.dispute set closed_at = $3, closed_by = $4 where shard = $1 and id = $2", [
    shardOf(id),
    uuidOf(id),
    timestamp(now),
    by,
  ]);
}

const disputeOf = (row: Row): Dispute => ({
  id: idOf("dispute", row.id),
  order: idOf("order", row.order_id),
  deal: idOf("deal", row.deal_id),
  buyer: idOf("user", row.buyer_id),
  seller: idOf("user", row.seller_id),
  raisedBy: row.raised_by,
  problem: row.problem,
  claims: row.claims,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  arbiter: row.arbiter_id === null ? null : idOf("user", row.arbiter_id),
  takenAt: row.taken_at,
  appealedBy: row.appealed_by,
  appealedAt: row.appealed_at,
});
