import pg from "pg";

/** The connection broke while committing: the transaction may have happened. Look before doing it again. */
export class CommitOutcomeUnknown extends Error {
  override readonly name = "CommitOutcomeUnknown";
  constructor(cause: unknown) {
    super("The connection broke during the commit, which may have happened or not", { cause });
  }
}

/** The SQLSTATE of a PostgreSQL error, also of one that was wrapped as a cause; null for any other error. */
export const sqlStateOf = (error: unknown): string | null => databaseErrorIn(error)?.code ?? null;

/** The name of the constraint that refused, or null. */
export const constraintOf = (error: unknown): string | null => databaseErrorIn(error)?.constraint ?? null;

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";
const LOCK_NOT_AVAILABLE = "55P03";

/** Refused because of others, and surely not done. */
export const isWorthAnotherTry = (error: unknown): boolean =>
  [SERIALIZATION_FAILURE, DEADLOCK, LOCK_NOT_AVAILABLE].includes(sqlStateOf(error) ?? "");

function databaseErrorIn(error: unknown): pg.DatabaseError | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof pg.DatabaseError) return at;
  return null;
}
