import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Language } from "../languages.ts";

/** Somebody who says to own an address, until the link that was mailed there proves it. */
export type Registration = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string;
};

type Row = { id: string; email: string; name: string; language: Language; password_hash: string };

const COLUMNS = "id, email, name, language, password_hash";

export async function insertRegistration(
  tx: Queryable,
  { id, email, name, language, passwordHash }: Registration,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<void> {
  await tx.query(
    `insert into identity.registration (${COLUMNS}, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, email, name, language, passwordHash, timestamp(now), timestamp(until)],
  );
}

export async function readRegistration(db: Queryable, id: string, now: Instant): Promise<Registration | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from identity.registration where id = $1 and expires_at > $2`, [
    id,
    timestamp(now),
  ]);
  return row && registrationOf(row);
}

export async function latestRegistration(db: Queryable, email: string, now: Instant): Promise<Registration | null> {
  const row = await db.maybe<Row>(
    `select ${COLUMNS} from identity.registration where email = $1 and expires_at > $2 order by created_at desc, id limit 1`,
    [email, timestamp(now)],
  );
  return row && registrationOf(row);
}

/** The address has its owner: what others claimed about it is over. */
export async function endRegistrations(tx: Queryable, email: string): Promise<void> {
  await tx.query(
    `with gone as (delete from identity.registration where email = $1 returning id)
     delete from identity.link where purpose = 'verify_email' and subject_id in (select id from gone)`,
    [email],
  );
}

const registrationOf = ({ password_hash, ...row }: Row): Registration => ({ ...row, passwordHash: password_hash });
