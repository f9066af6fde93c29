import type { Expr } from "./ast.ts";
import { as, constant, inner, keyOf, literalOf, read, temporary } from "./code.ts";
import type { Code, Context, Scope } from "./evaluation.ts";
import { AGGREGATES, aggregateType, SCALARS } from "./sql-functions.ts";
import { coercion } from "./values.ts";

/** Turns an expression into JavaScript; `wanted` is the type that a bare parameter or literal takes here. */
export function compile(e: Expr, c: Context, wanted = "unknown"): Code {
  switch (e.k) {
    case "param":
      return param(e.n, c, wanted);
    case "const":
      return literal(e, c, wanted);
    case "col":
      return column(e, c);
    case "neg": {
      const { type, js } = compile(e.e, c);
      return { type, js: `minus(${js})` };
    }
    case "cast":
      return { type: e.t, js: as(c.shop, compile(e.e, c, e.t), e.t) };
    case "bin":
      return binary(e, c);
    default:
      return compound(e, c, wanted);
  }
}

/** Whether a condition is true (or, where asked, false): unknown is neither. */
export function decide(e: Expr, c: Context, want = true): string {
  switch (e.k) {
    case "not":
      return decide(e.e, c, !want);
    case "isnull":
      return `(${compile(e.e, c).js} ${e.not === want ? "!==" : "==="} null)`;
    case "distinct": {
      const [l, r] = both(e.l, e.r, c);
      return `(equals(${l.js}, ${r.js}) === ${e.not === want})`;
    }
    case "in":
      return inList(e, c, want);
    case "exists":
      return `(${inner(e.select, c.shop, c.scope, c.touched).js}.length ${want ? ">" : "==="} 0)`;
    case "bin":
      return decideBinary(e, c, want) ?? `(${compile(e, c, "bool").js} === ${want})`;
    default:
      return `(${compile(e, c, "bool").js} === ${want})`;
  }
}

const DECIDED = new Set(["and", "or", "=", "<>", "<", ">", "<=", ">=", "~", "!~", "like"]);

const threeValued = (e: Expr, c: Context): Code => ({
  type: "bool",
  js: `(${decide(e, c, true)} ? true : ${decide(e, c, false)} ? false : null)`,
});

function compound(e: Expr, c: Context, wanted: string): Code {
  switch (e.k) {
    case "not":
    case "isnull":
    case "distinct":
    case "in":
    case "exists":
      return threeValued(e, c);
    case "any":
      return anyOf(e, c);
    case "case":
      return caseOf(e, c, wanted);
    case "call":
      return call(e, c, wanted);
    case "row":
      return { type: "row", js: `[${e.items.map((item) => compile(item, c).js).join(", ")}]` };
    case "array": {
      const items = e.items.map((item) => compile(item, c));
      return { type: `${items[0]?.type ?? "unknown"}[]`, js: `[${items.map(({ js }) => js).join(", ")}]` };
    }
    default:
      return subselect(e, c);
  }
}

function param(n: number, { shop }: Context, type: string): Code {
  const known = shop.params.findIndex((one) => one.n === n && one.type === type);
  const slot = known >= 0 ? known : shop.params.push({ n, type }) - 1;
  return { type, js: `p${slot}` };
}

function literal(e: Expr & { k: "const" }, { shop }: Context, wanted: string): Code {
  const type = e.t === "unknown" || (e.t === "int" && (wanted === "bigint" || wanted === "numeric")) ? wanted : e.t;
  return { type, js: literalOf(shop, coercion(type)(e.v)) };
}

function column(e: Expr & { k: "col" }, c: Context): Code {
  for (let scope: Scope | null = c.scope; scope; scope = scope.parent) {
    const place = scope.places.find(
      ({ alias, columns }) => (e.table === null || e.table === alias) && columns.has(e.name),
    );
    if (!place) continue;
    c.touched.add(place.js);
    return { type: place.columns.get(e.name) ?? "unknown", js: read(place, e.name) };
  }
  throw new Error(`no column ${e.table ? `${e.table}.` : ""}${e.name}`);
}

