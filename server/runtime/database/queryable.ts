import type pg from "pg";

/**
 * What SQL runs on. Rows come back as: bigint → bigint, timestamptz → Instant, numeric, date and timestamp → text,
 * jsonb → the value. `sum(bigint)` is numeric in PostgreSQL: cast it, `sum(amount)::bigint`. A plain object is sent as JSON
 * and an array as a PostgreSQL array; use `json` for a JSON array and `timestamp` for an Instant.
 */
export type Queryable = {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Throws unless there is exactly one row. */
  one<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row>;
  /** Throws when there is more than one row. */
  maybe<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row | null>;
};

export type Tx = Queryable & {
  /** Runs after the commit, in order, and never after a rollback. What it throws is reported, not passed on. */
  afterCommit(hook: () => void | Promise<void>): void;
};

export type Database = Queryable & {
  /**
   * Runs `work` in one transaction. When PostgreSQL refuses it because of others (serialization failure, deadlock, lock not
   * available), all of it runs again, so `work` must change nothing outside the database.
   * Throws CommitOutcomeUnknown when the connection broke during the commit.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>;
  close(): Promise<void>;
  /** How many batches of commands may be under way at once in this process; 1 when absent. */
  readonly batchWriters?: number;
};

/** Whether this is a whole database rather than one transaction of it. */
export const isDatabase = (db: Queryable): db is Database => "transaction" in db;

export type TransactionOptions = {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  /** How many more times it may run; 5 when absent. */
  readonly retries?: number;
};

/**
 * The query methods over a pool or over one connection. A text with values is prepared once per connection and only bound from then on;
 * `prepares` is false where a pooler swaps connections underneath.
 */
export function queryableOn(runner: Pick<pg.Pool | pg.PoolClient, "query">, prepares = true): Queryable {
  const query: Queryable["query"] = async <Row>(text: string, values: readonly unknown[] = []) => {
    const name = prepares && values.length > 0 ? nameOf(text) : null;
    const result = await runner.query({ text, values: [...values], ...(name !== null && { name }) });
    // The caller names the row's type, as it names the columns in its SQL.
    return result.rows as Row[];
  };
  return {
    query,
    async one<Row>(text: string, values?: readonly unknown[]) {
      const rows = await query<Row>(text, values);
      const [row] = rows;
      if (row === undefined || rows.length > 1) throw wrongCount("exactly one row", rows.length, text);
      return row;
    },
    async maybe<Row>(text: string, values?: readonly unknown[]) {
      const rows = await query<Row>(text, values);
      if (rows.length > 1) throw wrongCount("at most one row", rows.length, text);
      return rows[0] ?? null;
    },
  };
}

/** So many texts are prepared once per connection: all of ours, and no end of them should one be put together anew each time. */
const MOST_PREPARED = 2_000;
const names = new Map<string, string>();

function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_PREPARED) return known ?? null;
  const name = `amana_${names.size + 1}`;
  names.set(text, name);
  return name;
}

const wrongCount = (wanted: string, got: number, text: string): Error =>
  new Error(`expected ${wanted} and got ${got}: ${text.replace(/\s+/g, " ").trim().slice(0, 120)}`);
