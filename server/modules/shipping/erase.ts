import { type OrderId, type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

const NOBODY = { name: "Erased", phone: "", email: "", line1: "", line2: null, city: "", postcode: "" };

/** Takes away to whom the parcels of some orders went. */
export async function eraseRecipients(tx: Queryable, orders: readonly OrderId[]): Promise<void> {
  await tx.query(
    `update shipping.shipment set request = request || jsonb_build_object('to', $2::jsonb), label_url = null, tracking_url = null
      where order_id = any ($1::uuid[])`,
    [orders.map(uuidOf), NOBODY],
  );
}

/** Takes away from whom a seller's parcels came. */
export async function eraseParcelsOf(tx: Queryable, seller: UserId): Promise<void> {
  await tx.query(
    `update shipping.shipment set request = request || jsonb_build_object('from', $2::jsonb), label_url = null
      where seller_id = $1`,
    [uuidOf(seller), NOBODY],
  );
}
