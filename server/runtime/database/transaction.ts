import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { CommitOutcomeUnknown, isLost, isWorthAnotherTry } from "./errors.ts";
import { queryableOn, type TransactionOptions, type Tx } from "./queryable.ts";

export type Means = {
  readonly pool: pg.Pool;
  readonly prepares: boolean;
  readonly random: () => number;
  readonly onProblem: (what: string, error: unknown) => void;
};

type Hook = () => void | Promise<void>;

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;

export async function transact<T>(
  means: Means,
  work: (tx: Tx) => Promise<T>,
  { isolation = "read committed", retries = 5 }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { value, hooks } = await attemptOnce(means, work, isolation);
      await runHooks(means, hooks);
      return value;
    } catch (error) {
      if (attempt >= retries || !isWorthAnotherTry(error)) throw error;
      // Full jitter: those who collided do not meet again.
      await pause(means.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt));
    }
  }
}

async function attemptOnce<T>(
  { pool, prepares }: Means,
  work: (tx: Tx) => Promise<T>,
  isolation: string,
): Promise<{ value: T; hooks: readonly Hook[] }> {
  const client = await pool.connect();
  const hooks: Hook[] = [];
  const state = { over: false };
  let broken: Error | undefined;
  try {
    await client.query(`begin isolation level ${isolation}`);
    const value = await work(txOn(client, prepares, hooks, state));
    state.over = true;
    await commit(client);
    return { value, hooks };
  } catch (error) {
    state.over = true;
    broken = error instanceof CommitOutcomeUnknown ? error : await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Queries through a transaction that has ended would run outside of any. */
function txOn(client: pg.PoolClient, prepares: boolean, hooks: Hook[], state: { readonly over: boolean }): Tx {
  const open: Pick<pg.PoolClient, "query"> = {
    query: ((config: pg.QueryConfig) => {
      if (state.over) throw new Error("this transaction has ended: await every query inside it");
      return client.query(config);
    }) as pg.PoolClient["query"],
  };
  return { ...queryableOn(open, prepares), afterCommit: (hook) => void hooks.push(hook) };
}

async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query("commit").catch((error: unknown) => {
    throw error instanceof pg.DatabaseError && !isLost(error) ? error : new CommitOutcomeUnknown(error);
  });
  // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
  if (command !== "COMMIT")
    throw new Error("the transaction was rolled back, because a query in it failed and the failure was swallowed");
}

/** The error for which the connection must be thrown away, when even the rollback fails. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The transaction has happened, so a hook that throws must not look as if it had not. */
async function runHooks({ onProblem }: Means, hooks: readonly Hook[]): Promise<void> {
  for (const hook of hooks) {
    try {
      await hook();
    } catch (error) {
      onProblem("a hook after a commit threw", error);
    }
  }
}
