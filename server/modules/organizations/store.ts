import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { OrganizationRole } from "./rights.ts";

export type OrganizationId = Id<"organization">;

/** So many companies one user may belong to. */
export const MOST_COMPANIES = 20;

export type Organization = {
  readonly id: OrganizationId;
  readonly legalName: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly taxNumber: string | null;
  readonly version: number;
  readonly createdAt: Instant;
};

export type Member = { readonly user: UserId; readonly role: OrganizationRole; readonly joinedAt: Instant };

type Row = {
  id: string;
  legal_name: string;
  country: string;
  tax_number: string | null;
  version: number;
  created_at: Instant;
};
const COLUMNS = "o.id, o.legal_name, o.country, o.tax_number, o.version, o.created_at";

export async function insertOrganization(tx: Queryable, organization: Organization): Promise<void> {
  const { id, legalName, country, taxNumber, createdAt } = organization;
  await tx.query(
    "insert into organizations.organization (id, legal_name, country, tax_number, created_at) values ($1, $2, $3, $4, $5)",
    [uuidOf(id), legalName, country, taxNumber, timestamp(createdAt)],
  );
}

export async function updateOrganization(tx: Queryable, { id, ...details }: Organization): Promise<void> {
  await tx.query(
    "update organizations.organization set legal_name = $2, country = $3, tax_number = $4, version = $5 where id = $1",
    [uuidOf(id), details.legalName, details.country, details.taxNumber, details.version],
  );
}

/** A company together with the role that a user has in it; null for strangers. `lock` keeps its members as they are until the commit. */
export async function organizationOf(
  db: Queryable,
  id: OrganizationId,
  user: UserId,
  lock = false,
): Promise<{ readonly organization: Organization; readonly role: OrganizationRole } | null> {
  // The lock comes first, in a statement of its own: what is read afterwards has happened before it was given.
  if (lock) await db.query("select 1 from organizations.organization where id = $1 for update", [uuidOf(id)]);
  const row = await db.maybe<Row & { role: OrganizationRole }>(
    `select ${COLUMNS}, m.role from organizations.organization o
       join organizations.member m on m.organization_id = o.id where o.id = $1 and m.user_id = $2`,
    [uuidOf(id), uuidOf(user)],
  );
  return row && { organization: organizationFrom(row), role: row.role };
}

export async function organizationsOf(
  db: Queryable,
  user: UserId,
): Promise<{ readonly organization: Organization; readonly role: OrganizationRole }[]> {
  const rows = await db.query<Row & { role: OrganizationRole }>(
    `select ${COLUMNS}, m.role from organizations.organization o
       join organizations.member m on m.organization_id = o.id where m.user_id = $1 order by m.joined_at, o.id`,
    [uuidOf(user)],
  );
  return rows.map((row) => ({ organization: organizationFrom(row), role: row.role }));
}

export async function membersOf(db: Queryable, id: OrganizationId): Promise<Member[]> {
  const rows = await db.query<{ user_id: string; role: OrganizationRole; joined_at: Instant }>(
    "select user_id, role, joined_at from organizations.member where organization_id = $1 order by joined_at, user_id",
    [uuidOf(id)],
  );
  return rows.map((row) => ({ user: idOf("user", row.user_id), role: row.role, joinedAt: row.joined_at }));
}

/** False when the user was a member before. */
export async function insertMember(tx: Queryable, id: OrganizationId, member: Member): Promise<boolean> {
  const rows = await tx.query(
    `insert into organizations.member (organization_id, user_id, role, joined_at) values ($1, $2, $3, $4)
     on conflict (organization_id, user_id) do nothing returning user_id`,
    [uuidOf(id), uuidOf(member.user), member.role, timestamp(member.joinedAt)],
  );
  return rows.length === 1;
}

export async function setMemberRole(
  tx: Queryable,
  id: OrganizationId,
  user: UserId,
  role: OrganizationRole,
): Promise<void> {
  await tx.query("update organizations.member set role = $3 where organization_id = $1 and user_id = $2", [
    uuidOf(id),
    uuidOf(user),
    role,
  ]);
}

export async function deleteMember(tx: Queryable, id: OrganizationId, user: UserId): Promise<void> {
  await tx.query("delete from organizations.member where organization_id = $1 and user_id = $2", [
    uuidOf(id),
    uuidOf(user),
  ]);
}

const organizationFrom = (row: Row): Organization => ({
  id: idOf("organization", row.id),
  legalName: row.legal_name,
  country: row.country,
  taxNumber: row.tax_number,
  version: row.version,
  createdAt: row.created_at,
});
