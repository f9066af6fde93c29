import { type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Role } from "./store.ts";

/** Somebody under a lock, and whether they were forgotten before. */
export async function lockUser(
  tx: Queryable,
  id: UserId,
): Promise<{ readonly roles: readonly Role[]; readonly erased: boolean } | null> {
  return await tx.maybe<{ roles: Role[]; erased: boolean }>(
    `select roles, email = $2 as erased from identity."user" where id = $1 for update`,
    [uuidOf(id), addressOfNobody(id)],
  );
}

/** What identity keeps of a person: an id that nobody signs in to any more. */
export const personalIdentity = {
  async erase(tx: Queryable, person: UserId, now: Instant): Promise<void> {
    await tx.query(
      `update identity."user" set name = 'Erased', email = $2, phone = '', pickup_address = null, demo_key = null,
              suspended_at = coalesce(suspended_at, $3) where id = $1`,
      [uuidOf(person), addressOfNobody(person), timestamp(now)],
    );
    for (const table of OWN) await tx.query(`delete from identity.${table} where user_id = $1`, [uuidOf(person)]);
    // Programs of theirs act for other people too: they keep their grants and lose their name.
    await tx.query(
      "update identity.oauth_client set name = 'Erased', deleted_at = coalesce(deleted_at, $2) where owner_id = $1",
      [uuidOf(person), timestamp(now)],
    );
    await tx.query("delete from identity.link where subject_id = $1", [uuidOf(person)]);
  },
};

/** What lets somebody in, and what is known of from where: all of it goes. */
const OWN = [
  ...(["session", "password", "totp", "totp_enrolment", "recovery_code", "known_network"] as const),
  ...(["api_key", "oauth_grant", "oidc_link", "step_up"] as const),
];

/** The name `invalid` is never an address of anybody (RFC 2606). */
const addressOfNobody = (id: UserId): string => `${id}@erased.invalid`;