/** Two sides of one comparison: a bare parameter takes the type of the other side. */
function both(left: Expr, right: Expr, c: Context): [Code, Code] {
  if (left.k === "row" && right.k === "row") {
    const pairs = left.items.map((item, at) => both(item, right.items[at] as Expr, c));
    const side = (which: 0 | 1): Code => ({ type: "row", js: `[${pairs.map((pair) => pair[which].js).join(", ")}]` });
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

const KEPT_AS: Readonly<Record<string, string>> = {
  uuid: "string",
  text: "string",
  date: "string",
  int: "number",
  timestamptz: "number",
  interval: "number",
  bigint: "bigint",
  numeric: "bigint",
  bool: "boolean",
};
/** Whether values of both types are kept as the same plain values, which JavaScript itself compares. */
const alike = (a: string, b: string): boolean => KEPT_AS[a] !== undefined && KEPT_AS[a] === KEPT_AS[b];

const OPPOSITE: Readonly<Record<string, string>> = { "=": "<>", "<>": "=", "<": ">=", ">": "<=", "<=": ">", ">=": "<" };

function decideBinary(e: Expr & { k: "bin" }, c: Context, want: boolean): string | null {
  if (e.op === "and" || e.op === "or") {
    const [l, r] = [decide(e.l, c, want), decide(e.r, c, want)];
    return `(${l} ${(e.op === "and") === want ? "&&" : "||"} ${r})`;
  }
  if (!DECIDED.has(e.op)) return null;
  const [l, r] = both(e.l, e.r, c);
  const known = strictly(l, r, c);
  if (e.op === "~" || e.op === "!~") return known((a, b) => `regex(${b}).test(${a}) === ${(e.op === "~") === want}`);
  if (e.op === "like") return known((a, b) => `likeOf(${b}).test(${a}) === ${want}`);
  const op = want ? e.op : (OPPOSITE[e.op] ?? "");
  if (op === "=") return known((a, b) => (alike(l.type, r.type) ? `${a} === ${b}` : `equals(${a}, ${b})`));
  if (op === "<>") return known((a, b) => (alike(l.type, r.type) ? `${a} !== ${b}` : `!equals(${a}, ${b})`));
  return known((a, b) => (alike(l.type, r.type) ? `${a} ${op} ${b}` : `compare(${a}, ${b}) ${op} 0`));
}

const isSimple = (js: string): boolean => /^[\w.]+(\["\w+"\])?$/.test(js) || /^"[^"\\]*"$/.test(js);
const isKnown = (js: string): boolean => /^(\d+n?|"[^"\\]*"|true|false)$/.test(js);

/** A test of two values of which neither is null. */
function strictly(l: Code, r: Code, { shop }: Context): (test: (a: string, b: string) => string) => string {
  return (test) => {
    const steps: string[] = [];
    const held = ({ js }: Code): string => {
      if (isSimple(js)) return js;
      const name = temporary(shop);
      steps.push(`${name} = ${js}`);
      return name;
    };
    const [a, b] = [held(l), held(r)];
    const nulls = [a, b].filter((js) => !isKnown(js)).map((js) => `${js} !== null`);
    return `(${[...steps, [...nulls, `(${test(a, b)})`].join(" && ")].join(", ")})`;
  };
}

function binary(e: Expr & { k: "bin" }, c: Context): Code {
  if (DECIDED.has(e.op)) return threeValued(e, c);
  if (e.op === "->" || e.op === "->>") {
    const [l, r] = [compile(e.l, c).js, compile(e.r, c, "text").js];
    return { type: e.op === "->>" ? "text" : "jsonb", js: `field(${l}, ${r}, ${e.op === "->>"})` };
  }
  const [l, r] = both(e.l, e.r, c);
  if (e.op === "||") return { type: "text", js: `joined(${l.js}, ${r.js})` };
  return { type: arithmeticType(l.type, r.type), js: `arithmetic(${keyOf(e.op)}, ${l.js}, ${r.js})` };
}

function arithmeticType(left: string, right: string): string {
  if (left === "timestamptz" || right === "timestamptz") return left === right ? "interval" : "timestamptz";
  if (left === "interval" || right === "interval") return "interval";
  if (left === "numeric" || right === "numeric") return "numeric";
  return left === "bigint" || right === "bigint" ? "bigint" : "int";
}

function inList(e: Expr & { k: "in" }, c: Context, want: boolean): string {
  const left = compile(e.e, c);
  const items = e.list.map((item) => compile(item, c, left.type));
  const plain = isSimple(left.js) && items.every(({ type, js }) => alike(type, left.type) && isKnown(js));
  const found = plain
    ? `(${items.map(({ js }) => `${left.js} === ${js}`).join(" || ")})`
    : `isIn(${left.js}, [${items.map(({ js }) => js).join(", ")}])`;
  if (e.not !== want) return plain ? found : `(${found} === true)`;
  return plain ? `(${left.js} !== null && !${found})` : `(${found} === false)`;
}

function anyOf(e: Expr & { k: "any" }, c: Context): Code {
  const listFirst = e.l.k === "const";
  const known = listFirst ? compile(e.r, c) : null;
  const left = compile(e.l, c, known ? known.type.replace(/\[\]$/, "") : "unknown");
  const right = known ?? compile(e.r, c, `${left.type}[]`);
  const plain = e.op === "=" && !e.all && alike(left.type, right.type.replace(/\[\]$/, ""));
  if (plain) return { type: "bool", js: `amongPlain(${left.js}, ${right.js})` };
  return { type: "bool", js: `among(${keyOf(e.op)}, ${left.js}, ${right.js}, ${e.all})` };
}

function caseOf(e: Expr & { k: "case" }, c: Context, wanted: string): Code {
  const branches = [...e.whens.map(([, then]) => then), ...(e.other ? [e.other] : [])];
  const type = commonType(branches, c, wanted);
  const of = e.of && compile(e.of, c);
  const whens = e.whens.map(([when, then]) => {
    const test = of ? `equals(${compile(when, c, of.type).js}, ${of.js})` : decide(when, c);
    return `${test} ? ${compile(then, c, type).js} : `;
  });
  return { type, js: `(${whens.join("")}${e.other ? compile(e.other, c, type).js : "null"})` };
}

function commonType(items: readonly Expr[], c: Context, wanted: string): string {
  for (const item of items) {
    if (item.k === "param" || (item.k === "const" && item.t === "unknown")) continue;
    const { type } = compile(item, c, wanted);
    if (type !== "unknown") return type;
  }
  return wanted;
}

const NOW = new Set(["now", "clock_timestamp", "transaction_timestamp"]);

function call(e: Expr & { k: "call" }, c: Context, wanted: string): Code {
  if (e.name.includes(".") || e.name === "nextval") {
    const args = e.args.map((arg) => compile(arg, c).js);
    return { type: "unknown", js: `E.call(${keyOf(e.name)}, [${args.join(", ")}])` };
  }
  if (NOW.has(e.name)) return { type: "timestamptz", js: "E.now()" };
  if (AGGREGATES.has(e.name)) return aggregate(e, c);
  const scalar = Object.hasOwn(SCALARS, e.name) ? SCALARS[e.name] : undefined;
  if (!scalar) throw new Error(`the fast store has no function ${e.name}`);
  const type = scalar.type === "common" ? commonType(e.args, c, wanted) : scalar.type;
  const takes = scalar.type === "common" ? type : (scalar.takes ?? "unknown");
  const args = e.args.map((arg) => compile(arg, c, takes).js);
  if (e.name === "coalesce") return { type, js: `(${args.join(" ?? ")})` };
  return { type, js: `${constant(c.shop, scalar.run)}([${args.join(", ")}])` };
}

/** An aggregate over the rows of the present group. */
function aggregate(e: Expr & { k: "call" }, c: Context): Code {
  const { group } = c;
  if (!group) throw new Error(`${e.name} has no group here`);
  const inside: Context = { shop: c.shop, scope: group.inner, touched: c.touched };
  const [first] = e.args;
  const folded = first ? compile(first, inside) : { type: "int", js: "true" };
  const value = e.filter ? `${decide(e.filter, inside)} ? ${folded.js} : LEFT_OUT` : folded.js;
  const type = aggregateType(e.name, folded.type);
  return { type, js: `fold(${keyOf(e.name)}, ${group.js}.map((${group.each}) => ${value}))` };
}

function subselect(e: Expr, c: Context): Code {
  if (e.k !== "scalar" && e.k !== "inselect" && e.k !== "anyselect") throw new Error(`no answer for ${e.k}`);
  const { columns, js } = inner(e.select, c.shop, c.scope, c.touched);
  const names = JSON.stringify([...columns.keys()]);
  const [single] = columns.size === 1 ? columns.values() : [];
  if (e.k === "scalar")
    return { type: single ?? (columns.size === 1 ? "unknown" : "row"), js: `first(${js}, ${names})` };
  const left = compile(e.k === "inselect" ? e.e : e.l, c, single ?? "row");
  const not = e.k === "inselect" && e.not;
  return { type: "bool", js: `(inRows(${left.js}, ${js}, ${names}) !== ${not})` };
}
