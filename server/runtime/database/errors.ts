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

/** SQLSTATE classes and codes with which a server ends a connection (57P01 to 57P03, class 08). */
const CONNECTION_LOST = /^(08|57P0)/;

/** The connection broke or was ended: what was sent may have happened or not. */
export function isLost(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === null ? error instanceof Error && LOST_WORDS.test(wordsOf(error)) : CONNECTION_LOST.test(state);
}

const LOST_WORDS = /Connection terminated|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|not queryable|Query read timeout/;

function wordsOf(error: Error): string {
  const code = "code" in error ? String(error.code) : "";
  return `${code} ${error.message} ${error.cause instanceof Error ? wordsOf(error.cause) : ""}`;
}

function databaseErrorIn(error: unknown): pg.DatabaseError | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof pg.DatabaseError) return at;
  return null;
}
