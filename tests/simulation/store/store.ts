import type { Rows, Workshop } from "./compile-select.ts";
import { compileStatement, type Writes } from "./compile-write.ts";
import type { Row } from "./evaluation.ts";
import { parse } from "./parse.ts";
import { compileTables, emptyEnv, type Table } from "./tables.ts";
import { coercion, equals } from "./values.ts";

type UniqueKey = Table["uniques"][number];

/** Whether a key is the one that a statement names; without a name each key is meant. */
const isMeant = ({ columns }: UniqueKey, target: readonly string[] | null): boolean =>
  target === null || (target.length === columns.length && target.every((name) => columns.includes(name)));

/** The row that already has the values of a key; null is equal to nothing. */
function hitBy({ columns, where }: UniqueKey, row: Row, rows: Iterable<Row>, except: Row | null): Row | null {
  if ((where && !where(row)) || columns.some((name) => row[name] === null)) return null;
  for (const other of rows)
    if (other !== except && columns.every((name) => equals(row[name], other[name])) && (!where || where(other)))
      return other;
  return null;
}

/** Columns that are not named have their defaults. */
function complete(table: Table, row: Row): Row {
  const env = emptyEnv();
  for (const [name, fallback] of table.fallbacks)
    if (!(name in row)) row[name] = fallback === null ? null : fallback(env);
  return row;
}

/** A function of the database's own that statements call, as we have written it down a second time. */
export type Routine = (store: Store, args: readonly unknown[]) => unknown;

type Undo =
  | { readonly kind: "inserted"; readonly table: Table; readonly row: Row }
  | { readonly kind: "removed"; readonly table: Table; readonly row: Row }
  | { readonly kind: "updated"; readonly table: Table; readonly row: Row; readonly before: Row };

export type Store = {
  readonly rows: (table: string) => Iterable<Row>;
  readonly run: (sql: string, params: readonly unknown[]) => Row[];
  readonly insert: (table: string, row: Row) => void;
  readonly update: (table: string, row: Row, changes: Row) => void;
  readonly remove: (table: string, row: Row) => void;
  /** Everything since `begin` happens, or nothing of it. */
  readonly begin: () => void;
  readonly commit: () => void;
  readonly rollBack: () => void;
  /** What the open transaction has inserted and changed. */
  readonly changes: () => readonly {
    readonly table: string;
    readonly kind: Undo["kind"];
    readonly row: Row;
    readonly before: Row | null;
  }[];
  readonly nextNumber: (sequence: string) => bigint;
  readonly now: () => number;
};

type Plan = {
  readonly rows: Rows;
  readonly params: readonly { readonly n: number; readonly type: string }[];
  readonly coerce: readonly ((value: unknown) => unknown)[];
  readonly numerics: readonly string[];
};

export class ConstraintError extends Error {
  readonly code: string;
  readonly constraint: string;
  constructor(code: string, constraint: string, message: string) {
    super(message);
    this.code = code;
    this.constraint = constraint;
  }
}

const tables: { all: ReadonlyMap<string, Table> | null } = { all: null };
const plans = new Map<string, Plan>();
const present: { writes: Writes | null } = { writes: null };

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

/** Writes go to the store whose statement runs now; plans are shared by all stores of a thread. */
const shared: Writes = {
  tableOf: tableNamed,
  insert: (table, row) => writesNow().insert(table, row),
  update: (table, row, changes) => writesNow().update(table, row, changes),
  remove: (table, row) => writesNow().remove(table, row),
  collision: (table, row, target) => writesNow().collision(table, row, target),
  next: (table) => writesNow().next(table),
};

function writesNow(): Writes {
  if (!present.writes) throw new Error("no store is running a statement");
  return present.writes;
}

