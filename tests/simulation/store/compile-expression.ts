import type { Expr } from "./ast.ts";
import type { Context, Eval, Row, Scope, Typed } from "./evaluation.ts";
import { AGGREGATES, aggregate, SCALARS } from "./sql-functions.ts";
import { coercion, compare, equals } from "./values.ts";

/** Turns an expression into a function; `wanted` is the type that a bare parameter or literal takes here. */
export function compile(e: Expr, c: Context, wanted = "unknown"): Typed {
  switch (e.k) {
    case "param":
      return param(e.n, c, wanted);
    case "const":
      return literal(e, wanted);
    case "col":
      return column(e, c);
    case "bin":
      return binary(e, c);
    case "not": {
      const { run } = compile(e.e, c, "bool");
      return { type: "bool", run: (env) => negated(run(env)) };
    }
    case "neg": {
      const { type, run } = compile(e.e, c);
      return { type, run: (env) => minus(run(env)) };
    }
    case "isnull": {
      const { run } = compile(e.e, c);
      return { type: "bool", run: (env) => (run(env) === null) !== e.not };
    }
    case "cast": {
      const { run } = compile(e.e, c, e.t);
      const coerce = coercion(e.t);
      return { type: e.t, run: (env) => coerce(run(env)) };
    }
    default:
      return compound(e, c, wanted);
  }
}

function compound(e: Expr, c: Context, wanted: string): Typed {
  switch (e.k) {
    case "distinct": {
      const [l, r] = both(e.l, e.r, c);
      return { type: "bool", run: (env) => equals(l.run(env), r.run(env)) === e.not };
    }
    case "in":
      return inList(e, c);
    case "any":
      return anyOf(e, c);
    case "case":
      return caseOf(e, c, wanted);
    case "call":
      return call(e, c, wanted);
    case "row": {
      const items = e.items.map((item) => compile(item, c));
      return { type: "row", run: (env) => items.map(({ run }) => run(env)) };
    }
    case "array": {
      const items = e.items.map((item) => compile(item, c));
      return { type: `${items[0]?.type ?? "unknown"}[]`, run: (env) => items.map(({ run }) => run(env)) };
    }
    default:
      return subselect(e, c);
  }
}

function param(n: number, c: Context, type: string): Typed {
  const known = c.params.findIndex((one) => one.n === n && one.type === type);
  const slot = known >= 0 ? known : c.params.push({ n, type }) - 1;
  return { type, run: (env) => env.typed[slot] };
}

function literal(e: Expr & { k: "const" }, wanted: string): Typed {
  const type = e.t === "unknown" || (e.t === "int" && (wanted === "bigint" || wanted === "numeric")) ? wanted : e.t;
  const value = coercion(type)(e.v);
  return { type, run: () => value };
}

function column(e: Expr & { k: "col" }, c: Context): Typed {
  for (let scope: Scope | null = c.scope; scope; scope = scope.parent) {
    const place = scope.places.find(
      ({ alias, columns }) => (e.table === null || e.table === alias) && columns.has(e.name),
    );
    if (!place) continue;
    const { slot } = place;
    const { name } = e;
    c.touched.add(slot);
    return { type: place.columns.get(name) ?? "unknown", run: (env) => env.rows[slot]?.[name] ?? null };
  }
  throw new Error(`no column ${e.table ? `${e.table}.` : ""}${e.name}`);
}

/** Two sides of one comparison: a bare parameter takes the type of the other side. */
function both(left: Expr, right: Expr, c: Context): [Typed, Typed] {
  if (left.k === "row" && right.k === "row") {
    const pairs = left.items.map((item, at) => both(item, right.items[at] as Expr, c));
    const side = (which: 0 | 1): Typed => ({ type: "row", run: (env) => pairs.map((pair) => pair[which].run(env)) });
    return [side(0), side(1)];
  }
  const bare = left.k === "param" || left.k === "const";
  if (bare) {
    const r = compile(right, c);
    return [compile(left, c, r.type), r];
  }
  const l = compile(left, c);
  return [l, compile(right, c, l.type)];
}

