import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import { eraseParcelsOf, eraseRecipients } from "#modules/shipping";
import type { Queryable } from "#runtime/database";
import { eraseWords } from "./delivery-store.ts";

/** Orders: what was bought from whom stays, where it was sent to goes. */
export const personalOrders = {
  /** Everything that is not over has a date on which time itself acts. */
  async objection(tx: Queryable, person: UserId): Promise<"open_orders" | null> {
    const open = await tx.query(
      `select from orders."order" where (buyer_id = $1 or seller_id = $1) and due_at is not null limit 1`,
      [uuidOf(person)],
    );
    return open.length > 0 ? "open_orders" : null;
  },
  async erase(tx: Queryable, person: UserId): Promise<void> {
    const bought = await tx.query<{ id: string }>(
      `update orders."order" set shipping_address = $2 where buyer_id = $1 and kind = 'physical' returning id`,
      [uuidOf(person), NOWHERE],
    );
    await eraseRecipients(
      tx,
      bought.map(({ id }) => idOf("order", id)),
    );
    await eraseParcelsOf(tx, person);
    await eraseWords(tx, person, ERASED);
  },
};

/** Whether the buyer of an order was forgotten. */
export const isErased = ({ postcode }: { readonly postcode: string }): boolean => postcode === "";

const ERASED = "Erased";
const NOWHERE = { name: ERASED, phone: "", line1: "", line2: null, city: "", postcode: "" };
