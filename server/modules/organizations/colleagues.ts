import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import { plainArray, type Queryable, type Tx } from "#runtime/database";

/** Whether a user is one of these people, or belongs to a company to which one of them belongs at the moment. */
export async function isOneOfOrColleague(db: Queryable, user: UserId, people: readonly UserId[]): Promise<boolean> {
  if (people.includes(user)) return true;
  if (people.length === 0) return false;
  const { found } = await db.one<{ found: boolean }>(
    `select exists (select 1 from organizations.member mine
        join organizations.member theirs on theirs.organization_id = mine.organization_id
       where mine.user_id = $1 and theirs.user_id = any ($2::uuid[])) as found`,
    [uuidOf(user), people.map(uuidOf)],
  );
  return found;
}

/** Everybody who belongs to a company of this user, himself included. */
export async function colleaguesOf(db: Queryable, user: UserId): Promise<ReadonlySet<UserId>> {
  const rows = await db.query<{ user_id: string }>(
    `select theirs.user_id from organizations.member mine
       join organizations.member theirs on theirs.organization_id = mine.organization_id where mine.user_id = $1`,
    [uuidOf(user)],
  );
  return new Set([user, ...rows.map((row) => idOf("user", row.user_id))]);
}

/**
 * Until the commit none of these people comes to belong to a company: what was found out about them holds for what is done with it.
 * Whoever joins takes the other side of the same locks.
 */
export async function holdCompanies(tx: Tx, people: readonly UserId[]): Promise<void> {
  await tx.query("select pg_advisory_xact_lock_shared($1::int, u.person) from unnest($2::int[]) u(person)", [
    COMPANIES_OF,
    plainArray([...people].map(numberOf)),
  ]);
}

/** Waits for whatever relies on the companies of this person. */
export async function lockCompaniesOf(tx: Tx, user: UserId): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1::int, $2::int)", [COMPANIES_OF, numberOf(user)]);
}

/** Our own number, before that of a person; two people of one number wait for each other in vain, and nothing worse. */
const COMPANIES_OF = 0x6f7267;
const numberOf = (user: UserId): number => Number.parseInt(uuidOf(user).slice(-10, -2), 16) | 0;
