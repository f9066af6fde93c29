import type pg from "pg";

/**
 * What SQL runs on. Rows come back as: bigint → bigint, timestamptz → Instant, numeric, date and timestamp → text,
 * jsonb → the value. `sum(bigint)` is numeric in PostgreSQL: cast it, `sum(amount)::bigint`. A plain object is sent as JSON
 * and an array as a PostgreSQL array; use `json` for a JSON array and `timestamp` for an Instant.
 */
export type Queryable = {
  query<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<Row[]>;
  /** Throws unless there is exactly one row. */
  one<Row = Record<string, unknown>>(text: string, values?: readonly unknown[], options?: QueryOptions): Promise<Row>;
  /** Throws when there is more than one row. */
  maybe<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<Row | null>;
};

export type QueryOptions = {
  /** Prepares the statement once per connection under this name: for hot statements. One name, one text. */
  readonly name?: string;
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

/** The query methods over a pool or over one connection; `prepares` is false where a pooler swaps connections underneath. */
export function queryableOn(runner: Pick<pg.Pool | pg.PoolClient, "query">, prepares = true): Queryable {
  const query: Queryable["query"] = async <Row>(
    text: string,
    values: readonly unknown[] = [],
    { name }: QueryOptions = {},
  ) => {
    const result = await runner.query({
      text,
      values: [...values],
      ...(name === undefined || !prepares ? {} : { name }),
    });
    // The caller names the row's type, as it names the columns in its SQL.
    return result.rows as Row[];
  };
  return {
    query,
    async one<Row>(text: string, values?: readonly unknown[], options?: QueryOptions) {
      const rows = await query<Row>(text, values, options);
      const [row] = rows;
      if (row === undefined || rows.length > 1) throw wrongCount("exactly one row", rows.length, text);
      return row;
    },
    async maybe<Row>(text: string, values?: readonly unknown[], options?: QueryOptions) {
      const rows = await query<Row>(text, values, options);
      if (rows.length > 1) throw wrongCount("at most one row", rows.length, text);
      return rows[0] ?? null;
    },
  };
}

const wrongCount = (wanted: string, got: number, text: string): Error =>
  new Error(`expected ${wanted} and got ${got}: ${text.replace(/\s+/g, " ").trim().slice(0, 120)}`);
