import { type ChargebackId, type DealId, idOf, type PaymentId, shardOf, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type ChargebackState = "opened" | "won" | "lost";

/**
 * What a chargeback does to the money: `held`: the deal is frozen; `clawed_back`: taken from the seller who had it; `refunding`: the
 * buyer has been refunded or is being; `noted`: nothing.
 */
export type ChargebackEffect = "held" | "clawed_back" | "refunding" | "noted";

export type Chargeback = {
  readonly id: ChargebackId;
  readonly payment: PaymentId;
  readonly deal: DealId;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly gateway: string;
  readonly reference: string;
  /** What is asked back, as refunds name it: the deal, or the capture that matched none. */
  readonly cause: string;
  readonly amount: Money;
  readonly state: ChargebackState;
  /** Null until it could take effect. */
  readonly effect: ChargebackEffect | null;
  /** False for an inquiry, while the bank has taken nothing. */
  readonly takesMoney: boolean;
  /** How often it was opened: a bank may ask again after it has lost. */
  readonly round: number;
  /** Taken from the seller when it was opened; the rest falls on the buyer's refund, or on us. */
  readonly fromSeller: Money;
  readonly fromPlatform: Money;
  readonly reason: string | null;
  readonly openedAt: Instant;
  readonly respondBy: Instant | null;
  /** The outcome that has been booked; null while there is something to do or to wait for. */
  readonly booked: "won" | "lost" | null;
};

type ChargebackRow = {
  id: string;
  payment_id: string;
  deal_id: string;
  buyer_id: string;
  seller_id: string;
  gateway: string;
  reference: string;
  cause: string;
  currency: Currency;
  amount: bigint;
  state: ChargebackState;
  effect: ChargebackEffect | null;
  takes_money: boolean;
  round: number;
  from_seller: bigint;
  from_platform: bigint;
  reason: string | null;
  opened_at: Instant;
  respond_by: Instant | null;
  booked: "won" | "lost" | null;
};

const CHARGEBACK = `id, payment_id, deal_id, buyer_id, seller_id, gateway, reference, cause, currency, amount, state, effect, takes_money, round,
  from_seller, from_platform, reason, opened_at, respond_by, booked`;

/** Once per the gateway's own number and deal: false when it was recorded before. */
export async function insertChargeback(tx: Queryable, chargeback: Chargeback): Promise<boolean> {
  const rows = await tx.query(
    `insert into payments.chargeback (shard, ${CHARGEBACK}, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $19)
     on conflict (shard, gateway, reference, deal_id) do nothing returning id`,
    [
      shardOf(chargeback.id),
      uuidOf(chargeback.id),
      uuidOf(chargeback.payment),
      uuidOf(chargeback.deal),
      uuidOf(chargeback.buyer),
      uuidOf(chargeback.seller),
      chargeback.gateway,
      chargeback.reference,
      uuidOf(chargeback.cause),
      chargeback.amount.currency,
      chargeback.amount.minor,
      chargeback.state,
      chargeback.effect,
      chargeback.takesMoney,
      chargeback.round,
      chargeback.fromSeller.minor,
      chargeback.fromPlatform.minor,
      chargeback.reason,
      timestamp(chargeback.openedAt),
      chargeback.respondBy === null ? null : timestamp(chargeback.respondBy),
      chargeback.booked,
    ],
  );
  return rows.length === 1;
}

/** The chargeback of that number about a deal, unchanged by others until the caller's transaction ends. */
export async function lockChargeback(
  tx: Queryable,
  deal: DealId,
  gateway: string,
  reference: string,
): Promise<Chargeback | null> {
  const row = await tx.maybe<ChargebackRow>(
    `select ${CHARGEBACK} from payments.chargeback where shard = $1 and gateway = $2 and reference = $3 and deal_id = $4 for no key update`,
    [shardOf(deal), gateway, reference, uuidOf(deal)],
  );
  return row && chargebackOf(row);
}

export async function saveChargeback(tx: Queryable, chargeback: Chargeback, now: Instant): Promise<void> {
  await tx.query(
    `update payments.chargeback set amount = $3, state = $4, effect = $5, round = $6, from_seller = $7, from_platform = $8,
            respond_by = $9, booked = $10, updated_at = $11, takes_money = $12
      where shard = $1 and id = $2`,
    [
      shardOf(chargeback.id),
      uuidOf(chargeback.id),
      chargeback.amount.minor,
      chargeback.state,
      chargeback.effect,
      chargeback.round,
      chargeback.fromSeller.minor,
      chargeback.fromPlatform.minor,
      chargeback.respondBy === null ? null : timestamp(chargeback.respondBy),
      chargeback.booked,
      timestamp(now),
      chargeback.takesMoney,
    ],
  );
}

/** Whether a bank still asks for what is to be refunded, or has it without our having booked that. */
export async function isDisputed(db: Queryable, cause: string): Promise<"undecided" | "decided" | null> {
  const rows = await db.query<{ state: ChargebackState }>(
    "select state from payments.chargeback where shard = $1 and cause = $2 and booked is null",
    [shardOf(cause), uuidOf(cause)],
  );
  return rows.length === 0 ? null : rows.some(({ state }) => state === "opened") ? "undecided" : "decided";
}

/** What banks have taken of a cause beside what the seller bore: booked now, and what we have borne of it before. */
export type TakenOfCause = { readonly unbooked: bigint; readonly borne: bigint };

/** Marks all of it as booked and borne by nobody: the end of the refund settles it. */
export async function bookTaken(tx: Queryable, cause: string): Promise<TakenOfCause> {
  const rows = await tx.query<{ rest: bigint; from_platform: bigint; booked: "won" | "lost" | null }>(
    `select amount - from_seller as rest, from_platform, booked from payments.chargeback
      where shard = $1 and cause = $2 and state = 'lost' order by id for no key update`,
    [shardOf(cause), uuidOf(cause)],
  );
  if (rows.length > 0)
    await tx.query(
      "update payments.chargeback set booked = 'lost', from_platform = 0 where shard = $1 and cause = $2 and state = 'lost'",
      [shardOf(cause), uuidOf(cause)],
    );
  return {
    unbooked: rows.reduce((sum, { rest, booked }) => (booked === null ? sum + rest : sum), 0n),
    borne: rows.reduce((sum, { from_platform }) => sum + from_platform, 0n),
  };
}

export async function chargebacksOfDeal(db: Queryable, deal: DealId): Promise<Chargeback[]> {
  const rows = await db.query<ChargebackRow>(
    `select ${CHARGEBACK} from payments.chargeback where shard = $1 and deal_id = $2 order by opened_at, id`,
    [shardOf(deal), uuidOf(deal)],
  );
  return rows.map(chargebackOf);
}

/** Chargebacks that have not been booked to their end, the oldest first. */
export async function openChargebacks(db: Queryable, most: number): Promise<Chargeback[]> {
  const rows = await db.query<ChargebackRow>(
    `select ${CHARGEBACK} from payments.chargeback where booked is null order by opened_at, id limit $1`,
    [most],
  );
  return rows.map(chargebackOf);
}

const chargebackOf = (row: ChargebackRow): Chargeback => ({
  id: idOf("chargeback", row.id),
  payment: idOf("payment", row.payment_id),
  deal: idOf("deal", row.deal_id),
  buyer: idOf("user", row.buyer_id),
  seller: idOf("user", row.seller_id),
  gateway: row.gateway,
  reference: row.reference,
  cause: row.cause.replaceAll("-", ""),
  amount: money(row.amount, row.currency),
  state: row.state,
  effect: row.effect,
  takesMoney: row.takes_money,
  round: row.round,
  fromSeller: money(row.from_seller, row.currency),
  fromPlatform: money(row.from_platform, row.currency),
  reason: row.reason,
  openedAt: row.opened_at,
  respondBy: row.respond_by,
  booked: row.booked,
});
