import { type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { listingIdOf } from "./listing.ts";
import { tell } from "./listings.ts";

/** Nothing of somebody who is gone is for sale; drafts go, and what others have bought keeps its own words in their orders. */
export const personalListings = {
  async erase(tx: Queryable, person: UserId, now: Instant): Promise<void> {
    const seller = uuidOf(person);
    await tx.query("delete from catalog.listing where seller_id = $1 and state = 'draft' and submitted_at is null", [
      seller,
    ]);
    const taken = await tx.query<{ id: string; kind: "physical" | "digital" | "service" }>(
      "update catalog.listing set state = 'inactive', rejection = null where seller_id = $1 and state <> 'draft' returning id, kind",
      [seller],
    );
    for (const { id, kind } of taken) await tell(tx, listingIdOf(kind, id), now);
  },
};
