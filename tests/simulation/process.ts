import { CommitOutcomeUnknown, type Database, type Queryable, type Tx } from "../../server/runtime/database/index.ts";
import type { Row } from "./store/evaluation.ts";
import { ConstraintError, type Store } from "./store/store.ts";

/** A running program of ours: it may die at any of its steps, and from then on nothing of it reaches anybody. */
export type Life = {
  readonly name: string;
  steps: number;
  diesAt: number;
  dead: boolean;
  /** Called when a call of it hangs, so that others go on. */
  onPark?: () => void;
  /** Ends when it has ended or hangs again. */
  settled?: () => Promise<void>;
};

export class Dead extends Error {}

export const born = (name: string): Life => ({ name, steps: 0, diesAt: Number.POSITIVE_INFINITY, dead: false });

export function stepOf(life: Life): void {
  life.steps += 1;
  if (life.steps >= life.diesAt) life.dead = true;
  if (life.dead) throw new Dead(`${life.name} died at step ${life.steps}`);
}

/** What a planted bug may put between a statement and the store. */
export type Intercept = (
  text: string,
  params: readonly unknown[],
  run: (text: string, params: readonly unknown[]) => Row[],
) => Row[];

/** What was asked of the database, in order, with what it answered: enough to ask another database the same. */
export type Asked =
  | { readonly kind: "begin" | "commit" | "rollback" }
  | {
      readonly kind: "statement";
      readonly text: string;
      readonly params: readonly unknown[];
      readonly now: number;
      readonly rows: readonly Row[] | null;
    };

export type Shared = {
  readonly store: Store;
  /** Looks at what a transaction has changed, just before it commits. */
  readonly beforeCommit: () => void;
  /** Whether the connection breaks at this commit, which has happened all the same. */
  readonly breaks: () => boolean;
  /** Waits for its turn where several programs run at once; null where only one does. */
  readonly turn: () => Promise<void> | null;
  readonly trace: (life: Life, what: string, count: number) => void;
  readonly broken: (error: unknown) => void;
  readonly intercept: Intercept | null;
  readonly record: ((asked: Asked) => void) | null;
  /** Whose transaction is open; others wait for its end. */
  open: Promise<void> | null;
};

/** The database as one program sees it. Transactions run one at a time. */
export function databaseOf(shared: Shared, life: Life): Database {
  const { store } = shared;
  const record = shared.record ?? (() => {});
  const begin = (): void => {
    store.begin();
    record({ kind: "begin" });
  };
  const commit = (): void => {
    shared.beforeCommit();
    store.commit();
    record({ kind: "commit" });
  };
  const rollBack = (): void => {
    store.rollBack();
    record({ kind: "rollback" });
  };
  const runOn = (text: string, params: readonly unknown[]): Row[] => {
    try {
      const rows = store.run(text, params);
      record({ kind: "statement", text, params, now: store.now(), rows });
      return rows;
    } catch (error) {
      record({ kind: "statement", text, params, now: store.now(), rows: null });
      throw error;
    }
  };
  const run = (text: string, params: readonly unknown[] = []): Row[] => {
    stepOf(life);
    try {
      const rows = shared.intercept ? shared.intercept(text, params, runOn) : runOn(text, params);
      shared.trace(life, text, rows.length);
      return rows;
    } catch (error) {
      if (!(error instanceof ConstraintError)) shared.broken(error);
      throw error;
    }
  };
  const free = async (turn: Promise<void> | null): Promise<void> => {
    if (turn) await turn;
    while (shared.open) await shared.open;
  };
  const alone = async (text: string, params?: readonly unknown[]): Promise<Row[]> => {
    const turn = shared.turn();
    if (turn || shared.open) await free(turn);
    begin();
    try {
      const rows = run(text, params);
      commit();
      return rows;
    } catch (error) {
      rollBack();
      throw error;
    }
  };
  return {
    ...queryable(alone),
    async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      const turn = shared.turn();
      if (turn || shared.open) await free(turn);
      stepOf(life);
      const ended = Promise.withResolvers<void>();
      shared.open = ended.promise;
      const hooks: (() => void | Promise<void>)[] = [];
      begin();
      try {
        const value = await inTransaction(run, hooks, work);
        stepOf(life);
        commit();
        shared.open = null;
        ended.resolve();
        stepOf(life);
        if (shared.breaks()) throw new CommitOutcomeUnknown(new Error("the connection broke"));
        for (const hook of hooks) await hook();
        return value;
      } catch (error) {
        if (shared.open === ended.promise) {
          rollBack();
          shared.open = null;
          ended.resolve();
        }
        throw error;
      }
    },
    close: async () => {},
  };
}

async function inTransaction<T>(
  run: (text: string, params?: readonly unknown[]) => Row[],
  hooks: (() => void | Promise<void>)[],
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const state = { over: false, failed: false };
  const inside = async (text: string, params?: readonly unknown[]): Promise<Row[]> => {
    if (state.over) throw new Error("this transaction has ended: await every query inside it");
    if (state.failed) throw new Error("current transaction is aborted");
    try {
      return run(text, params);
    } catch (error) {
      state.failed = true;
      throw error;
    }
  };
  const value = await work({ ...queryable(inside), afterCommit: (hook) => void hooks.push(hook) });
  state.over = true;
  if (state.failed)
    throw new Error("the transaction was rolled back, because a query in it failed and the failure was swallowed");
  return value;
}

/** The rows are of the type that the caller names, as with the real database. */
function queryable(run: (text: string, params?: readonly unknown[]) => Promise<Row[]>): Queryable {
  return {
    query: run as Queryable["query"],
    one: (async (text: string, params?: readonly unknown[]) => {
      const rows = await run(text, params);
      if (rows.length !== 1) throw new Error(`expected exactly one row and got ${rows.length}: ${text}`);
      return rows[0];
    }) as Queryable["one"],
    maybe: (async (text: string, params?: readonly unknown[]) => {
      const rows = await run(text, params);
      if (rows.length > 1) throw new Error(`expected at most one row and got ${rows.length}: ${text}`);
      return rows[0] ?? null;
    }) as Queryable["maybe"],
  };
}
