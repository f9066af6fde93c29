import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** Disputes: that there was one and how it ended stays, what somebody said in it goes. The hash of what was said stays as well. */
export const personalDisputes = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query(
      `update disputes.evidence e set text = '', origin = null from disputes.dispute d
        where d.shard = e.shard and d.id = e.dispute_id
          and ((d.buyer_id = $1 and e.side = 'buyer') or (d.seller_id = $1 and e.side = 'seller'))`,
      [uuidOf(person)],
    );
  },
};
