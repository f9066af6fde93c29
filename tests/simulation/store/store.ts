import { assembled, parametersOf, type Runs, workshop } from "./code.ts";
import { compileStatement } from "./compile-write.ts";
import type { Env, Row, Table, UniqueKey, Workshop, Writes } from "./evaluation.ts";
import { parse } from "./parse.ts";
import { ConstraintError, compileTables } from "./tables.ts";

export { ConstraintError } from "./tables.ts";

/** A function of the database's own that statements call, as we have written it down a second time. */
export type Routine = (store: Store, args: readonly unknown[]) => unknown;

type Undo =
  | { readonly kind: "inserted"; readonly table: Table; readonly row: Row; readonly before: null }
  | { readonly kind: "removed"; readonly table: Table; readonly row: Row; readonly before: null }
  | { readonly kind: "updated"; readonly table: Table; readonly row: Row; readonly before: Row };

export type Store = {
  readonly rows: (table: string) => Set<Row>;
  readonly run: (sql: string, params: readonly unknown[]) => Row[];
  /** Answers with the row as it is kept, whole. */
  readonly insert: (table: string, row: Row) => Row;
  readonly update: (table: string, row: Row, changes: Row) => void;
  readonly remove: (table: string, row: Row) => void;
  /** Everything since `begin` happens, or nothing of it. */
  readonly begin: () => void;
  readonly commit: () => void;
  readonly rollBack: () => void;
  /** What the open transaction has inserted and changed. */
  readonly changes: () => readonly Undo[];
  readonly nextNumber: (sequence: string) => bigint;
  /** Another number whenever any row may be another. */
  readonly version: () => number;
  readonly now: () => number;
};

const tables: { all: ReadonlyMap<string, Table> | null } = { all: null };
const plans = new Map<string, Runs>();

/** The tables of the migrations, read once in a thread. */
export function allTables(): ReadonlyMap<string, Table> {
  tables.all ??= compileTables();
  return tables.all;
}

export function tableNamed(name: string): Table {
  const table = allTables().get(name);
  if (!table) throw new Error(`the fast store has no table ${name}`);
  return table;
}

/** Each statement becomes one function, once in a thread; which store it works on is told to it. */
function planOf(sql: string): Runs {
  const known = plans.get(sql);
  if (known) return known;
  try {
    const shop: Workshop = workshop({ table: tableNamed, statement: compileStatement });
    const rows = compileStatement(parse(sql), shop, null, new Set());
    const numerics = [...rows.columns].filter(([, type]) => type === "numeric").map(([name]) => name);
    const written = numerics.map((name) => `row[${JSON.stringify(name)}] = String(row[${JSON.stringify(name)}]);`);
    const asText =
      numerics.length === 0
        ? ""
        : `for (const row of found) { ${numerics.map((name, at) => `if (row[${JSON.stringify(name)}] !== null) ${written[at]}`).join(" ")} }`;
    const parameters = parametersOf(shop);
    const plan = assembled<Runs>(shop, "E, P", `${parameters} const found = ${rows.js}; ${asText} return found;`);
    plans.set(sql, plan);
    return plan;
  } catch (error) {
    throw new Error(`the fast store does not know this statement: ${sql.replace(/\s+/g, " ").trim()}`, {
      cause: error,
    });
  }
}

/** An empty store with its own clock. `routines` are the database's functions; `sequences` begin at one. */
export function createStore(now: () => number, routines: ReadonlyMap<string, Routine>): Store {
  const data = [...allTables().values()].map(() => new Set<Row>());
  const sequences = new Map<string, bigint>();
  let log: Undo[] = [];
  let open = false;
  let version = 0;

  const rowsOf = (table: Table): Set<Row> => data[table.at] as Set<Row>;
  const nextNumber = (name: string): bigint => {
    const next = (sequences.get(name) ?? 0n) + 1n;
    sequences.set(name, next);
    return next;
  };
  const collided = (table: Table, { name }: UniqueKey): never => {
    throw new ConstraintError("23505", name, `a second row in ${table.shape.name}`);
  };
  const note = (kind: Undo["kind"], table: Table, row: Row, before: Row | null): void => {
    version += 1;
    if (open) log.push({ kind, table, row, before } as Undo);
  };
  const writes: Writes = {
    collision(keys, table, row) {
      for (const key of keys) {
        const hit = key.hit(row, rowsOf(table), null);
        if (hit) return hit;
      }
      return null;
    },
    insert(table, row) {
      for (const name of table.counted) row[name] = nextNumber(`${table.shape.name}.${name}`);
      table.rules(row);
      for (const key of table.uniques) if (key.hit(row, rowsOf(table), null)) collided(table, key);
      rowsOf(table).add(row);
      note("inserted", table, row, null);
    },
    changed(table, row, before, rules) {
      note("updated", table, row, before);
      rules(row);
      for (const key of table.uniques)
        if (!key.kept(row, before) && key.hit(row, rowsOf(table), row)) collided(table, key);
    },
    remove(table, row) {
      if (table.shape.writtenOnce) throw table.written();
      rowsOf(table).delete(row);
      note("removed", table, row, null);
    },
  };
  const env: Env = { tables: data, now, writes, call: (name, args) => call(name, args) };
  const undo = (): void => {
    version += 1;
    for (let at = log.length - 1; at >= 0; at--) {
      const entry = log[at] as Undo;
      if (entry.kind === "inserted") rowsOf(entry.table).delete(entry.row);
      else if (entry.kind === "removed") rowsOf(entry.table).add(entry.row);
      else Object.assign(entry.row, entry.before);
    }
  };
  const ended = (): void => {
    if (log.length > 0) log = [];
    open = false;
  };
  const store: Store = {
    rows: (name) => rowsOf(tableNamed(name)),
    run: (sql, params) => planOf(sql)(env, params),
    insert(name, given) {
      const table = tableNamed(name);
      const row = table.complete(env, given);
      writes.insert(table, row);
      return row;
    },
    update(name, row, changes) {
      const table = tableNamed(name);
      if (table.shape.writtenOnce) throw table.written();
      const before = { ...row };
      Object.assign(row, changes);
      writes.changed(table, row, before, table.rulesFor(Object.keys(changes)));
    },
    remove: (name, row) => writes.remove(tableNamed(name), row),
    begin() {
      if (open) throw new Error("a transaction is open already");
      open = true;
    },
    commit: ended,
    rollBack() {
      undo();
      ended();
    },
    changes: () => log,
    version: () => version,
    nextNumber,
    now,
  };
  const call = (name: string, args: readonly unknown[]): unknown => {
    if (name === "nextval") return nextNumber(String(args[0]));
    const routine = routines.get(name);
    if (!routine) throw new Error(`the fast store has no function ${name}`);
    return routine(store, args);
  };
  return store;
}
