import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** Agreements: what was agreed and by whom it was signed stays, as the other party's proof; from where goes. */
export const personalAgreements = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query("update agreements.signature set network = null, agent = null where user_id = $1", [uuidOf(person)]);
  },
};
