import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

export const personalNotices = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query("delete from notifications.notification where user_id = $1", [uuidOf(person)]);
    await tx.query("delete from notifications.push_subscription where user_id = $1", [uuidOf(person)]);
    await tx.query("delete from notifications.muted where user_id = $1", [uuidOf(person)]);
  },
};
