import type { Parts } from "../../server/entrypoints/wiring.ts";
import type { Database, Queryable, Tx } from "../../server/runtime/database/index.ts";

/** Is told of each fault point before it is passed, and may make it wait for as long as it likes. */
export type AtPoint = (what: string) => Promise<void>;

/**
 * The parts of an application with fault points at its seams: before and after each call to a provider, before each statement and
 * each commit, after each commit. Nothing in the product knows of them. Where a statement has been answered and where the next
 * one begins is one point, for nobody outside can tell them apart.
 */
export const withPoints = (parts: Parts, at: AtPoint): Parts => ({
  ...parts,
  db: databaseWithPoints(parts.db, at),
  gateways: parts.gateways.map((gateway) => callsWithPoints(gateway, at)),
  rail: parts.rail && callsWithPoints(parts.rail, at),
  carriers: parts.carriers.map((carrier) => callsWithPoints(carrier, at)),
});

export const databaseWithPoints = (db: Database, at: AtPoint): Database => ({
  ...db,
  ...queriesWithPoints(db, at),
  async transaction(work, options) {
    const value = await db.transaction(async (tx: Tx) => {
      const inside = await work({ ...tx, ...queriesWithPoints(tx, at) });
      await at("before commit");
      return inside;
    }, options);
    await at("after commit");
    return value;
  },
});

/** Methods as they are declared, generics and all, with a wait before each. */
function queriesWithPoints(queryable: Queryable, at: AtPoint): Queryable {
  const before = async (text: string): Promise<void> => at(`before ${nameOf(text)}`);
  return {
    async query<Row>(...[text, values]: Parameters<Queryable["query"]>) {
      await before(text);
      return await queryable.query<Row>(text, values);
    },
    async one<Row>(...[text, values]: Parameters<Queryable["one"]>) {
      await before(text);
      return await queryable.one<Row>(text, values);
    },
    async maybe<Row>(...[text, values]: Parameters<Queryable["maybe"]>) {
      await before(text);
      return await queryable.maybe<Row>(text, values);
    },
  };
}

const nameOf = (sql: string): string => sql.replace(/\s+/g, " ").trim().slice(0, 60);

function callsWithPoints<T extends { readonly name: string }>(provider: T, at: AtPoint): T {
  const wrapped = Object.entries(provider).map(([name, member]) => {
    if (typeof member !== "function" || name === "readWebhook") return [name, member];
    const call = async (...args: unknown[]): Promise<unknown> => {
      await at(`before ${provider.name} ${name}`);
      const answer: unknown = await Reflect.apply(member, provider, args);
      await at(`after ${provider.name} ${name}`);
      return answer;
    };
    return [name, call];
  });
  return { ...provider, ...Object.fromEntries(wrapped) };
}
