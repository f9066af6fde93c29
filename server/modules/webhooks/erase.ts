import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** What is kept for programs of a person: where they are called, and what they were told. */
export const personalWebhooks = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query("delete from webhooks.endpoint where user_id = $1", [uuidOf(person)]);
    await tx.query("delete from webhooks.event where user_id = $1", [uuidOf(person)]);
  },
};
