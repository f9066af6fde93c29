import { type DealId, idOf, type PaymentId, type RefundId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type RefundState = "requested" | "pending" | "succeeded" | "failed";

/** Null for money of a payment that is not ours: it goes back to whoever paid it, and nobody has a wallet for it. */
export type RefundOf = {
  readonly payment: PaymentId | null;
  readonly deal: DealId | null;
  readonly buyer: UserId | null;
  readonly foreignPayment: string | null;
};

export type Refund = RefundOf & {
  readonly id: RefundId;
  readonly gateway: string;
  readonly amount: Money;
  readonly source: "escrow" | "suspense";
  /** What is refunded, once: the deal, the capture that matched none, or what a chargeback left over. */
  readonly cause: string;
  readonly state: RefundState;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly requestedAt: Instant;
  readonly updatedAt: Instant;
};

type RefundRow = {
  id: string;
  payment_id: string | null;
  deal_id: string | null;
  buyer_id: string | null;
  foreign_payment: string | null;
  gateway: string;
  currency: Currency;
  amount: bigint;
  source: "escrow" | "suspense";
  cause: string;
  state: RefundState;
  reference: string | null;
  reason: string | null;
  requested_at: Instant;
  updated_at: Instant;
};

const REFUND =
  "id, payment_id, deal_id, buyer_id, foreign_payment, gateway, currency, amount, source, cause, state, reference, reason, requested_at, updated_at";

/** False when this cause is being refunded already. */
export async function insertRefund(tx: Queryable, refund: Refund): Promise<boolean> {
  const rows = await tx.query(
    `insert into payments.refund (shard, ${REFUND}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict do nothing returning id`,
    [
      shardOf(refund.id),
      uuidOf(refund.id),
      refund.payment && uuidOf(refund.payment),
      refund.deal && uuidOf(refund.deal),
      refund.buyer && uuidOf(refund.buyer),
      refund.foreignPayment,
      refund.gateway,
      refund.amount.currency,
      refund.amount.minor,
      refund.source,
      uuidOf(refund.cause),
      refund.state,
      refund.reference,
      refund.reason,
      timestamp(refund.requestedAt),
      timestamp(refund.updatedAt),
    ],
  );
  return rows.length === 1;
}

export async function readRefund(db: Queryable, id: RefundId): Promise<Refund | null> {
  const row = await db.maybe<RefundRow>(`select ${REFUND} from payments.refund where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && refundOf(row);
}

export async function refundsOfDeal(db: Queryable, deal: DealId): Promise<Refund[]> {
  const rows = await db.query<RefundRow>(
    `select ${REFUND} from payments.refund where shard = $1 and deal_id = $2 order by requested_at, id`,
    [shardOf(deal), uuidOf(deal)],
  );
  return rows.map(refundOf);
}

/** The refund of a cause, unchanged until the caller's transaction ends. */
export async function lockRefundOf(tx: Queryable, cause: string): Promise<Refund | null> {
  const row = await tx.maybe<RefundRow>(
    `select ${REFUND} from payments.refund where shard = $1 and cause = $2 and (state <> 'failed' or buyer_id is not null) for no key update`,
    [shardOf(cause), uuidOf(cause)],
  );
  return row && refundOf(row);
}

/** Refunds that have not ended, the oldest first. */
export async function refundsUnderWay(db: Queryable, most: number): Promise<Refund[]> {
  const rows = await db.query<RefundRow>(
    `select ${REFUND} from payments.refund where state in ('requested', 'pending') order by requested_at, id limit $1`,
    [most],
  );
  return rows.map(refundOf);
}

/** Moves a refund on; false when it is no longer where the caller saw it, so that each end is booked once. */
export async function setRefundState(
  tx: Queryable,
  refund: Refund,
  to: RefundState,
  { reference = null, reason = null }: { readonly reference?: string | null; readonly reason?: string | null },
  now: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `update payments.refund set state = $4, reference = coalesce($5, reference), reason = coalesce($6, reason), updated_at = $7
      where shard = $1 and id = $2 and state = $3 returning id`,
    [shardOf(refund.id), uuidOf(refund.id), refund.state, to, reference, reason, timestamp(now)],
  );
  return rows.length === 1;
}

/** A bank has taken a part of what was to be refunded: the rest is sent. */
export async function lessenRefund(tx: Queryable, refund: Refund, left: Money, now: Instant): Promise<void> {
  await tx.query(
    "update payments.refund set amount = $3, updated_at = $4 where shard = $1 and id = $2 and state = 'requested'",
    [shardOf(refund.id), uuidOf(refund.id), left.minor, timestamp(now)],
  );
}

const refundOf = (row: RefundRow): Refund => ({
  id: idOf("refund", row.id),
  payment: row.payment_id === null ? null : idOf("payment", row.payment_id),
  deal: row.deal_id === null ? null : idOf("deal", row.deal_id),
  buyer: row.buyer_id === null ? null : idOf("user", row.buyer_id),
  foreignPayment: row.foreign_payment,
  gateway: row.gateway,
  amount: money(row.amount, row.currency),
  source: row.source,
  cause: row.cause,
  state: row.state,
  reference: row.reference,
  reason: row.reason,
  requestedAt: row.requested_at,
  updatedAt: row.updated_at,
});