const negated = (value: unknown): unknown => (value === null ? null : !value);
const minus = (value: unknown): unknown =>
  typeof value === "bigint" ? -value : value === null ? null : -(value as number);

const RELATIONS: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

function binary(e: Expr & { k: "bin" }, c: Context): Typed {
  if (e.op === "and" || e.op === "or") return logic(e, c);
  if (e.op === "->" || e.op === "->>") return field(e, c);
  const [l, r] = both(e.l, e.r, c);
  const [left, right] = [l.run, r.run];
  const strict =
    (act: (a: unknown, b: unknown) => unknown): Eval =>
    (env) => {
      const a = left(env);
      const b = a === null ? null : right(env);
      return b === null ? null : act(a, b);
    };
  if (e.op === "=") return { type: "bool", run: strict(equals) };
  if (e.op === "<>") return { type: "bool", run: strict((a, b) => !equals(a, b)) };
  const relation = RELATIONS[e.op];
  if (relation) return { type: "bool", run: strict((a, b) => relation(compare(a, b))) };
  if (e.op === "~" || e.op === "!~")
    return { type: "bool", run: strict((a, b) => new RegExp(String(b)).test(String(a)) === (e.op === "~")) };
  if (e.op === "like") return { type: "bool", run: strict((a, b) => likeOf(String(b)).test(String(a))) };
  if (e.op === "||") return { type: "text", run: strict((a, b) => `${text(a)}${text(b)}`) };
  return { type: arithmeticType(l.type, r.type), run: strict((a, b) => arithmetic(e.op, a, b)) };
}

function text(value: unknown): string {
  const uuid = typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
  return uuid ? value.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : String(value);
}

