import type { Expr, Select } from "./ast.ts";
import type { Reader } from "./lexer.ts";

export type Selects = (reader: Reader) => Select;

/** Reads one expression; `selects` reads a select inside parentheses. */
export function expression(reader: Reader, selects: Selects): Expr {
  return or(reader, selects);
}

function or(r: Reader, s: Selects): Expr {
  let left = and(r, s);
  while (r.take("or")) left = { k: "bin", op: "or", l: left, r: and(r, s) };
  return left;
}

function and(r: Reader, s: Selects): Expr {
  let left = not(r, s);
  while (r.take("and")) left = { k: "bin", op: "and", l: left, r: not(r, s) };
  return left;
}

const not = (r: Reader, s: Selects): Expr => (r.take("not") ? { k: "not", e: not(r, s) } : comparison(r, s));

const COMPARISONS = ["=", "<>", "<=", ">=", "<", ">", "~", "!~"];

function comparison(r: Reader, s: Selects): Expr {
  let left = additive(r, s);
  for (;;) {
    const more = isTest(r, s, left) ?? membership(r, s, left) ?? relation(r, s, left);
    if (!more) return left;
    left = more;
  }
}

function isTest(r: Reader, s: Selects, left: Expr): Expr | null {
  if (!r.take("is")) return null;
  const negated = r.take("not");
  if (r.take("null")) return { k: "isnull", e: left, not: negated };
  if (r.take("distinct", "from")) return { k: "distinct", l: left, r: additive(r, s), not: negated };
  if (r.take("true")) return truth(left, true, negated);
  if (r.take("false")) return truth(left, false, negated);
  return r.fail("null or distinct from");
}

const truth = (e: Expr, v: boolean, negated: boolean): Expr => ({
  k: "distinct",
  l: e,
  r: { k: "const", v, t: "bool" },
  not: !negated,
});

function membership(r: Reader, s: Selects, left: Expr): Expr | null {
  const negated = r.is("not") && (r.is("in", 1) || r.is("like", 1) || r.is("between", 1));
  if (negated) r.next();
  if (r.take("in")) return memberOf(r, s, left, negated);
  const found = likeness(r, s, left) ?? between(r, s, left);
  return found && negated ? { k: "not", e: found } : found;
}

function memberOf(r: Reader, s: Selects, left: Expr, negated: boolean): Expr {
  r.need("(");
  if (r.is("select") || r.is("with")) {
    const select = s(r);
    r.need(")");
    return { k: "inselect", e: left, select, not: negated };
  }
  const list = listOf(r, s);
  r.need(")");
  return { k: "in", e: left, list, not: negated };
}

const likeness = (r: Reader, s: Selects, left: Expr): Expr | null =>
  r.take("like") ? { k: "bin", op: "like", l: left, r: additive(r, s) } : null;

function between(r: Reader, s: Selects, left: Expr): Expr | null {
  if (!r.take("between")) return null;
  const low = additive(r, s);
  r.need("and");
  return {
    k: "bin",
    op: "and",
    l: { k: "bin", op: ">=", l: left, r: low },
    r: { k: "bin", op: "<=", l: left, r: additive(r, s) },
  };
}

function relation(r: Reader, s: Selects, left: Expr): Expr | null {
  const op = COMPARISONS.find((sign) => r.is(sign));
  if (!op) return null;
  r.next();
  const all = r.is("all");
  if (!all && !r.is("any")) return { k: "bin", op, l: left, r: additive(r, s) };
  r.next();
  r.need("(");
  if (r.is("select")) {
    const select = s(r);
    r.need(")");
    return { k: "anyselect", op, l: left, select };
  }
  const right = expression(r, s);
  r.need(")");
  return { k: "any", op, l: left, r: right, all };
}

function additive(r: Reader, s: Selects): Expr {
  let left = multiplicative(r, s);
  for (;;) {
    const op = ["+", "-", "||", "->>", "->"].find((sign) => r.is(sign));
    if (!op) return left;
    r.next();
    left = { k: "bin", op, l: left, r: multiplicative(r, s) };
  }
}

function multiplicative(r: Reader, s: Selects): Expr {
  let left = unary(r, s);
  for (;;) {
    const op = ["*", "/", "%"].find((sign) => r.is(sign));
    if (!op) return left;
    r.next();
    left = { k: "bin", op, l: left, r: unary(r, s) };
  }
}

const unary = (r: Reader, s: Selects): Expr => (r.take("-") ? { k: "neg", e: unary(r, s) } : postfix(r, s));

function postfix(r: Reader, s: Selects): Expr {
  let inner = primary(r, s);
  for (;;) {
    if (r.take("::")) inner = { k: "cast", e: inner, t: typeName(r) };
    else if (r.take("at", "time", "zone"))
      inner = { k: "call", name: "timezone", args: [primary(r, s), inner], star: false, filter: null };
    else return inner;
  }
}

