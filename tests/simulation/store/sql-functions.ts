import type { Expr } from "./ast.ts";
import type { Row } from "./evaluation.ts";
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
const least = extreme(-1);
const greatest = extreme(1);

/** Functions of PostgreSQL that our statements and constraints call. */
export const SCALARS: Readonly<Record<string, Scalar>> = {
  coalesce: { type: "common", run: (args) => args.find((arg) => arg !== null) ?? null },
  least: { type: "common", run: least },
  greatest: { type: "common", run: greatest },
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
  array_to_tsvector: { type: "text", run: strict((words: string[]) => vectorOf(words)) },
  tsvector_concat: {
    type: "text",
    run: strict((one: string, other: string) => vectorOf([...wordsIn(one), ...wordsIn(other)])),
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
  pg_advisory_xact_lock_shared: { type: "text", run: () => "" },
  txid_current: { type: "bigint", run: () => 1n },
};

/** As PostgreSQL writes a vector of words without places: each once, by their bytes, in quotes. */
const vectorOf = (words: readonly string[]): string =>
  [...new Set(words)]
    .map((word) => Buffer.from(word))
    .sort(Buffer.compare)
    .map((word) => `'${String(word).replaceAll("\\", "\\\\").replaceAll("'", "''")}'`)
    .join(" ");
const wordsIn = (vector: string): string[] =>
  [...vector.matchAll(/'((?:[^']|'')*)'/g)].map(([, word = ""]) => word.replaceAll("''", "'").replaceAll("\\\\", "\\"));

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

export function aggregateType(name: string, inner: string): string {
  if (name === "count") return "bigint";
  if (name === "sum") return inner === "bigint" || inner === "numeric" ? "numeric" : "bigint";
  if (name === "array_agg") return `${inner}[]`;
  return name.startsWith("bool") ? "bool" : inner;
}

const LEFT_OUT = Symbol("left out");

function fold(name: string, all: readonly unknown[]): unknown {
  const values = all.filter((value) => value !== LEFT_OUT && (value !== null || name === "array_agg"));
  if (name === "count") return BigInt(values.length);
  if (values.length === 0) return null;
  if (name === "sum") return values.reduce<bigint>((total, value) => total + BigInt(value as bigint), 0n);
  if (name === "min") return least(values);
  if (name === "max") return greatest(values);
  if (name === "bool_or") return values.includes(true);
  if (name === "bool_and") return values.every((value) => value === true);
  return values;
}

const minus = (value: unknown): unknown =>
  typeof value === "bigint" ? -value : value === null ? null : -(value as number);

const OPERATIONS: Readonly<
  Record<string, { readonly whole: (x: bigint, y: bigint) => bigint; readonly small: (x: number, y: number) => number }>
> = {
  "+": { whole: (x, y) => x + y, small: (x, y) => x + y },
  "-": { whole: (x, y) => x - y, small: (x, y) => x - y },
  "*": { whole: (x, y) => x * y, small: (x, y) => x * y },
  "/": { whole: (x, y) => x / y, small: (x, y) => Math.trunc(x / y) },
  "%": { whole: (x, y) => x % y, small: (x, y) => x % y },
};

function arithmetic(op: string, a: unknown, b: unknown): unknown {
  if (a === null || b === null) return null;
  const operation = OPERATIONS[op];
  if (!operation) throw new Error(`no operation ${op}`);
  return typeof a === "bigint" || typeof b === "bigint"
    ? operation.whole(BigInt(a as number), BigInt(b as number))
    : operation.small(a as number, b as number);
}

/** Kept without dashes, written with them. */
function text(value: unknown): string {
  const uuid = typeof value === "string" && value.length === 32 && /^[0-9a-f]{32}$/.test(value);
  return uuid ? value.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : String(value);
}

const joined = (a: unknown, b: unknown): string | null => (a === null || b === null ? null : `${text(a)}${text(b)}`);

