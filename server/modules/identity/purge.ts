import { after, days, type Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** So long it is remembered from where somebody has signed in. */
const NETWORK_REMEMBERED = days(180);

/** Removes what has run out: sessions, links, registrations that nobody proved, and networks that nobody comes from any more. */
export async function purgeIdentity(db: Queryable, now: Instant): Promise<void> {
  await db.query("delete from identity.session where expires_at <= $1", [timestamp(now)]);
  await db.query("delete from identity.link where expires_at <= $1", [timestamp(now)]);
  await db.query("delete from identity.known_network where last_used_at <= $1", [
    timestamp(after(now, -NETWORK_REMEMBERED)),
  ]);
  await db.query("delete from identity.registration where expires_at <= $1", [timestamp(now)]);
}
