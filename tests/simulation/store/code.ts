import type { Statement } from "./ast.ts";
import type { Code, Env, Place, Row, Rows, Scope, Workshop } from "./evaluation.ts";
import { HELPERS } from "./sql-functions.ts";
import { coercion } from "./values.ts";

/** A workshop for one statement, or for the rules of one table. */
export const workshop = (parts: Pick<Workshop, "table" | "statement">): Workshop => ({
  ...parts,
  params: [],
  constants: [],
  counts: { names: 0, temporaries: 0 },
  ctes: new Map(),
});

/** Makes a function of generated JavaScript; each statement is one, so that the engine can make machine code of the whole. */
export function assembled<Made>(shop: Workshop, parameters: string, body: string): Made {
  const helpers = `const { ${Object.keys(HELPERS).join(", ")} } = HELPERS;`;
  const constants = shop.constants.map((_, at) => `const k${at} = CONSTANTS[${at}];`).join("");
  const temporaries = Array.from({ length: shop.counts.temporaries }, (_, at) => `let t${at};`).join("");
  const text = `"use strict"; ${helpers} ${constants} return function (${parameters}) { ${temporaries} ${body} };`;
  return new Function("HELPERS", "CONSTANTS", text)(HELPERS, shop.constants) as Made;
}

export type Runs = (env: Env, params: readonly unknown[]) => Row[];

export function constant(shop: Workshop, value: unknown): string {
  const known = shop.constants.indexOf(value);
  return `k${known >= 0 ? known : shop.constants.push(value) - 1}`;
}

export const fresh = (shop: Workshop, stem: string): string => `${stem}${shop.counts.names++}`;
export const temporary = (shop: Workshop): string => `t${shop.counts.temporaries++}`;

/**
 * A select inside of a statement; one that reads no row around it is asked once for each run of the statement, as PostgreSQL does.
 */
export function inner(select: Statement, shop: Workshop, scope: Scope, touched: Set<string>): Rows {
  const first = shop.counts.names;
  const own = new Set<string>();
  const rows = shop.statement(select, shop, scope, own);
  for (const row of own) touched.add(row);
  const isOwn = (row: string): boolean => Number(row.slice(1)) >= first;
  if (![...own].every(isOwn) || rows.js.includes("E.call(")) return rows;
  return { columns: rows.columns, js: `(${temporary(shop)} ??= ${rows.js})` };
}

/** A value as JavaScript writes it, or a constant where it cannot. */
export function literalOf(shop: Workshop, value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return JSON.stringify(value);
  return typeof value === "bigint" ? `${value}n` : constant(shop, value);
}

export const keyOf = (name: string): string => JSON.stringify(name);
export const read = ({ js, maybe }: Place, name: string): string =>
  maybe ? `(${js}?.[${keyOf(name)}] ?? null)` : `${js}[${keyOf(name)}]`;
export const record = (columns: readonly (readonly [string, string])[]): string =>
  `{ ${columns.map(([name, js]) => `${keyOf(name)}: ${js}`).join(", ")} }`;

/** As a value of a column's type. */
export const as = (shop: Workshop, { type, js }: Code, wanted: string): string =>
  type === wanted ? js : `${constant(shop, coercion(wanted))}(${js})`;

/** The prologue of a statement: parameters as the types that it takes them for. */
export const parametersOf = (shop: Workshop): string =>
  shop.params.map(({ n, type }, slot) => `const p${slot} = ${constant(shop, coercion(type))}(P[${n}]);`).join(" ");