const SHORT: Readonly<Record<string, string>> = {
  smallint: "int",
  integer: "int",
  int: "int",
  int2: "int",
  int4: "int",
  serial: "int",
  bigint: "bigint",
  int8: "bigint",
  boolean: "bool",
  bool: "bool",
  text: "text",
  varchar: "text",
  uuid: "uuid",
  timestamptz: "timestamptz",
  jsonb: "jsonb",
  json: "jsonb",
  bytea: "bytea",
  numeric: "numeric",
  date: "date",
  interval: "interval",
  xid8: "bigint",
  // Only kept: nothing of a history searches.
  tsvector: "text",
};

export function typeName(r: Reader): string {
  const word = r.name();
  const short = SHORT[word];
  if (!short) r.fail(`a type that is known, not ${word}`);
  if (r.is("(") && word === "numeric") while (r.next().text !== ")");
  if (r.take("[")) {
    r.need("]");
    return `${short}[]`;
  }
  return short ?? "unknown";
}

function listOf(r: Reader, s: Selects): Expr[] {
  const items = [expression(r, s)];
  while (r.take(",")) items.push(expression(r, s));
  return items;
}

function primary(r: Reader, s: Selects): Expr {
  const token = r.peek();
  if (token.kind === "param") {
    r.next();
    return { k: "param", n: Number(token.text) - 1 };
  }
  if (token.kind === "number") {
    r.next();
    return { k: "const", v: Number(token.text), t: token.text.includes(".") ? "numeric" : "int" };
  }
  if (token.kind === "string") {
    r.next();
    return { k: "const", v: token.text, t: "unknown" };
  }
  if (r.take("(")) return parenthesised(r, s);
  return keyword(r, s) ?? named(r, s);
}

function parenthesised(r: Reader, s: Selects): Expr {
  if (r.is("select") || r.is("with")) {
    const select = s(r);
    r.need(")");
    return { k: "scalar", select };
  }
  const items = listOf(r, s);
  r.need(")");
  const [only] = items;
  return items.length === 1 && only ? only : { k: "row", items };
}

const CONSTANTS: Readonly<Record<string, Expr>> = {
  null: { k: "const", v: null, t: "unknown" },
  true: { k: "const", v: true, t: "bool" },
  false: { k: "const", v: false, t: "bool" },
};

function keyword(r: Reader, s: Selects): Expr | null {
  const token = r.peek();
  if (token.kind !== "word") return null;
  const constant = Object.hasOwn(CONSTANTS, token.text) ? CONSTANTS[token.text] : undefined;
  if (constant) {
    r.next();
    return constant;
  }
  if (r.take("case")) return caseOf(r, s);
  if (r.is("exists") && r.is("(", 1)) {
    r.need("exists", "(");
    const select = s(r);
    r.need(")");
    return { k: "exists", select };
  }
  if (r.take("array", "[")) {
    const items = r.is("]") ? [] : listOf(r, s);
    r.need("]");
    return { k: "array", items };
  }
  if (r.is("interval") && r.peek(1).kind === "string") {
    r.next();
    return { k: "cast", e: primary(r, s), t: "interval" };
  }
  return null;
}

function caseOf(r: Reader, s: Selects): Expr {
  const of = r.is("when") ? null : expression(r, s);
  const whens: [Expr, Expr][] = [];
  while (r.take("when")) {
    const when = expression(r, s);
    r.need("then");
    whens.push([when, expression(r, s)]);
  }
  const other = r.take("else") ? expression(r, s) : null;
  r.need("end");
  return { k: "case", of, whens, other };
}

function named(r: Reader, s: Selects): Expr {
  const first = r.name();
  if (r.take("(")) return call(r, s, first);
  if (!r.take(".")) return { k: "col", table: null, name: first };
  const second = r.name();
  return r.take("(") ? call(r, s, `${first}.${second}`) : { k: "col", table: first, name: second };
}

function call(r: Reader, s: Selects, name: string): Expr {
  let star = false;
  const args: Expr[] = [];
  r.take("distinct");
  if (r.take("*")) star = true;
  else if (!r.is(")")) {
    do {
      if (r.is("=>", 1)) {
        r.next();
        r.next();
      }
      args.push(expression(r, s));
    } while (r.take(","));
  }
  if (r.is("order")) r.fail("an aggregate without an order");
  r.need(")");
  if (r.is("over")) r.fail("no window function");
  let filter: Expr | null = null;
  if (r.take("filter", "(", "where")) {
    filter = expression(r, s);
    r.need(")");
  }
  return { k: "call", name, args, star, filter };
}