const patterns = new Map<string, RegExp>();
const kept = (key: string, make: () => RegExp): RegExp => {
  const made = patterns.get(key) ?? make();
  patterns.set(key, made);
  return made;
};
const regex = (pattern: unknown): RegExp => kept(`~${String(pattern)}`, () => new RegExp(String(pattern)));

/** `%` is anything, `_` is any one sign, and a backslash takes that away. */
const likeOf = (pattern: unknown): RegExp =>
  kept(`%${String(pattern)}`, () => {
    const parts = String(pattern).replace(/\\?[\s\S]/g, (part) => {
      if (part === "%") return ".*";
      if (part === "_") return ".";
      return part.slice(-1).replace(/[.*+?^${}()|[\]\\]/, "\\$&");
    });
    return new RegExp(`^${parts}$`, "s");
  });

function field(of: unknown, name: unknown, asText: boolean): unknown {
  const found = (of as Row | null)?.[String(name)] ?? null;
  return found === null || !asText ? found : typeof found === "string" ? found : JSON.stringify(found);
}

const isIn = (value: unknown, items: readonly unknown[]): boolean | null =>
  value === null ? null : items.some((item) => equals(item, value));

const amongPlain = (value: unknown, list: readonly unknown[] | null): boolean | null =>
  list === null || value === null ? null : list.includes(value);

const TESTS: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  "=": equals,
  "<>": (a, b) => !equals(a, b),
  "<": (a, b) => compare(a, b) < 0,
  ">": (a, b) => compare(a, b) > 0,
  "<=": (a, b) => compare(a, b) <= 0,
  ">=": (a, b) => compare(a, b) >= 0,
};

function among(op: string, value: unknown, list: readonly unknown[] | null, all: boolean): boolean | null {
  const test = TESTS[op];
  if (list === null || value === null || !test) return null;
  return all ? list.every((one) => test(value, one)) : list.some((one) => test(value, one));
}

const single = (row: Row, names: readonly string[]): unknown =>
  names.length === 1 ? row[names[0] as string] : names.map((name) => row[name]);

const first = ([row]: readonly Row[], names: readonly string[]): unknown =>
  row === undefined ? null : single(row, names);

const inRows = (value: unknown, rows: readonly Row[], names: readonly string[]): boolean =>
  rows.some((row) => equals(single(row, names), value));

type Keyed = { readonly row: Row; readonly keys: readonly unknown[] };
type Way = { readonly down: boolean; readonly nullsFirst: boolean };

function orderOf({ down, nullsFirst }: Way, x: unknown, y: unknown): number {
  if (x === null || y === null) return x === y ? 0 : (x === null) === nullsFirst ? -1 : 1;
  return down ? -compare(x, y) : compare(x, y);
}

function sorted(found: Keyed[], ways: readonly Way[]): Row[] {
  if (found.length > 1)
    found.sort((a, b) => {
      for (const [at, way] of ways.entries()) {
        const sign = orderOf(way, a.keys[at], b.keys[at]);
        if (sign !== 0) return sign;
      }
      return 0;
    });
  return found.map(({ row }) => row);
}

function limited(rows: readonly Row[], limit: unknown): readonly Row[] {
  const most = limit === null ? rows.length : Number(limit);
  return most < rows.length ? rows.slice(0, most) : rows;
}

const distinctRows = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [Object.values(row).map(String).join("\u0000"), row])).values(),
];

const renamed = (rows: readonly Row[], from: readonly string[], to: readonly string[]): Row[] =>
  rows.map((row) => Object.fromEntries(to.map((name, at) => [name, row[from[at] as string]])));

/** What generated code calls. */
export const HELPERS = {
  LEFT_OUT,
  among,
  amongPlain,
  arithmetic,
  compare,
  distinctRows,
  equals,
  field,
  first,
  fold,
  inRows,
  isIn,
  joined,
  likeOf,
  limited,
  minus,
  regex,
  renamed,
  sorted,
};