/** `%` is anything, `_` is any one sign, and a backslash takes that away. */
const likeOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/\\?[\s\S]/g, (part) => {
      if (part === "%") return ".*";
      if (part === "_") return ".";
      return part.slice(-1).replace(/[.*+?^${}()|[\]\\]/, "\\$&");
    })}$`,
    "s",
  );

function arithmeticType(left: string, right: string): string {
  if (left === "timestamptz" || right === "timestamptz") return left === right ? "interval" : "timestamptz";
  if (left === "interval" || right === "interval") return "interval";
  if (left === "numeric" || right === "numeric") return "numeric";
  return left === "bigint" || right === "bigint" ? "bigint" : "int";
}

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
  const operation = OPERATIONS[op];
  if (!operation) throw new Error(`no operation ${op}`);
  return typeof a === "bigint" || typeof b === "bigint"
    ? operation.whole(BigInt(a as number), BigInt(b as number))
    : operation.small(a as number, b as number);
}

function logic(e: Expr & { k: "bin" }, c: Context): Typed {
  const left = compile(e.l, c, "bool").run;
  const right = compile(e.r, c, "bool").run;
  const short = e.op === "or";
  return {
    type: "bool",
    run: (env) => {
      const a = left(env);
      if (a === short) return short;
      const b = right(env);
      if (b === short) return short;
      return a === null || b === null ? null : !short;
    },
  };
}

function field(e: Expr & { k: "bin" }, c: Context): Typed {
  const left = compile(e.l, c).run;
  const right = compile(e.r, c, "text").run;
  const asText = e.op === "->>";
  return {
    type: asText ? "text" : "jsonb",
    run: (env) => {
      const found = (left(env) as Row | null)?.[String(right(env))] ?? null;
      return found === null || !asText ? found : typeof found === "string" ? found : JSON.stringify(found);
    },
  };
}

function inList(e: Expr & { k: "in" }, c: Context): Typed {
  const left = compile(e.e, c);
  const items = e.list.map((item) => compile(item, c, left.type).run);
  return {
    type: "bool",
    run: (env) => {
      const value = left.run(env);
      return value === null ? null : items.some((item) => equals(item(env), value)) !== e.not;
    },
  };
}

function anyOf(e: Expr & { k: "any" }, c: Context): Typed {
  const listFirst = e.l.k === "const";
  const known = listFirst ? compile(e.r, c) : null;
  const left = compile(e.l, c, known ? known.type.replace(/\[\]$/, "") : "unknown");
  const right = known ?? compile(e.r, c, `${left.type}[]`);
  const relation = RELATIONS[e.op];
  const test = (a: unknown, b: unknown): boolean =>
    e.op === "=" ? equals(a, b) : e.op === "<>" ? !equals(a, b) : relation ? relation(compare(a, b)) : false;
  return {
    type: "bool",
    run: (env) => {
      const list = right.run(env) as unknown[] | null;
      const value = left.run(env);
      if (list === null || value === null) return null;
      return e.all ? list.every((one) => test(value, one)) : list.some((one) => test(value, one));
    },
  };
}

function caseOf(e: Expr & { k: "case" }, c: Context, wanted: string): Typed {
  const branches = [...e.whens.map(([, then]) => then), ...(e.other ? [e.other] : [])];
  const type = commonType(branches, c, wanted);
  const of = e.of && compile(e.of, c);
  const whens = e.whens.map(([when, then]) => ({
    when: of ? compile(when, c, of.type).run : compile(when, c, "bool").run,
    result: compile(then, c, type).run,
  }));
  const other = e.other ? compile(e.other, c, type).run : () => null;
  return {
    type,
    run: (env) => {
      const value = of?.run(env);
      for (const { when, result } of whens) if (of ? equals(when(env), value) : when(env) === true) return result(env);
      return other(env);
    },
  };
}

function commonType(items: readonly Expr[], c: Context, wanted: string): string {
  for (const item of items) {
    if (item.k === "param" || (item.k === "const" && item.t === "unknown")) continue;
    const { type } = compile(item, c, wanted);
    if (type !== "unknown") return type;
  }
  return wanted;
}

function call(e: Expr & { k: "call" }, c: Context, wanted: string): Typed {
  if (e.name.includes(".") || e.name === "nextval") {
    const args = e.args.map((arg) => compile(arg, c).run);
    return {
      type: "unknown",
      run: (env) =>
        env.call(
          e.name,
          args.map((run) => run(env)),
        ),
    };
  }
  if (e.name === "now" || e.name === "clock_timestamp" || e.name === "transaction_timestamp")
    return { type: "timestamptz", run: (env) => env.now };
  if (AGGREGATES.has(e.name)) return aggregate(e, c, compile);
  const scalar = Object.hasOwn(SCALARS, e.name) ? SCALARS[e.name] : undefined;
  if (!scalar) throw new Error(`the fast store has no function ${e.name}`);
  const type = scalar.type === "common" ? commonType(e.args, c, wanted) : scalar.type;
  const takes = scalar.type === "common" ? type : (scalar.takes ?? "unknown");
  const args = e.args.map((arg) => compile(arg, c, takes).run);
  return { type, run: (env) => scalar.run(args.map((run) => run(env))) };
}

function subselect(e: Expr, c: Context): Typed {
  if (e.k !== "exists" && e.k !== "scalar" && e.k !== "inselect" && e.k !== "anyselect")
    throw new Error(`no answer for ${e.k}`);
  const { columns, run } = c.select(e.select, c.scope, c.touched);
  if (e.k === "exists") return { type: "bool", run: (env) => run(env).length > 0 };
  const names = [...columns.keys()];
  const single = (row: Row): unknown => (names.length === 1 ? row[names[0] as string] : names.map((name) => row[name]));
  if (e.k === "scalar") {
    const type = names.length === 1 ? (columns.get(names[0] as string) ?? "unknown") : "row";
    return {
      type,
      run: (env) => {
        const [row] = run(env);
        return row === undefined ? null : single(row);
      },
    };
  }
  const left = compile(e.k === "inselect" ? e.e : e.l, c, names.length === 1 ? columns.get(names[0] as string) : "row");
  const not = e.k === "inselect" && e.not;
  return { type: "bool", run: (env) => run(env).some((row) => equals(single(row), left.run(env))) !== not };
}
