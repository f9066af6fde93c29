import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { OrganizationRole } from "./rights.ts";
import type { OrganizationId } from "./store.ts";

export type InvitationId = Id<"invitation">;
export type Invitation = {
  readonly id: InvitationId;
  readonly organization: OrganizationId;
  /** In lower case. */
  readonly email: string;
  readonly role: OrganizationRole;
  readonly invitedBy: UserId;
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
};

type Row = {
  id: string;
  organization_id: string;
  email: string;
  role: OrganizationRole;
  invited_by: string;
  invited_at: Instant;
  expires_at: Instant;
};
const COLUMNS = "id, organization_id, email, role, invited_by, invited_at, expires_at";
const OPEN = "accepted_at is null and revoked_at is null";

export async function insertInvitation(tx: Queryable, invitation: Invitation, tokenHash: Buffer): Promise<void> {
  const { id, organization, email, role, invitedBy, invitedAt, expiresAt } = invitation;
  await tx.query(
    `insert into organizations.invitation (${COLUMNS}, token_hash) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[uuidOf(id), uuidOf(organization), email, role, uuidOf(invitedBy)],
      ...[timestamp(invitedAt), timestamp(expiresAt), tokenHash],
    ],
  );
}

/** Those that can still be accepted, the oldest first. */
export async function openInvitations(db: Queryable, id: OrganizationId, now: Instant): Promise<Invitation[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from organizations.invitation where organization_id = $1 and ${OPEN} and expires_at > $2 order by invited_at, id`,
    [uuidOf(id), timestamp(now)],
  );
  return rows.map(invitationOf);
}

/** Null when there is none that can still be accepted with this token. */
export async function invitationOfToken(db: Queryable, tokenHash: Buffer, now: Instant): Promise<Invitation | null> {
  const row = await db.maybe<Row>(
    `select ${COLUMNS} from organizations.invitation where token_hash = $1 and ${OPEN} and expires_at > $2`,
    [tokenHash, timestamp(now)],
  );
  return row && invitationOf(row);
}

/** False when it was accepted or ended before. */
export async function markAccepted(tx: Queryable, id: InvitationId, user: UserId, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `update organizations.invitation set accepted_by = $2, accepted_at = $3 where id = $1 and ${OPEN} and expires_at > $3 returning id`,
    [uuidOf(id), uuidOf(user), timestamp(now)],
  );
  return rows.length === 1;
}

export async function revokeInvitation(tx: Queryable, id: InvitationId, now: Instant): Promise<void> {
  await tx.query(`update organizations.invitation set revoked_at = $2 where id = $1 and ${OPEN}`, [
    uuidOf(id),
    timestamp(now),
  ]);
}

/** A newer invitation to the same address takes the place of the older. */
export async function revokeInvitationsTo(
  tx: Queryable,
  id: OrganizationId,
  email: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update organizations.invitation set revoked_at = $3 where organization_id = $1 and email = $2 and ${OPEN}`,
    [uuidOf(id), email, timestamp(now)],
  );
}

export async function revokeInvitationsBy(
  tx: Queryable,
  id: OrganizationId,
  user: UserId,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update organizations.invitation set revoked_at = $3 where organization_id = $1 and invited_by = $2 and ${OPEN}`,
    [uuidOf(id), uuidOf(user), timestamp(now)],
  );
}

const invitationOf = (row: Row): Invitation => ({
  id: idOf("invitation", row.id),
  organization: idOf("organization", row.organization_id),
  email: row.email,
  role: row.role,
  invitedBy: idOf("user", row.invited_by),
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
});
