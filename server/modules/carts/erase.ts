import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** Carts: what somebody meant to buy goes; what was bought stays with the orders. */
export const personalCarts = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query("delete from carts.line where user_id = $1", [uuidOf(person)]);
  },
};
