import { randomInt } from "node:crypto";
import pg from "pg";
import { type Database, queryableOn } from "./queryable.ts";
import { primaryGuard } from "./timeline.ts";
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
  /** Refuses replicas, and a primary that came back after another had been promoted. */
  readonly primaryOnly?: boolean;
  /** Told of what nobody waits for: a broken idle connection, a hook after a commit that threw. */
  readonly onProblem?: (what: string, error: unknown) => void;
  /** How many batches of commands may be under way at once; 1 when absent, which is best up to thousands a second. */
  readonly batchWriters?: number;
  /** From 0 up to 1: spreads retries. */
  readonly random?: () => number;
};

/**
 * Opens a pool. Connections are made when first needed, so a wrong address shows at the first query. An address that ends with
 * `?pgbouncer=true` leads to a pooler in transaction mode: nothing is prepared, and the limits are those of the role.
 */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const { onProblem = () => {}, random = dice } = options;
  const prepares = !isPooled(url);
  const pool = new pg.Pool(poolConfig(url, options));
  pool.on("error", (error) => onProblem("an idle database connection broke", error));
  // A connection in use reports a break by its query too; without a listener the event would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  let closing: Promise<void> | null = null;
  return {
    ...queryableOn(pool, prepares),
    transaction: (work, transactionOptions) =>
      transact({ pool, prepares, onProblem, random }, work, transactionOptions),
    batchWriters: options.batchWriters ?? 1,
    close: () => (closing ??= pool.end()),
  };
}

const poolConfig = (url: string, options: ConnectOptions): pg.PoolConfig => ({
  connectionString: url,
  max: options.connections ?? 10,
  application_name: options.name ?? "amana",
  connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
  ...answerLimit(options.statementTimeoutMs ?? 30_000),
  ...(!isPooled(url) && startParameters(options)),
  keepAlive: true,
  types: typeParsers,
  // The pool waits for what this gives, which the type does not say.
  ...(options.primaryOnly && { onConnect: guardAgainstReplicas() }),
});

const guardAgainstReplicas = (): ((client: pg.ClientBase) => unknown) => primaryGuard();

const isPooled = (url: string): boolean => URL.canParse(url) && new URL(url).searchParams.get("pgbouncer") === "true";

/** A pooler refuses these: its connections are shared with others. */
const startParameters = (options: ConnectOptions): pg.PoolConfig => ({
  statement_timeout: options.statementTimeoutMs ?? 30_000,
  idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 60_000,
  lock_timeout: options.lockTimeoutMs ?? 10_000,
  // A server elsewhere may have another zone, and then dates cut from moments would differ.
  options: "-c TimeZone=UTC",
});

const GRACE_MS = 5_000;

/** PostgreSQL has no limit for a commit that waits for a synchronous replica, so the limit is ours. */
const answerLimit = (statementMs: number): pg.PoolConfig =>
  statementMs === 0 ? {} : { query_timeout: statementMs + GRACE_MS };

const dice = (): number => randomInt(0, 2 ** 32) / 2 ** 32;
