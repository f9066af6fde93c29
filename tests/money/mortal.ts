import type { Parts } from "../../server/entrypoints/wiring.ts";
import type { Database, Tx } from "../../server/runtime/database/index.ts";

/** A process that dies at one of its steps: from then on nothing of it reaches the database or a provider. */
export type Mortal = { readonly parts: Partial<Parts>; readonly steps: () => number; readonly isDead: () => boolean };

class Dead extends Error {}

/** The steps are those that somebody outside can tell apart: before and after each call, each statement, each commit. */
export function mortal(parts: Parts, diesAt: number): Mortal {
  const life = { steps: 0, dead: false };
  const step = (): void => {
    life.steps += 1;
    if (life.steps === diesAt) life.dead = true;
    if (life.dead) throw new Dead(`at step ${life.steps}`);
  };
  const around = async <T>(act: () => Promise<T>): Promise<T> => {
    step();
    const value = await act();
    step();
    return value;
  };
  const { db } = parts;
  const dying: Database = {
    ...db,
    query: (...query) => around(() => db.query(...query)) as never,
    one: (...query) => around(() => db.one(...query)) as never,
    maybe: (...query) => around(() => db.maybe(...query)) as never,
    transaction: async (work, options) => {
      const value = await db.transaction(async (tx: Tx) => {
        const inside = await work(tx);
        step();
        return inside;
      }, options);
      step();
      return value;
    },
  };
  const callsOf = <T extends object>(provider: T): T =>
    Object.fromEntries(
      Object.entries(provider).map(([name, member]) => {
        const isCall = typeof member === "function" && name !== "readWebhook";
        return [name, isCall ? (...args: unknown[]) => around(() => member(...args)) : member];
      }),
    ) as T;
  return {
    parts: {
      db: dying,
      gateways: parts.gateways.map(callsOf),
      rail: parts.rail && callsOf(parts.rail),
      carriers: parts.carriers.map(callsOf),
    },
    steps: () => life.steps,
    isDead: () => life.dead,
  };
}
