import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { ProvenPerson } from "#ports/sign-in-provider";
import { type Queryable, timestamp } from "#runtime/database";

export type Link = {
  readonly provider: string;
  readonly email: string | null;
  readonly linkedAt: Instant;
};

export type LinkedUser = { readonly user: UserId; readonly suspended: boolean };

/** Whoever comes twice at once is registered once. */
export async function lockIdentity(tx: Queryable, { issuer, subject }: ProvenPerson): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 1016))", [JSON.stringify([issuer, subject])]);
}

export async function userOfIdentity(
  db: Queryable,
  { issuer, subject }: Pick<ProvenPerson, "issuer" | "subject">,
): Promise<LinkedUser | null> {
  const row = await db.maybe<{ user_id: string; suspended: boolean }>(
    `select l.user_id, u.suspended_at is not null as suspended
       from identity.oidc_link l join identity."user" u on u.id = l.user_id where l.issuer = $1 and l.subject = $2`,
    [issuer, subject],
  );
  return row && { user: idOf("user", row.user_id), suspended: row.suspended };
}

export async function isAddressKnown(db: Queryable, email: string): Promise<boolean> {
  const row = await db.one<{ known: boolean }>(
    `select exists (select 1 from identity."user" where lower(email) = lower($1)) as known`,
    [email],
  );
  return row.known;
}

/** False when this identity is linked already, or when the user has one of that provider. */
export async function insertLink(
  tx: Queryable,
  user: UserId,
  provider: string,
  { issuer, subject, email }: ProvenPerson,
  now: Instant,
): Promise<boolean> {
  const row = await tx.maybe(
    `insert into identity.oidc_link (issuer, subject, user_id, provider, email, linked_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning subject`,
    [issuer, subject, uuidOf(user), provider, email, timestamp(now)],
  );
  return row !== null;
}

export async function linksOf(db: Queryable, user: UserId): Promise<Link[]> {
  const rows = await db.query<{ provider: string; email: string | null; linked_at: Instant }>(
    "select provider, email, linked_at from identity.oidc_link where user_id = $1 order by provider",
    [uuidOf(user)],
  );
  return rows.map(({ provider, email, linked_at: linkedAt }) => ({ provider, email, linkedAt }));
}

export async function deleteLink(tx: Queryable, user: UserId, provider: string): Promise<void> {
  await tx.query("delete from identity.oidc_link where user_id = $1 and provider = $2", [uuidOf(user), provider]);
}
