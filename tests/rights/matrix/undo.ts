import type { Database, Queryable, Tx } from "../../../server/runtime/database/index.ts";

/** A database whose changes can be taken back: one request at a time, so that each finds the market as it was made. */
export type Undoable = { readonly db: Database; undo<T>(work: () => Promise<T>): Promise<T> };

class Undone extends Error {
  override readonly name = "Undone";
}

export function undoable(real: Database): Undoable {
  const state: { tx: Tx | null; count: number; last: Promise<unknown> } = {
    tx: null,
    count: 0,
    last: Promise.resolve(),
  };
  const here = (): Queryable => state.tx ?? real;
  const db: Database = {
    ...real,
    query: (text, values) => here().query(text, values),
    one: (text, values) => here().one(text, values),
    maybe: (text, values) => here().maybe(text, values),
    transaction(work, options) {
      const { tx } = state;
      if (!tx) return real.transaction(work, options);
      // One connection has its savepoints one after the other.
      const run = state.last.then(() => nested(tx, work, `step_${++state.count}`));
      state.last = run.catch(() => null);
      return run;
    },
  };
  return {
    db,
    async undo<T>(work: () => Promise<T>): Promise<T> {
      const answers: T[] = [];
      const attempt = real.transaction(
        async (tx) => {
          state.tx = tx;
          try {
            answers.push(await work());
          } finally {
            state.tx = null;
          }
          throw new Undone();
        },
        { retries: 0 },
      );
      await attempt.catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
      const [answer] = answers;
      if (answer === undefined) throw new Error("nothing was done");
      return answer;
    },
  };
}

async function nested<T>(tx: Tx, work: (tx: Tx) => Promise<T>, name: string): Promise<T> {
  await tx.query(`savepoint ${name}`);
  const hooks: (() => void | Promise<void>)[] = [];
  try {
    const value = await work({ ...tx, afterCommit: (hook) => void hooks.push(hook) });
    await tx.query(`release savepoint ${name}`);
    for (const hook of hooks) await hook();
    return value;
  } catch (error) {
    await tx.query(`rollback to savepoint ${name}`);
    throw error;
  }
}
