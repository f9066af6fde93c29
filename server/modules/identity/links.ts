import { createHash, randomBytes, randomUUID } from "node:crypto";
import { after, type Duration, hours, type Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type LinkPurpose = "verify_email" | "reset_password";

export type Link = { readonly id: string; readonly token: string };

const LASTS: Readonly<Record<LinkPurpose, Duration>> = { verify_email: hours(24), reset_password: hours(1) };

/** Only the hash is kept: a dump of the database opens no link. */
const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Makes a link for one purpose of one subject (a registration or a user, by uuid); the one before opens nothing from now on. */
export async function makeLink(
  tx: Queryable,
  { purpose, subject, email }: { readonly purpose: LinkPurpose; readonly subject: string; readonly email: string },
  now: Instant,
): Promise<Link> {
  const link = { id: randomUUID(), token: randomBytes(32).toString("base64url") };
  await tx.query(
    `insert into identity.link (id, token_hash, purpose, subject_id, email, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (purpose, subject_id) do update
        set id = excluded.id, token_hash = excluded.token_hash, email = excluded.email, created_at = excluded.created_at,
            expires_at = excluded.expires_at`,
    [
      ...[link.id, hashOf(link.token), purpose, subject, email],
      ...[timestamp(now), timestamp(after(now, LASTS[purpose]))],
    ],
  );
  return link;
}

/** Whether the link would open now; it stays unused. */
export async function isOpen(db: Queryable, purpose: LinkPurpose, token: string, now: Instant): Promise<boolean> {
  const row = await db.maybe(
    "select id from identity.link where token_hash = $1 and purpose = $2 and expires_at > $3",
    [hashOf(token), purpose, timestamp(now)],
  );
  return row !== null;
}

/** Uses a link up, once however many ask at the same time; null when it opens nothing. Undone if the transaction is. */
export async function useLink(
  tx: Queryable,
  purpose: LinkPurpose,
  token: string,
  now: Instant,
): Promise<{ subject: string; email: string } | null> {
  return await tx.maybe<{ subject: string; email: string }>(
    `delete from identity.link where token_hash = $1 and purpose = $2 and expires_at > $3
     returning subject_id as subject, email`,
    [hashOf(token), purpose, timestamp(now)],
  );
}

/** Ends the link of a subject, used or not. */
export async function endLink(tx: Queryable, purpose: LinkPurpose, subject: string): Promise<void> {
  await tx.query("delete from identity.link where purpose = $1 and subject_id = $2", [purpose, subject]);
}
