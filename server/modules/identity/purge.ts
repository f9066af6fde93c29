import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** Removes what has run out: sessions, links, and registrations that nobody proved. */
export async function purgeIdentity(db: Queryable, now: Instant): Promise<void> {
  await db.query("delete from identity.session where expires_at <= $1", [timestamp(now)]);
  await db.query("delete from identity.link where expires_at <= $1", [timestamp(now)]);
  await db.query("delete from identity.registration where expires_at <= $1", [timestamp(now)]);
}
