import { type ChargebackId, type DealId, type Id, idOf, type PaymentId, shardOf, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";

/** A capture as the gateway names it. */
export type CaptureName = {
  readonly id: Id<"capture">;
  /** Null for money that belongs to no payment of ours. */
  readonly payment: PaymentId | null;
  readonly deal: DealId | null;
  readonly reference: string;
  readonly capturedAt: Instant;
  readonly disposition: "escrow" | "suspense";
};

type Row = {
  id: string;
  payment_id: string | null;
  deal_id: string | null;
  reference: string;
  captured_at: Instant;
  disposition: "escrow" | "suspense";
};

/** The captures of some deals, and those with some ids, at one gateway. */
export async function capturesOf(
  db: Queryable,
  gateway: string,
  { deals, captures }: { readonly deals: readonly DealId[]; readonly captures: readonly Id<"capture">[] },
): Promise<CaptureName[]> {
  const rows = await db.query<Row>(
    `select c.id, c.payment_id, c.deal_id, c.reference, c.captured_at, c.disposition
       from unnest($2::smallint[], $3::uuid[]) d(shard, id) join payments.capture c on c.shard = d.shard and c.deal_id = d.id
      where c.gateway = $1
     union
     select c.id, c.payment_id, c.deal_id, c.reference, c.captured_at, c.disposition
       from unnest($4::smallint[], $5::uuid[]) k(shard, id) join payments.capture c on c.shard = k.shard and c.id = k.id
      where c.gateway = $1`,
    [gateway, deals.map(shardOf), deals.map(uuidOf), captures.map(shardOf), captures.map(uuidOf)],
  );
  return rows.map((row) => ({
    id: idOf("capture", row.id),
    payment: row.payment_id === null ? null : idOf("payment", row.payment_id),
    deal: row.deal_id === null ? null : idOf("deal", row.deal_id),
    reference: row.reference,
    capturedAt: row.captured_at,
    disposition: row.disposition,
  }));
}

/** A chargeback as the gateway names it. */
export type ChargebackName = {
  readonly id: ChargebackId;
  readonly payment: PaymentId;
  readonly deal: DealId;
  readonly reference: string;
};

/** The gateway's numbers of chargebacks whose money is held with their deal: nothing is posted before the bank has decided against us. */
export async function heldChargebacks(db: Queryable, gateway: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ reference: string }>(
    `select reference from payments.chargeback
      where gateway = $1 and state in ('opened', 'won') and coalesce(effect, 'held') = 'held'`,
    [gateway],
  );
  return new Set(rows.map(({ reference }) => reference));
}

/** The chargebacks of some deals at one gateway. */
export async function chargebacksOf(
  db: Queryable,
  gateway: string,
  deals: readonly DealId[],
): Promise<ChargebackName[]> {
  const rows = await db.query<{ id: string; payment_id: string; deal_id: string; reference: string }>(
    `select c.id, c.payment_id, c.deal_id, c.reference
       from unnest($2::smallint[], $3::uuid[]) d(shard, id) join payments.chargeback c on c.shard = d.shard and c.deal_id = d.id
      where c.gateway = $1 order by c.opened_at, c.id`,
    [gateway, deals.map(shardOf), deals.map(uuidOf)],
  );
  return rows.map((row) => ({
    id: idOf("chargeback", row.id),
    payment: idOf("payment", row.payment_id),
    deal: idOf("deal", row.deal_id),
    reference: row.reference,
  }));
}
