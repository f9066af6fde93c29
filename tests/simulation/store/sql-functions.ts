import type { Expr } from "./ast.ts";
import type { Context, Eval, Row, Typed } from "./evaluation.ts";
import { compare, equals } from "./values.ts";

type Scalar = { readonly type: string; readonly takes?: string; readonly run: (args: readonly unknown[]) => unknown };

const known = (args: readonly unknown[]): unknown[] => args.filter((arg) => arg !== null);
const extreme =
  (sign: number) =>
  (args: readonly unknown[]): unknown =>
    known(args).reduce<unknown>((best, arg) => (best === null || compare(arg, best) * sign > 0 ? arg : best), null);
const strict =
  (act: (...args: never[]) => unknown) =>
  (args: readonly unknown[]): unknown =>
    args.includes(null) ? null : act(...(args as never[]));

/** Functions of PostgreSQL that our statements and constraints call. */
export const SCALARS: Readonly<Record<string, Scalar>> = {
  coalesce: { type: "common", run: (args) => args.find((arg) => arg !== null) ?? null },
  least: { type: "common", run: extreme(-1) },
  greatest: { type: "common", run: extreme(1) },
  nullif: { type: "common", run: ([a, b]) => (equals(a, b) ? null : a) },
  abs: { type: "bigint", run: strict((value: bigint) => (value < 0n ? -value : value)) },
  make_interval: { type: "interval", takes: "int", run: strict((seconds: number) => seconds * 1000) },
  length: { type: "int", takes: "text", run: strict((text: string) => [...text].length) },
  octet_length: { type: "int", run: strict((bytes: Uint8Array) => bytes.length) },
  cardinality: { type: "int", run: strict((list: unknown[]) => list.length) },
  lower: { type: "text", takes: "text", run: strict((text: string) => text.toLowerCase()) },
  starts_with: { type: "bool", takes: "text", run: strict((text: string, start: string) => text.startsWith(start)) },
  replace: {
    type: "text",
    takes: "text",
    run: strict((text: string, from: string, to: string) => text.replaceAll(from, to)),
  },
  lpad: {
    type: "text",
    takes: "text",
    run: ([text, length, fill]) => String(text).padStart(Number(length), String(fill ?? " ")),
  },
  jsonb_typeof: {
    type: "text",
    run: strict((value: unknown) => (Array.isArray(value) ? "array" : typeof value)),
  },
  timezone: { type: "timestamptz", run: ([, at]) => at },
  to_char: { type: "text", run: ([at, format]) => dateText(Number(at), String(format)) },
  hashtextextended: { type: "bigint", run: () => 0n },
  hashtext: { type: "int", run: () => 0 },
  pg_advisory_xact_lock: { type: "text", run: () => "" },
  txid_current: { type: "bigint", run: () => 1n },
};

function dateText(at: number, format: string): string {
  const iso = new Date(at).toISOString();
  if (format === "YYYY") return iso.slice(0, 4);
  if (format === "YYYY-MM-DD") return iso.slice(0, 10);
  if (format === "YYYYMMDD") return iso.slice(0, 10).replaceAll("-", "");
  throw new Error(`the fast store does not write dates as ${format}`);
}

export const AGGREGATES: ReadonlySet<string> = new Set([
  "count",
  "sum",
  "min",
  "max",
  "array_agg",
  "bool_or",
  "bool_and",
]);

type Compile = (e: Expr, c: Context, wanted?: string) => Typed;

/** Whether an expression counts over a group; those inside subselects count over their own. */
export function countsOver(e: Expr): boolean {
  if (e.k === "call" && AGGREGATES.has(e.name)) return true;
  const inner: (Expr | null)[] = [];
  if (e.k === "call") inner.push(...e.args);
  else if (e.k === "bin" || e.k === "distinct") inner.push(e.l, e.r);
  else if (e.k === "not" || e.k === "neg" || e.k === "cast" || e.k === "isnull") inner.push(e.e);
  else if (e.k === "case") inner.push(e.of, e.other, ...e.whens.flat());
  return inner.some((one) => one !== null && countsOver(one));
}

const LEFT_OUT = Symbol("left out");

/** An aggregate over the rows of the present group. */
export function aggregate(e: Expr & { k: "call" }, c: Context, compile: Compile): Typed {
  const [first] = e.args;
  const inner = first ? compile(first, c) : null;
  const filter = e.filter ? compile(e.filter, c, "bool").run : null;
  const counted = (env: Parameters<Eval>[0]): unknown => {
    if (filter && filter(env) !== true) return LEFT_OUT;
    const value = inner ? inner.run(env) : true;
    return value === null && e.name !== "array_agg" ? LEFT_OUT : value;
  };
  const values = (env: Parameters<Eval>[0]): unknown[] => {
    const group = env.group ?? [];
    const kept = env.rows.slice();
    const collected: unknown[] = [];
    for (const rows of group) {
      put(env.rows, rows);
      const value = counted(env);
      if (value !== LEFT_OUT) collected.push(value);
    }
    put(env.rows, kept);
    return collected;
  };
  const type = typeOf(e.name, inner?.type ?? "int");
  return { type, run: (env) => fold(e.name, values(env), type) };
}

/** Makes these the present rows. */
export function put(into: (Row | null)[], rows: readonly (Row | null)[]): void {
  for (const [at, row] of rows.entries()) into[at] = row;
}

function typeOf(name: string, inner: string): string {
  if (name === "count") return "bigint";
  if (name === "sum") return inner === "bigint" || inner === "numeric" ? "numeric" : "bigint";
  if (name === "array_agg") return `${inner}[]`;
  return name.startsWith("bool") ? "bool" : inner;
}

function fold(name: string, values: readonly unknown[], type: string): unknown {
  if (name === "count") return BigInt(values.length);
  if (values.length === 0) return null;
  if (name === "sum") {
    const sum = values.reduce<bigint>((total, value) => total + BigInt(value as bigint), 0n);
    return type === "int" ? Number(sum) : sum;
  }
  if (name === "min") return extreme(-1)(values);
  if (name === "max") return extreme(1)(values);
  if (name === "bool_or") return values.includes(true);
  if (name === "bool_and") return values.every((value) => value === true);
  return [...values];
}
