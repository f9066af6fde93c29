import { type DealId, idOf, type PaymentId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import type { NextAction } from "#ports/payment-gateway";
import { type Queryable, timestamp } from "#runtime/database";

export type PaymentState = "opening" | "open" | "captured" | "closed" | "failed";

export type Payment = {
  readonly id: PaymentId;
  readonly deal: DealId;
  readonly buyer: UserId;
  readonly gateway: string;
  readonly amount: Money;
  readonly state: PaymentState;
  readonly returnUrl: string;
  readonly reference: string | null;
  readonly next: NextAction | null;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
};

type PaymentRow = {
  id: string;
  deal_id: string;
  buyer_id: string;
  gateway: string;
  currency: Currency;
  amount: bigint;
  state: PaymentState;
  return_url: string;
  reference: string | null;
  next_action: NextAction | null;
  opened_at: Instant;
  expires_at: Instant;
};

const PAYMENT =
  "id, deal_id, buyer_id, gateway, currency, amount, state, return_url, reference, next_action, opened_at, expires_at";

const SHARED = PAYMENT.split(", ")
  .map((column) => `p.${column}`)
  .join(", ");

/** False when the deal has a live payment already. */
export async function insertPayment(tx: Queryable, payment: Payment): Promise<boolean> {
  const rows = await tx.query(
    `insert into payments.payment (shard, ${PAYMENT}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict do nothing returning id`,
    [
      shardOf(payment.id),
      uuidOf(payment.id),
      uuidOf(payment.deal),
      uuidOf(payment.buyer),
      payment.gateway,
      payment.amount.currency,
      payment.amount.minor,
      payment.state,
      payment.returnUrl,
      payment.reference,
      payment.next && JSON.stringify(payment.next),
      timestamp(payment.openedAt),
      timestamp(payment.expiresAt),
    ],
  );
  return rows.length === 1;
}

export async function readPayment(db: Queryable, id: PaymentId): Promise<Payment | null> {
  const row = await db.maybe<PaymentRow>(`select ${PAYMENT} from payments.payment where shard = $1 and id = $2`, [
    shardOf(id),
    uuidOf(id),
  ]);
  return row && paymentOf(row);
}

/** Every payment of a deal, also those that are for others too, the latest first. */
export async function paymentsOfDeal(db: Queryable, deal: DealId): Promise<Payment[]> {
  const rows = await db.query<PaymentRow>(
    `select ${PAYMENT} from payments.payment where shard = $1 and deal_id = $2
     union all
     select ${SHARED} from payments.part t join payments.payment p on p.shard = t.payment_shard and p.id = t.payment_id
      where t.shard = $1 and t.deal_id = $2 and p.deal_id <> $2
      order by opened_at desc, id desc`,
    [shardOf(deal), uuidOf(deal)],
  );
  return rows.map(paymentOf);
}

/** What of a payment is for which deal. */
export type Part = { readonly deal: DealId; readonly amount: Money };

export async function insertParts(tx: Queryable, payment: Payment, parts: readonly Part[]): Promise<void> {
  for (const { deal, amount } of parts)
    await tx.query(
      "insert into payments.part (shard, deal_id, payment_shard, payment_id, currency, amount) values ($1, $2, $3, $4, $5, $6)",
      [shardOf(deal), uuidOf(deal), shardOf(payment.id), uuidOf(payment.id), amount.currency, amount.minor],
    );
}

/** The deals that a payment is for, with what each of them gets; the payment's own deal first. */
export async function partsOf(db: Queryable, payment: Payment): Promise<Part[]> {
  const rows = await db.query<{ deal_id: string; currency: Currency; amount: bigint }>(
    "select deal_id, currency, amount from payments.part where payment_shard = $1 and payment_id = $2 order by deal_id",
    [shardOf(payment.id), uuidOf(payment.id)],
  );
  if (rows.length === 0) return [payment];
  const parts = rows.map((row) => ({ deal: idOf("deal", row.deal_id), amount: money(row.amount, row.currency) }));
  return [...parts.filter(({ deal }) => deal === payment.deal), ...parts.filter(({ deal }) => deal !== payment.deal)];
}

/** Moves a payment out of one of the given states; false when it was in none of them. */
export async function setPaymentState(
  tx: Queryable,
  id: PaymentId,
  from: readonly PaymentState[],
  to: PaymentState,
): Promise<boolean> {
  const rows = await tx.query(
    "update payments.payment set state = $4 where shard = $1 and id = $2 and state = any ($3) returning id",
    [shardOf(id), uuidOf(id), from, to],
  );
  return rows.length === 1;
}

export async function setPaymentOpen(tx: Queryable, id: PaymentId, reference: string, next: NextAction): Promise<void> {
  await tx.query(
    "update payments.payment set state = 'open', reference = $3, next_action = $4 where shard = $1 and id = $2 and state = 'opening'",
    [shardOf(id), uuidOf(id), reference, JSON.stringify(next)],
  );
}

/** When the payment was first seen to be over: now, or as noted before. */
export async function noteEnded(db: Queryable, id: PaymentId, now: Instant): Promise<Instant> {
  const { ended_at } = await db.one<{ ended_at: Instant }>(
    "update payments.payment set ended_at = coalesce(ended_at, $3) where shard = $1 and id = $2 returning ended_at",
    [shardOf(id), uuidOf(id), timestamp(now)],
  );
  return ended_at;
}

/** Keeps a webhook as it came; the same event again only counts. */
export async function keepWebhook(tx: Queryable, webhook: NewWebhook, now: Instant): Promise<void> {
  const { gateway, dedupeKey, type, about, body } = webhook;
  await tx.query(
    `insert into payments.webhook as kept (gateway, dedupe_key, type, about, body, received_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (gateway, dedupe_key) do update set times = kept.times + 1`,
    [gateway, dedupeKey, type, about, Buffer.from(body), timestamp(now)],
  );
}

type NewWebhook = {
  readonly gateway: string;
  readonly dedupeKey: string;
  readonly type: string;
  /** The payment or refund of ours that it names. */
  readonly about: string | null;
  readonly body: Uint8Array;
};

const paymentOf = (row: PaymentRow): Payment => ({
  id: idOf("payment", row.id),
  deal: idOf("deal", row.deal_id),
  buyer: idOf("user", row.buyer_id),
  gateway: row.gateway,
  amount: money(row.amount, row.currency),
  state: row.state,
  returnUrl: row.return_url,
  reference: row.reference,
  next: row.next_action,
  openedAt: row.opened_at,
  expiresAt: row.expires_at,
});
