import { type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable, Tx } from "#runtime/database";

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

/**
 * Until the commit none of these people comes to belong to a company: what was found out about them holds for what is done with it.
 * Whoever joins takes the other side of the same locks.
 */
export async function holdCompanies(tx: Tx, people: readonly UserId[]): Promise<void> {
  for (const user of [...people].sort()) await tx.query("select pg_advisory_xact_lock_shared($1, $2)", lockOf(user));
}

/** Waits for whatever relies on the companies of this person. */
export async function lockCompaniesOf(tx: Tx, user: UserId): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1, $2)", lockOf(user));
}

/** Our own number before that of the person: two people of one number wait for each other in vain, and nothing worse. */
const COMPANIES_OF = 0x6f7267;
const lockOf = (user: UserId): [number, number] => [COMPANIES_OF, Number.parseInt(uuidOf(user).slice(-10, -2), 16) | 0];
