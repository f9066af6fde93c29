import { type DealId, idOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";

/** A webhook as it was kept, without its body. */
export type Heard = {
  readonly gateway: string;
  readonly type: string;
  readonly about: string;
  readonly receivedAt: Instant;
  /** How often the gateway sent it. */
  readonly times: number;
};

/** What gateways have sent about some payments and refunds of ours, the oldest first. */
export async function heardAbout(db: Queryable, ids: readonly string[], most: number): Promise<Heard[]> {
  const rows = await db.query<Omit<Heard, "receivedAt"> & { received_at: Instant }>(
    "select gateway, type, about, received_at, times from payments.webhook where about = any ($1) order by received_at, dedupe_key limit $2",
    [ids, most],
  );
  return rows.map(({ received_at: receivedAt, ...row }) => ({ ...row, receivedAt }));
}

/** The deals of money that a gateway calls so: payments, what was taken for them, refunds. */
export async function dealsByReference(db: Queryable, reference: string): Promise<DealId[]> {
  const rows = await db.query<{ deal_id: string }>(
    `select deal_id from payments.payment where reference = $1
      union select deal_id from payments.capture where reference = $1 and deal_id is not null
      union select deal_id from payments.refund where reference = $1 and deal_id is not null
      order by deal_id limit 100`,
    [reference],
  );
  return rows.map((row) => idOf("deal", row.deal_id));
}
