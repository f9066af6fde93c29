import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** Negotiations: what was offered stays, the words that people wrote beside it go. What was agreed is the agreement's. */
export const personalNegotiations = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query(
      `update negotiations.offer o set terms = o.terms || '{"freeTerms": ""}' from negotiations.negotiation n
        where n.id = o.negotiation_id and ((o.side = 'buyer' and n.buyer_id = $1) or (o.side = 'seller' and n.seller_id = $1))`,
      [uuidOf(person)],
    );
    await tx.query(
      `update negotiations.negotiation set state = 'closed', standing_offer = null, version = version + 1
        where state = 'open' and (buyer_id = $1 or seller_id = $1)`,
      [uuidOf(person)],
    );
  },
};