function planOf(sql: string): Plan {
  const known = plans.get(sql);
  if (known) return known;
  const shop: Workshop = {
    params: [],
    slots: 0,
    ctes: new Map(),
    table: (name) => {
      const { at, shape } = tableNamed(name);
      return { at, columns: new Map([...shape.columns].map(([column, { type }]) => [column, type])) };
    },
    statement: (statement, workshop, scope, touched) => compileStatement(statement, workshop, scope, touched, shared),
  };
  try {
    const rows = compileStatement(parse(sql), shop, null, new Set(), shared);
    const numerics = [...rows.columns].filter(([, type]) => type === "numeric").map(([name]) => name);
    const plan = { rows, params: shop.params, coerce: shop.params.map(({ type }) => coercion(type)), numerics };
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
  let log: Undo[] | null = null;

  const rowsOf = (table: Table): Set<Row> => data[table.at] as Set<Row>;
  const nextNumber = (name: string): bigint => {
    const next = (sequences.get(name) ?? 0n) + 1n;
    sequences.set(name, next);
    return next;
  };
  const collision = (
    table: Table,
    row: Row,
    target: readonly string[] | null,
    except: Row | null = null,
  ): Row | null => {
    for (const unique of table.uniques)
      if (isMeant(unique, target)) {
        const hit = hitBy(unique, row, rowsOf(table), except);
        if (hit) return hit;
      }
    return null;
  };
  const check = (table: Table, row: Row, except: Row | null): void => {
    for (const name of table.required)
      if ((row[name] ?? null) === null)
        throw new ConstraintError("23502", name, `${table.shape.name}.${name} may not be null`);
    const broken = table.checks.find(({ holds }) => !holds(row));
    if (broken) throw new ConstraintError("23514", broken.name, `${table.shape.name} breaks ${broken.name}`);
    if (collision(table, row, null, except))
      throw new ConstraintError("23505", keyOf(table, row), `a second row in ${table.shape.name}`);
  };
  const keyOf = (table: Table, row: Row): string =>
    table.uniques.find(({ columns }) => collision(table, row, columns))?.name ?? "";
  const writes: Writes = {
    tableOf: tableNamed,
    collision,
    next: (table) => nextNumber(table.shape.name),
    insert(table, row) {
      for (const name of table.counted) row[name] = nextNumber(`${table.shape.name}.${name}`);
      check(table, row, null);
      rowsOf(table).add(row);
      log?.push({ kind: "inserted", table, row });
    },
    update(table, row, changes) {
      if (table.shape.writtenOnce)
        throw new ConstraintError("23001", "written_once", `${table.shape.name} is written once`);
      const before = { ...row };
      Object.assign(row, changes);
      log?.push({ kind: "updated", table, row, before });
      check(table, row, row);
    },
    remove(table, row) {
      if (table.shape.writtenOnce)
        throw new ConstraintError("23001", "written_once", `${table.shape.name} is written once`);
      rowsOf(table).delete(row);
      log?.push({ kind: "removed", table, row });
    },
  };
  const undo = (entries: readonly Undo[]): void => {
    for (const entry of entries.toReversed()) {
      if (entry.kind === "inserted") rowsOf(entry.table).delete(entry.row);
      else if (entry.kind === "removed") rowsOf(entry.table).add(entry.row);
      else Object.assign(entry.row, entry.before);
    }
  };
  const store: Store = {
    rows: (name) => rowsOf(tableNamed(name)),
    run: (sql, params) => execute(planOf(sql), params),
    insert: (name, row) => writes.insert(tableNamed(name), complete(tableNamed(name), row)),
    update: (name, row, changes) => writes.update(tableNamed(name), row, changes),
    remove: (name, row) => writes.remove(tableNamed(name), row),
    begin() {
      if (log) throw new Error("a transaction is open already");
      log = [];
    },
    commit() {
      log = null;
    },
    rollBack() {
      undo(log ?? []);
      log = null;
    },
    changes: () =>
      (log ?? []).map((entry) => ({
        table: entry.table.shape.name,
        kind: entry.kind,
        row: entry.row,
        before: entry.kind === "updated" ? entry.before : null,
      })),
    nextNumber,
    now,
  };
  const call = (name: string, args: readonly unknown[]): unknown => {
    if (name === "nextval") return nextNumber(String(args[0]));
    const routine = routines.get(name);
    if (!routine) throw new Error(`the fast store has no function ${name}`);
    return routine(store, args);
  };
  const execute = (plan: Plan, params: readonly unknown[]): Row[] => {
    const typed = plan.params.map(({ n }, at) => plan.coerce[at]?.(params[n]) ?? null);
    const before = present.writes;
    present.writes = writes;
    try {
      const rows = plan.rows.run({ params, typed, rows: [], ctes: [], group: null, tables: data, now: now(), call });
      for (const name of plan.numerics)
        for (const row of rows) row[name] = row[name] === null ? null : String(row[name]);
      return rows;
    } finally {
      present.writes = before;
    }
  };
  return store;
}
