import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Language } from "../languages.ts";
import type { Role } from "../store.ts";

/** A user as people see themselves and staff see them. */
export type Person = {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  /** Empty until it is given. */
  readonly phone: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly registeredAt: Instant;
  readonly suspendedAt: Instant | null;
};

type Row = {
  id: string;
  name: string;
  email: string;
  phone: string;
  language: Language;
  roles: Role[];
  registered_at: Instant;
  suspended_at: Instant | null;
};

const COLUMNS = "id, name, email, phone, language, roles, registered_at, suspended_at";

/** A user who buys and sells and is nothing else. */
export async function insertPerson(
  tx: Queryable,
  { id, name, email, language }: Pick<Person, "id" | "name" | "email" | "language">,
  now: Instant,
): Promise<void> {
  await tx.query(
    `insert into identity."user" (id, name, email, phone, language, roles, registered_at) values ($1, $2, $3, '', $4, '{user}', $5)`,
    [uuidOf(id), name, email, language, timestamp(now)],
  );
}

export async function readPerson(db: Queryable, id: UserId): Promise<Person | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from identity."user" where id = $1`, [uuidOf(id)]);
  return row && personOf(row);
}

/** Locks the row until the transaction ends. */
export async function lockPerson(tx: Queryable, id: UserId): Promise<Person | null> {
  const row = await tx.maybe<Row>(`select ${COLUMNS} from identity."user" where id = $1 for update`, [uuidOf(id)]);
  return row && personOf(row);
}

/** By a folded address. */
export async function personByEmail(db: Queryable, email: string): Promise<Person | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from identity."user" where email = $1`, [email]);
  return row && personOf(row);
}

export type Search = { readonly text: string | null; readonly before: UserId | null; readonly limit: number };

/** The newest first; by the beginning of the name or the address, or by the whole id. */
export async function searchPeople(db: Queryable, { text, before, limit }: Search): Promise<Person[]> {
  const prefix = text === null ? null : `${text.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const rows = await db.query<Row>(
    `select ${COLUMNS} from identity."user"
      where ($1::text is null or email like $1 or lower(name) like $1) and ($2::uuid is null or id < $2::uuid)
      order by id desc limit $3`,
    [prefix, before && uuidOf(before), limit],
  );
  return rows.map(personOf);
}

export type Changes = Partial<Pick<Person, "name" | "phone" | "language">>;

export async function updatePerson(tx: Queryable, id: UserId, { name, phone, language }: Changes): Promise<void> {
  await tx.query(
    `update identity."user" set name = coalesce($2, name), phone = coalesce($3, phone), language = coalesce($4, language)
      where id = $1`,
    [uuidOf(id), name ?? null, phone ?? null, language ?? null],
  );
}

export async function setRoles(tx: Queryable, id: UserId, roles: readonly Role[]): Promise<void> {
  await tx.query(`update identity."user" set roles = $2 where id = $1`, [uuidOf(id), roles]);
}

export async function setSuspended(tx: Queryable, id: UserId, at: Instant | null): Promise<void> {
  await tx.query(`update identity."user" set suspended_at = $2 where id = $1`, [uuidOf(id), at && timestamp(at)]);
}

/** All admins who can act, locked in one order: two of them cannot take each other's rights at the same time. */
export async function lockAdmins(tx: Queryable): Promise<UserId[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from identity."user" where 'admin' = any (roles) and suspended_at is null order by id for update`,
  );
  return rows.map(({ id }) => idOf("user", id));
}

const personOf = ({ registered_at, suspended_at, ...row }: Row): Person => ({
  ...row,
  id: idOf("user", row.id),
  registeredAt: registered_at,
  suspendedAt: suspended_at,
});
