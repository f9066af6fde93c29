import type { Cte, Expr, From, Insert, Order, Output, Select, Sets, Statement } from "./ast.ts";
import { type Reader, readerOf } from "./lexer.ts";
import { expression } from "./parse-expression.ts";

/** Reads one statement of our stores; anything else is thrown. */
export function parse(sql: string): Statement {
  const reader = readerOf(sql);
  const found = statement(reader);
  reader.take(";");
  if (reader.peek().kind !== "end") reader.fail("the end");
  return found;
}

export const expr = (r: Reader): Expr => expression(r, select);

function statement(r: Reader): Statement {
  const ctes = r.take("with") ? list(r, cte) : [];
  if (r.is("select")) return { ...selectBody(r), ctes };
  if (r.take("insert", "into")) return { ...insert(r), ctes };
  if (r.take("update")) {
    const { table, alias } = target(r);
    r.need("set");
    const sets = setList(r);
    const from = r.take("from") ? fromList(r) : [];
    return { k: "update", ctes, table, alias, sets, from, where: where(r), returning: returning(r) };
  }
  if (r.take("delete", "from")) {
    const { table, alias } = target(r);
    const from = r.take("using") ? fromList(r) : [];
    return { k: "delete", ctes, table, alias, from, where: where(r), returning: returning(r) };
  }
  return r.fail("a statement");
}

function cte(r: Reader): Cte {
  const name = r.name();
  const columns = r.take("(")
    ? closed(
        r,
        list(r, (one) => one.name()),
      )
    : [];
  r.need("as");
  r.take("not");
  r.take("materialized");
  r.need("(");
  return { name, columns, body: closed(r, statement(r)) };
}

const closed = <T>(r: Reader, inner: T): T => {
  r.need(")");
  return inner;
};

function list<T>(r: Reader, one: (r: Reader) => T): T[] {
  const items = [one(r)];
  while (r.take(",")) items.push(one(r));
  return items;
}

function select(r: Reader): Select {
  const ctes = r.take("with") ? list(r, cte) : [];
  return { ...selectBody(r), ctes };
}

function selectBody(r: Reader): Select {
  const first = plainSelect(r);
  const more: { all: boolean; select: Select }[] = [];
  while (r.take("union")) more.push({ all: r.take("all"), select: plainSelect(r) });
  const order = r.take("order", "by") ? list(r, ordering) : [];
  const limit = r.take("limit") ? expr(r) : null;
  locking(r);
  return { ...first, more, order, limit };
}

function plainSelect(r: Reader): Select {
  r.need("select");
  const distinct = r.take("distinct");
  const bare = r.is("from") || r.is("where") || r.is(")");
  const outputs = bare ? [] : list(r, output);
  const from = r.take("from") ? fromList(r) : [];
  const condition = where(r);
  const group = r.take("group", "by") ? list(r, expr) : [];
  const having = r.take("having") ? expr(r) : null;
  return {
    k: "select",
    ctes: [],
    outputs,
    from,
    where: condition,
    group,
    having,
    order: [],
    limit: null,
    distinct,
    more: [],
  };
}

const where = (r: Reader): Expr | null => (r.take("where") ? expr(r) : null);
const returning = (r: Reader): Output[] | null => (r.take("returning") ? list(r, output) : null);

function locking(r: Reader): void {
  while (r.take("for")) {
    if (!r.take("no", "key", "update") && !r.take("key", "share") && !r.take("update") && !r.take("share"))
      r.fail("a lock");
    if (r.take("of")) list(r, (one) => one.name());
    if (!r.take("skip", "locked")) r.take("nowait");
  }
}

function ordering(r: Reader): Order {
  const e = expr(r);
  const down = r.take("desc");
  if (!down) r.take("asc");
  const nullsFirst = r.take("nulls", "first") || (!r.take("nulls", "last") && down);
  return { e, down, nullsFirst };
}

const CLAUSES = [
  "from",
  "where",
  "group",
  "order",
  "limit",
  "for",
  "union",
  "returning",
  "on",
  "having",
  "set",
  "values",
];

