import { randomInt } from "node:crypto";
import pg from "pg";
import { type Database, queryableOn } from "./queryable.ts";
import { transact } from "./transaction.ts";
import { typeParsers } from "./values.ts";

export type ConnectOptions = {
  /** The most connections that the pool opens; 10 when absent. */
  readonly connections?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** 0 switches a limit off. Defaults: 30 s a statement, 60 s idle inside a transaction, 10 s waiting for a lock or a connection. */
  readonly statementTimeoutMs?: number;
  readonly idleInTransactionTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
  /** Told of what nobody waits for: a broken idle connection, a hook after a commit that threw. */
  readonly onProblem?: (what: string, error: unknown) => void;
  /** From 0 up to 1: spreads retries. */
  readonly random?: () => number;
};

/** Opens a pool. Connections are made when first needed, so a wrong address shows at the first query. */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const { onProblem = () => {}, random = dice } = options;
  const pool = new pg.Pool(poolConfig(url, options));
  pool.on("error", (error) => onProblem("an idle database connection broke", error));
  // A connection in use reports a break by its query too; without a listener the event would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  let closing: Promise<void> | null = null;
  return {
    ...queryableOn(pool),
    transaction: (work, transactionOptions) => transact({ pool, onProblem, random }, work, transactionOptions),
    close: () => (closing ??= pool.end()),
  };
}

const poolConfig = (url: string, options: ConnectOptions): pg.PoolConfig => ({
  connectionString: url,
  max: options.connections ?? 10,
  application_name: options.name ?? "amana",
  connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
  statement_timeout: options.statementTimeoutMs ?? 30_000,
  idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 60_000,
  lock_timeout: options.lockTimeoutMs ?? 10_000,
  // A server elsewhere may have another zone, and then dates cut from moments would differ.
  options: "-c TimeZone=UTC",
  keepAlive: true,
  types: typeParsers,
});

const dice = (): number => randomInt(0, 2 ** 32) / 2 ** 32;
