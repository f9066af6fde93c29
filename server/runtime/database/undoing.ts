import { type Result, refuse } from "@amana/core/result";
import type { Database, Tx } from "./queryable.ts";

/** A transaction of which nothing is left behind when it ends in a refusal. */
export async function undoing<T, Refusal>(
  db: Pick<Database, "transaction">,
  act: (tx: Tx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  class Undo extends Error {
    readonly refusal: Refusal;
    constructor(refusal: Refusal) {
      super("refused");
      this.refusal = refusal;
    }
  }
  try {
    return await db.transaction(async (tx) => {
      const done = await act(tx);
      if (!done.ok) throw new Undo(done.error);
      return done;
    });
  } catch (error) {
    if (error instanceof Undo) return refuse(error.refusal);
    throw error;
  }
}