function output(r: Reader): Output {
  if (r.take("*")) return { star: null };
  if (r.peek().kind === "word" && r.is(".", 1) && r.is("*", 2)) {
    const star = r.name();
    r.need(".", "*");
    return { star };
  }
  const e = expr(r);
  if (r.take("as")) return { e, as: r.name() };
  const bare = r.peek().kind === "quoted" || (r.peek().kind === "word" && !CLAUSES.includes(r.peek().text));
  return { e, as: bare ? r.name() : null };
}

function fromList(r: Reader): From[] {
  const items = [fromItem(r, "inner")];
  for (let next = nextItem(r); next; next = nextItem(r)) items.push(next);
  return items;
}

function nextItem(r: Reader): From | null {
  if (r.take(",") || r.take("cross", "join")) return fromItem(r, "inner");
  const join = JOINS.find(({ words }) => r.take(...words));
  return join ? joined(r, fromItem(r, join.join)) : null;
}

const JOINS: readonly { readonly words: readonly string[]; readonly join: From["join"] }[] = [
  { words: ["left", "join"], join: "left" },
  { words: ["left", "outer", "join"], join: "left" },
  { words: ["full", "join"], join: "full" },
  { words: ["join"], join: "inner" },
  { words: ["inner", "join"], join: "inner" },
];

function joined(r: Reader, item: From): From {
  if (r.take("using", "("))
    return {
      ...item,
      using: closed(
        r,
        list(r, (one) => one.name()),
      ),
    };
  r.need("on");
  return { ...item, on: expr(r) };
}

const NOT_ALIASES = [...CLAUSES, "join", "left", "full", "cross", "inner", "using", "with"];

function fromItem(r: Reader, join: From["join"]): From {
  r.take("lateral");
  const what = source(r);
  r.take("as");
  const named = r.peek().kind === "quoted" || (r.peek().kind === "word" && !NOT_ALIASES.includes(r.peek().text));
  const alias = named ? r.name() : what.k === "table" ? (what.name.split(".").at(-1) ?? what.name) : "";
  const columns = r.take("(")
    ? closed(
        r,
        list(r, (one) => one.name()),
      )
    : [];
  return { what, alias, columns, join, on: null, using: [] };
}

function source(r: Reader): From["what"] {
  if (r.take("(")) return { k: "select", select: closed(r, statement(r)) };
  if (r.take("unnest", "(")) {
    const args = closed(r, list(r, expr));
    return { k: "unnest", args, ordinality: r.take("with", "ordinality") };
  }
  return { k: "table", name: tableName(r) };
}

function tableName(r: Reader): string {
  const first = r.name();
  return r.take(".") ? `${first}.${r.name()}` : first;
}

function target(r: Reader): { table: string; alias: string } {
  const table = tableName(r);
  const aliased =
    r.take("as") || (r.peek().kind === "word" && !["set", "where", "using", "returning"].includes(r.peek().text));
  return { table, alias: aliased ? r.name() : (table.split(".").at(-1) ?? table) };
}

function setList(r: Reader): Sets {
  return list(r, (one) => {
    const column = one.name();
    one.need("=");
    return [column, expr(one)] as const;
  });
}

function insert(r: Reader): Insert {
  const table = tableName(r);
  const alias = r.take("as") ? r.name() : (table.split(".").at(-1) ?? table);
  const columns = r.take("(")
    ? closed(
        r,
        list(r, (one) => one.name()),
      )
    : [];
  r.take("overriding", "system", "value");
  const values = r.take("values")
    ? list(r, (one) => {
        one.need("(");
        return closed(one, list(one, expr));
      })
    : null;
  const chosen = values ? null : r.is("with") ? select(r) : selectBody(r);
  const conflict = r.take("on", "conflict") ? onConflict(r) : null;
  return { k: "insert", ctes: [], table, alias, columns, values, select: chosen, conflict, returning: returning(r) };
}

function onConflict(r: Reader): NonNullable<Insert["conflict"]> {
  const named = r.take("(")
    ? closed(
        r,
        list(r, (one) => one.name()),
      )
    : null;
  if (named) where(r);
  r.need("do");
  if (r.take("nothing")) return { target: named, sets: null, where: null };
  r.need("update", "set");
  return { target: named, sets: setList(r), where: where(r) };
}
