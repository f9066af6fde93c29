import type { Expr } from "./ast.ts";
import { assembled, keyOf, record, workshop } from "./code.ts";
import { compile, decide } from "./compile-expression.ts";
import type { Place, Row, Table, UniqueKey } from "./evaluation.ts";
import { readSchema, type Shape, type Unique } from "./schema.ts";

export class ConstraintError extends Error {
  readonly code: string;
  readonly constraint: string;
  constructor(code: string, constraint: string, message: string) {
    super(message);
    this.code = code;
    this.constraint = constraint;
  }
}

/** Whether a key is the one that a statement names; without a name each key is meant. */
export const isMeant = ({ columns }: Pick<Unique, "columns">, target: readonly string[] | null): boolean =>
  target === null || (target.length === columns.length && target.every((name) => columns.includes(name)));

/** Every table of the migrations, compiled once for all stores. */
export function compileTables(): ReadonlyMap<string, Table> {
  const shapes = readSchema();
  return new Map([...shapes.values()].map((shape, at) => [shape.name, tableOf(shape, at)]));
}

function tableOf(shape: Shape, at: number): Table {
  const columns = new Map([...shape.columns].map(([name, { type }]) => [name, type]));
  const made = new Map<string, (row: Row) => void>();
  const rulesFor = (names: readonly string[]): ((row: Row) => void) => {
    const key = names.join();
    const rules = made.get(key) ?? rulesOf(shape, columns, (name) => names.includes(name));
    made.set(key, rules);
    return rules;
  };
  return {
    at,
    shape,
    columns,
    uniques: shape.uniques.map((unique) => keyFor(shape, columns, unique)),
    complete: completed(shape, columns),
    rules: rulesOf(shape, columns, () => true),
    rulesFor,
    written: () => new ConstraintError("23001", "written_once", `${shape.name} is written once`),
    counted: [...shape.columns.values()].filter(({ counted }) => counted).map(({ name }) => name),
  };
}

const ownWorkshop = ({ name }: Shape) =>
  workshop({
    table: (other) => {
      throw new Error(`a rule of ${name} reads ${other}`);
    },
    statement: () => {
      throw new Error(`${name} has a rule with a select`);
    },
  });

const placeOf = (shape: Shape, columns: ReadonlyMap<string, string>, js: string): Place => ({
  alias: shape.name.split(".").at(-1) ?? shape.name,
  js,
  maybe: false,
  columns,
});

/** The columns that a rule reads. */
const readBy = (e: Expr): string[] =>
  [...JSON.stringify(e).matchAll(/"k":"col","table":(?:null|"\w+"),"name":"(\w+)"/g)].map(([, name]) => name ?? "");

function rulesOf(
  shape: Shape,
  columns: ReadonlyMap<string, string>,
  concerns: (column: string) => boolean,
): (row: Row) => void {
  const shop = ownWorkshop(shape);
  const context = {
    shop,
    scope: { places: [placeOf(shape, columns, "row")], parent: null },
    touched: new Set<string>(),
  };
  const required = [...shape.columns.values()]
    .filter(({ name, notNull }) => notNull && concerns(name))
    .map(({ name }) => `if ((row[${keyOf(name)}] ?? null) === null) missing(${keyOf(name)});`);
  const checks = shape.checks
    .filter(({ e }) => readBy(e).some(concerns))
    .map(({ name, e }) => `if (${decide(e, context, false)}) broken(${keyOf(name)});`);
  const check = assembled<(row: Row, missing: Fail, broken: Fail) => void>(
    shop,
    "row, missing, broken",
    [...required, ...checks].join(" "),
  );
  const missing: Fail = (name) => {
    throw new ConstraintError("23502", name, `${shape.name}.${name} may not be null`);
  };
  const broken: Fail = (name) => {
    throw new ConstraintError("23514", name, `${shape.name} breaks ${name}`);
  };
  return (row) => check(row, missing, broken);
}

type Fail = (name: string) => never;

function completed(shape: Shape, columns: ReadonlyMap<string, string>): Table["complete"] {
  const shop = ownWorkshop(shape);
  const context = { shop, scope: { places: [], parent: null }, touched: new Set<string>() };
  const whole = record(
    [...shape.columns.values()].map(({ name, type, fallback }) => {
      const other = fallback ? compile(fallback, context, columns.get(name) ?? type).js : "null";
      return [name, `row[${keyOf(name)}] === undefined ? ${other} : row[${keyOf(name)}]`];
    }),
  );
  return assembled(shop, "E, row", `return ${whole};`);
}

function keyFor(shape: Shape, columns: ReadonlyMap<string, string>, { name, columns: keys, where }: Unique): UniqueKey {
  const isPlain = (key: string): boolean => !["jsonb", "bytea"].includes(columns.get(key) ?? "") && !isList(key);
  const isList = (key: string): boolean => (columns.get(key) ?? "").endsWith("[]");
  const same = (a: string, b: string): string =>
    keys
      .map((key) => {
        const [x, y] = [`${a}[${keyOf(key)}]`, `${b}[${keyOf(key)}]`];
        return isPlain(key) ? `${x} === ${y}` : `equals(${x}, ${y})`;
      })
      .join(" && ");
  const shop = ownWorkshop(shape);
  const meant = (js: string): string =>
    where
      ? decide(where, { shop, scope: { places: [placeOf(shape, columns, js)], parent: null }, touched: new Set() })
      : "true";
  const absent = keys.map((key) => `row[${keyOf(key)}] === null`).join(" || ");
  const hit = `if (!${meant("row")} || ${absent}) return null;
    for (const other of rows) if (other !== except && ${same("row", "other")} && ${meant("other")}) return other;
    return null;`;
  return {
    name,
    columns: keys,
    hit: assembled(shop, "row, rows, except", hit),
    kept: assembled(shop, "row, before", `return ${same("row", "before")} && ${meant("row")} === ${meant("before")};`),
  };
}
