import { type DealId, type Id, idOf, type PaymentId, type Shard, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { RefundState } from "./refund-store.ts";

export type CaptureId = Id<"capture">;

/** Money that a gateway says it has taken: for a payment of ours, or for one that we know nothing of. */
export type NewCapture = {
  readonly id: CaptureId;
  readonly gateway: string;
  readonly reference: string;
  readonly amount: Money;
  readonly capturedAt: Instant;
  readonly disposition: "escrow" | "suspense";
  readonly why: string | null;
} & CaptureOf;

type CaptureOf =
  | { readonly payment: PaymentId; readonly deal: DealId; readonly foreignPayment: null }
  | { readonly payment: null; readonly deal: null; readonly foreignPayment: string };

/** Once per the gateway's own number and deal: false when it was recorded before. */
export async function insertCapture(tx: Queryable, capture: NewCapture): Promise<boolean> {
  const rows = await tx.query(
    `insert into payments.capture (shard, id, payment_id, deal_id, foreign_payment, gateway, reference, currency, amount, captured_at, disposition, why)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
    [
      shardOf(capture.id),
      uuidOf(capture.id),
      capture.payment && uuidOf(capture.payment),
      capture.deal && uuidOf(capture.deal),
      capture.foreignPayment,
      capture.gateway,
      capture.reference,
      capture.amount.currency,
      capture.amount.minor,
      timestamp(capture.capturedAt),
      capture.disposition,
      capture.why,
    ],
  );
  return rows.length === 1;
}

export async function setSuspense(tx: Queryable, id: CaptureId, why: string): Promise<void> {
  await tx.query("update payments.capture set disposition = 'suspense', why = $3 where shard = $1 and id = $2", [
    shardOf(id),
    uuidOf(id),
    why,
  ]);
}

/** Of money that came in for several deals this row is about one of them alone. */
export async function setCaptured(tx: Queryable, id: CaptureId, amount: Money): Promise<void> {
  await tx.query("update payments.capture set amount = $3 where shard = $1 and id = $2", [
    shardOf(id),
    uuidOf(id),
    amount.minor,
  ]);
}

/** The payment whose money a deal holds, or held; null for one that was never paid. */
export async function fundedBy(db: Queryable, deal: DealId): Promise<PaymentId | null> {
  const row = await db.maybe<{ payment_id: string }>(
    "select payment_id from payments.capture where shard = $1 and deal_id = $2 and disposition = 'escrow'",
    [shardOf(deal), uuidOf(deal)],
  );
  return row && idOf("payment", row.payment_id);
}

export async function markOverdue(tx: Queryable, id: CaptureId, now: Instant): Promise<void> {
  await tx.query("update payments.capture set overdue_since = $3 where shard = $1 and id = $2", [
    shardOf(id),
    uuidOf(id),
    timestamp(now),
  ]);
}

/** Money in question, as it was written down for one deal. */
export type CaptureInQuestion = {
  readonly id: CaptureId;
  readonly deal: DealId;
  readonly amount: Money;
  readonly disposition: "escrow" | "suspense";
};

/** What a bank asks back: the capture of that number, or the one that funded the deals; as many rows as it is for deals. */
export async function capturesInQuestion(
  db: Queryable,
  payment: PaymentId,
  deals: readonly DealId[],
  reference: string | null,
): Promise<CaptureInQuestion[]> {
  type Row = Pick<SuspenseRow, "id" | "currency" | "amount"> & Pick<CaptureInQuestion, "disposition">;
  const rows = await db.query<Row & { deal_id: string; reference: string }>(
    `select c.id, c.deal_id, c.currency, c.amount, c.disposition, c.reference
       from unnest($1::smallint[], $2::uuid[]) d(shard, id) join payments.capture c on c.shard = d.shard and c.deal_id = d.id
      where c.payment_id = $3 and ($4::text is null or c.reference = $4) order by c.disposition, c.captured_at, c.deal_id`,
    [deals.map(shardOf), deals.map(uuidOf), uuidOf(payment), reference],
  );
  return rows
    .filter((row) => row.reference === rows[0]?.reference)
    .map((row) => ({
      id: idOf("capture", row.id),
      deal: idOf("deal", row.deal_id),
      amount: money(row.amount, row.currency),
      disposition: row.disposition,
    }));
}

export type SuspenseItem = {
  readonly id: CaptureId;
  readonly payment: PaymentId | null;
  readonly deal: DealId | null;
  readonly buyer: UserId | null;
  readonly foreignPayment: string | null;
  readonly gateway: string;
  readonly amount: Money;
  readonly why: string;
  readonly capturedAt: Instant;
  /** Since when it has waited for staff longer than it should. */
  readonly overdueSince: Instant | null;
  /** Of the refund that takes it out of suspense; null where nobody has asked for one. */
  readonly refund: { readonly id: string; readonly state: RefundState } | null;
};

type SuspenseRow = {
  id: string;
  payment_id: string | null;
  deal_id: string | null;
  buyer_id: string | null;
  foreign_payment: string | null;
  gateway: string;
  currency: Currency;
  amount: bigint;
  why: string | null;
  captured_at: Instant;
  overdue_since: Instant | null;
  refund_id: string | null;
  refund_state: RefundState | null;
};

const SUSPENSE = `select c.id, c.payment_id, c.deal_id, p.buyer_id, c.foreign_payment, c.gateway, c.currency, c.amount, c.why, c.captured_at, c.overdue_since,
    r.id as refund_id, r.state as refund_state
  from payments.capture c
  left join payments.payment p on p.shard = c.shard and p.id = c.payment_id
  left join payments.refund r on r.shard = c.shard and r.cause = c.id and (r.state <> 'failed' or r.buyer_id is not null)
 where c.disposition = 'suspense'`;

/** Money that matched no open deal and has not gone back, the oldest first. */
export async function suspenseItems(db: Queryable, most: number): Promise<SuspenseItem[]> {
  const rows = await db.query<SuspenseRow>(
    `${SUSPENSE} and (r.id is null or r.state in ('requested', 'pending')) order by c.captured_at, c.id limit $1`,
    [most],
  );
  return rows.map(suspenseOf);
}

export async function readSuspense(db: Queryable, id: CaptureId): Promise<SuspenseItem | null> {
  const row = await db.maybe<SuspenseRow>(`${SUSPENSE} and c.shard = $1 and c.id = $2`, [shardOf(id), uuidOf(id)]);
  return row && suspenseOf(row);
}

const suspenseOf = (row: SuspenseRow): SuspenseItem => ({
  id: idOf("capture", row.id),
  payment: row.payment_id === null ? null : idOf("payment", row.payment_id),
  deal: row.deal_id === null ? null : idOf("deal", row.deal_id),
  buyer: row.buyer_id === null ? null : idOf("user", row.buyer_id),
  foreignPayment: row.foreign_payment,
  gateway: row.gateway,
  amount: money(row.amount, row.currency),
  why: row.why ?? "",
  capturedAt: row.captured_at,
  overdueSince: row.overdue_since,
  refund:
    row.refund_id === null || row.refund_state === null
      ? null
      : { id: idOf("refund", row.refund_id), state: row.refund_state },
});

/** Money of payments that we know nothing of lies beside others of its name where that is an id of ours, else in the first shard. */
export const shardOfForeign = (payment: string): Shard => (/_[0-9a-f]{32}$/.test(payment) ? shardOf(payment) : 0);
