import type { Delete, Expr, Insert, Output, Sets, Statement, Update } from "./ast.ts";
import { compile } from "./compile-expression.ts";
import {
  columnsOf,
  compileFrom,
  compileSelect,
  contextOf,
  type Rows,
  type Workshop,
  withConditions,
} from "./compile-select.ts";
import type { Env, Eval, Place, Row, Scope } from "./evaluation.ts";
import type { Table } from "./tables.ts";
import { coercion } from "./values.ts";

/** What a write needs beyond reading: the tables with their rules, and where changes are noted. */
export type Writes = {
  readonly tableOf: (name: string) => Table;
  readonly insert: (table: Table, row: Row) => void;
  readonly update: (table: Table, row: Row, changes: Row) => void;
  readonly remove: (table: Table, row: Row) => void;
  /** The row that one with these values would collide with, by one key or by any. */
  readonly collision: (table: Table, row: Row, target: readonly string[] | null) => Row | null;
  readonly next: (table: Table) => bigint;
};

/** Compiles any statement, its WITH list first. */
export function compileStatement(
  statement: Statement,
  shop: Workshop,
  parent: Scope | null,
  touched: Set<number>,
  writes: Writes,
): Rows {
  const steps: { readonly at: number; readonly run: (env: Env) => Row[] }[] = [];
  const known: string[] = [];
  for (const { name, columns, body } of statement.ctes) {
    const inner = compileStatement(body, shop, parent, touched, writes);
    const names = [...inner.columns.keys()];
    const renamed =
      columns.length === 0
        ? inner.columns
        : new Map(names.map((one, n) => [columns[n] ?? one, inner.columns.get(one) ?? "unknown"]));
    const at = shop.ctes.size + known.length + shop.slots++;
    shop.ctes.set(name, { at, columns: renamed });
    known.push(name);
    const run =
      columns.length === 0
        ? inner.run
        : (env: Env): Row[] =>
            inner.run(env).map((row) => Object.fromEntries(names.map((one, n) => [columns[n] ?? one, row[one]])));
    steps.push({ at, run });
  }
  const body = compileBody(statement, shop, parent, touched, writes);
  for (const name of known) shop.ctes.delete(name);
  if (steps.length === 0) return body;
  return {
    columns: body.columns,
    run(env) {
      for (const { at, run } of steps) env.ctes[at] = run(env);
      return body.run(env);
    },
  };
}

function compileBody(
  statement: Statement,
  shop: Workshop,
  parent: Scope | null,
  touched: Set<number>,
  writes: Writes,
): Rows {
  switch (statement.k) {
    case "select":
      return compileSelect(statement, shop, parent, touched);
    case "insert":
      return compileInsert(statement, shop, touched, writes);
    case "update":
      return compileUpdate(statement, shop, touched, writes);
    default:
      return compileDelete(statement, shop, touched, writes);
  }
}

function returned(outputs: readonly Output[] | null, shop: Workshop, scope: Scope, touched: Set<number>): Rows {
  const columns = (outputs ?? []).flatMap((output) => columnsOf(output, scope, contextOf(shop, scope, touched)));
  return {
    columns: new Map(columns.map(({ name, type }) => [name, type])),
    run(env) {
      if (outputs === null) return [];
      const row: Row = {};
      for (const { name, run } of columns) row[name] = run(env);
      return [row];
    },
  };
}

const typesOf = (table: Table): ReadonlyMap<string, string> =>
  new Map([...table.shape.columns].map(([name, { type }]) => [name, type]));

function compileInsert(statement: Insert, shop: Workshop, touched: Set<number>, writes: Writes): Rows {
  const table = writes.tableOf(statement.table);
  const names = statement.columns.length > 0 ? statement.columns : [...table.shape.columns.keys()];
  for (const name of names)
    if (!table.shape.columns.has(name)) throw new Error(`${statement.table} has no column ${name}`);
  const rows = newRows(statement, names, table, shop, touched);
  const columns = typesOf(table);
  const place: Place = { alias: statement.alias, slot: shop.slots++, columns };
  const excluded: Place = { alias: "excluded", slot: shop.slots++, columns };
  const scope: Scope = { places: [place], parent: null };
  const both: Scope = { places: [place, excluded], parent: null };
  const { conflict } = statement;
  const sets = conflict?.sets ? setters(conflict.sets, table, shop, both, touched) : null;
  const when = conflict?.where ? compile(conflict.where, contextOf(shop, both, touched), "bool").run : null;
  const out = returned(statement.returning, shop, scope, touched);
  const write = (env: Env, row: Row): boolean => {
    const hit = conflict ? writes.collision(table, row, conflict.target) : null;
    if (!hit) {
      writes.insert(table, row);
      env.rows[place.slot] = row;
      return true;
    }
    if (!sets) return false;
    env.rows[place.slot] = hit;
    env.rows[excluded.slot] = row;
    if (when && when(env) !== true) return false;
    writes.update(table, hit, sets(env));
    return true;
  };
  return {
    columns: out.columns,
    run: (env) => rows(env).flatMap((row) => (write(env, row) ? out.run(env) : [])),
  };
}

