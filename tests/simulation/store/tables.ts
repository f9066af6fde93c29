import { compile } from "./compile-expression.ts";
import type { Context, Env, Eval, Row } from "./evaluation.ts";
import { type Check, readSchema, type Shape, type Unique } from "./schema.ts";

/** A table with its rules as functions. `at` is its number among the tables. */
export type Table = {
  readonly at: number;
  readonly shape: Shape;
  readonly required: readonly string[];
  readonly fallbacks: readonly (readonly [string, Eval | null])[];
  readonly uniques: readonly (Omit<Unique, "where"> & { readonly where: ((row: Row) => boolean) | null })[];
  readonly checks: readonly { readonly name: string; readonly holds: (row: Row) => boolean }[];
  readonly counted: readonly string[];
};

/** Every table of the migrations, compiled once for all stores. */
export function compileTables(): ReadonlyMap<string, Table> {
  const shapes = readSchema();
  return new Map([...shapes.values()].map((shape, at) => [shape.name, tableOf(shape, at)]));
}

function tableOf(shape: Shape, at: number): Table {
  const columns = new Map([...shape.columns].map(([name, { type }]) => [name, type]));
  const context: Context = {
    scope: { places: [{ alias: shape.name.split(".").at(-1) ?? shape.name, slot: 0, columns }], parent: null },
    params: [],
    touched: new Set(),
    select: () => {
      throw new Error(`${shape.name} has a rule with a select`);
    },
  };
  const rule = (e: Check["e"]): Eval => compile(e, context, "bool").run;
  const env = emptyEnv();
  const over = (run: Eval) => (row: Row) => {
    env.rows[0] = row;
    return run(env);
  };
  return {
    at,
    shape,
    required: [...shape.columns.values()].filter(({ notNull }) => notNull).map(({ name }) => name),
    fallbacks: [...shape.columns.values()].map(({ name, type, fallback }) => [
      name,
      fallback ? compile(fallback, context, type).run : null,
    ]),
    uniques: shape.uniques.map(({ name, columns: keys, where }) => {
      const run = where && over(rule(where));
      return { name, columns: keys, where: run && ((row) => run(row) === true) };
    }),
    checks: shape.checks.map(({ name, e }) => {
      const run = over(rule(e));
      return { name, holds: (row) => run(row) !== false };
    }),
    counted: [...shape.columns.values()].filter(({ counted }) => counted).map(({ name }) => name),
  };
}

export const emptyEnv = (): Env => ({
  params: [],
  typed: [],
  rows: [],
  ctes: [],
  group: null,
  tables: [],
  now: 0,
  call: (name) => {
    throw new Error(`no function ${name} here`);
  },
});
