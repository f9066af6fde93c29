import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** What companies keep of a person: that they belong to them, and to which address they were asked. */
export const personalCompanies = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query("delete from organizations.member where user_id = $1", [uuidOf(person)]);
    await tx.query("update organizations.invitation set email = 'erased@erased.invalid' where accepted_by = $1", [
      uuidOf(person),
    ]);
  },
};