function newRows(
  statement: Insert,
  names: readonly string[],
  table: Table,
  shop: Workshop,
  touched: Set<number>,
): (env: Env) => Row[] {
  const empty: Scope = { places: [], parent: null };
  const types = names.map((name) => table.shape.columns.get(name)?.type ?? "unknown");
  const coerce = types.map(coercion);
  const complete = (env: Env, values: readonly unknown[]): Row => {
    const row: Row = {};
    for (const [name, fallback] of table.fallbacks) row[name] = fallback === null ? null : fallback(env);
    for (const [at, name] of names.entries()) row[name] = coerce[at]?.(values[at]) ?? null;
    return row;
  };
  if (statement.select) {
    const select = shop.statement(typedOutputs(statement.select, types), shop, null, touched);
    const keys = [...select.columns.keys()];
    return (env) =>
      select.run(env).map((row) =>
        complete(
          env,
          keys.map((key) => row[key]),
        ),
      );
  }
  const lists = (statement.values ?? []).map((values) =>
    values.map((value, at) => compile(value, contextOf(shop, empty, touched), types[at]).run),
  );
  return (env) =>
    lists.map((runs) =>
      complete(
        env,
        runs.map((run) => run(env)),
      ),
    );
}

/** Outputs of an inserted select get names of their own, so that two of one name stay apart, and the types of their columns. */
function typedOutputs(select: NonNullable<Insert["select"]>, types: readonly string[]): NonNullable<Insert["select"]> {
  const outputs = select.outputs.map((output, at) => {
    if (!("e" in output)) return output;
    const bare = output.e.k === "param" || (output.e.k === "const" && output.e.t === "unknown");
    const e: Expr = bare ? { k: "cast", e: output.e, t: types[at] ?? "unknown" } : output.e;
    return { e, as: `column ${at}` };
  });
  return { ...select, outputs };
}

function setters(sets: Sets, table: Table, shop: Workshop, scope: Scope, touched: Set<number>): (env: Env) => Row {
  const context = contextOf(shop, scope, touched);
  const runs = sets.map(([name, e]): readonly [string, Eval] => {
    const type = table.shape.columns.get(name)?.type;
    if (type === undefined) throw new Error(`${table.shape.name} has no column ${name}`);
    const { run } = compile(e, context, type);
    const coerce = coercion(type);
    return [name, (env) => coerce(run(env))];
  });
  return (env) => {
    const changes: Row = {};
    for (const [name, run] of runs) changes[name] = run(env);
    return changes;
  };
}

function compileUpdate(statement: Update, shop: Workshop, touched: Set<number>, writes: Writes): Rows {
  const table = writes.tableOf(statement.table);
  const { scope, loops, slot } = targets(statement, shop, touched);
  const sets = setters(statement.sets, table, shop, scope, touched);
  const out = returned(statement.returning, shop, scope, touched);
  return {
    columns: out.columns,
    run(env) {
      const found = new Map<Row, { changes: Row; rows: (Row | null)[] }>();
      loops(env, () => {
        const row = env.rows[slot];
        if (row && !found.has(row)) found.set(row, { changes: sets(env), rows: env.rows.slice() });
      });
      const answers: Row[] = [];
      for (const [row, { changes, rows }] of found) {
        writes.update(table, row, changes);
        for (const [at, one] of rows.entries()) env.rows[at] = one;
        answers.push(...out.run(env));
      }
      return answers;
    },
  };
}

function compileDelete(statement: Delete, shop: Workshop, touched: Set<number>, writes: Writes): Rows {
  const table = writes.tableOf(statement.table);
  const { scope, loops, slot } = targets(statement, shop, touched);
  const out = returned(statement.returning, shop, scope, touched);
  return {
    columns: out.columns,
    run(env) {
      const found = new Set<Row>();
      const answers: Row[] = [];
      loops(env, () => {
        const row = env.rows[slot];
        if (!row || found.has(row)) return;
        found.add(row);
        answers.push(...out.run(env));
      });
      for (const row of found) writes.remove(table, row);
      return answers;
    },
  };
}

function targets(statement: Update | Delete, shop: Workshop, touched: Set<number>) {
  const self = {
    what: { k: "table", name: statement.table },
    alias: statement.alias,
    columns: [],
    join: "inner",
    on: null,
    using: [],
  } as const;
  const { sources, scope } = compileFrom([self, ...statement.from], shop, null, touched);
  const loops = withConditions(sources, statement.where, shop, scope, touched);
  const slot = scope.places[0]?.slot ?? 0;
  return { scope, loops, slot };
}
