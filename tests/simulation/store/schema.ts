import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Expr } from "./ast.ts";
import { type Reader, readerOf } from "./lexer.ts";
import { expr } from "./parse.ts";
import { typeName } from "./parse-expression.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../server/database/migrations");

export type Column = {
  readonly name: string;
  readonly type: string;
  notNull: boolean;
  fallback: Expr | null;
  counted: boolean;
};
export type Unique = { readonly name: string; readonly columns: readonly string[]; readonly where: Expr | null };
export type Check = { readonly name: string; readonly e: Expr };
export type Shape = {
  readonly name: string;
  readonly columns: Map<string, Column>;
  readonly uniques: Unique[];
  readonly checks: Check[];
  /** No statement may change or remove its rows. */
  writtenOnce: boolean;
};

/** The tables as the migrations make them: columns, defaults, unique keys and checks are read from the same files. */
export function readSchema(directory = MIGRATIONS): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  const files = readdirSync(directory).filter((name) => name.endsWith(".sql"));
  for (const file of files.sort())
    for (const statement of statementsOf(readFileSync(join(directory, file), "utf8"))) define(shapes, statement);
  return shapes;
}

export type Parameter = { readonly name: string; readonly type: string };

const parsed: { lists: Map<string, string> | null; readonly signatures: Map<string, readonly Parameter[]> } = {
  lists: null,
  signatures: new Map(),
};

/** The parameters of one of the database's functions as the latest migration defines them. */
export function signatureOf(name: string): readonly Parameter[] | undefined {
  parsed.lists ??= parameterLists();
  const list = parsed.lists.get(name);
  if (list === undefined) return undefined;
  const known = parsed.signatures.get(name) ?? list.split(",").map(parameterOf);
  parsed.signatures.set(name, known);
  return known;
}

function parameterLists(): Map<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(MIGRATIONS).filter((file) => file.endsWith(".sql"));
  for (const file of files.sort())
    for (const [, name, list] of readFileSync(join(MIGRATIONS, file), "utf8").matchAll(
      /create (?:or replace )?function\s+([\w.]+)\s*\(([^)]*)\)/gi,
    ))
      found.set(name ?? "", list ?? "");
  return found;
}

function parameterOf(text: string): Parameter {
  const reader = readerOf(text);
  const name = reader.name();
  return { name, type: typeName(reader) };
}

/** Cut at semicolons outside of quotes, comments and dollar-quoted bodies. */
function statementsOf(sql: string): string[] {
  const pieces = sql.split(/(\$\w*\$[\s\S]*?\$\w*\$|--[^\n]*|'(?:[^']|'')*'|;)/);
  const statements: string[] = [];
  let present = "";
  for (const piece of pieces) {
    if (piece === ";") {
      statements.push(present.trim());
      present = "";
    } else if (!piece.startsWith("--")) present += piece;
  }
  return [...statements, present.trim()].filter((statement) => statement !== "");
}

function define(shapes: Map<string, Shape>, statement: string): void {
  const head = statement.slice(0, 80).toLowerCase().replace(/\s+/g, " ");
  if (head.startsWith("create table")) createTable(shapes, readerOf(statement));
  else if (/^create (unique )?index/.test(head)) createIndex(shapes, readerOf(statement));
  else if (head.startsWith("drop table")) shapes.delete(head.split(" ")[2] ?? "");
  else if (head.startsWith("alter table")) alterTable(shapes, readerOf(statement));
  else if (head.startsWith("create trigger written_once")) writtenOnce(shapes, statement);
}

/** Of postings those without entries may go, which no statement of ours does. */
function writtenOnce(shapes: Map<string, Shape>, trigger: string): void {
  const [, table] = /\bon\s+([\w.]+|"\w+")/i.exec(trigger) ?? [];
  const shape = shapes.get(table ?? "");
  if (shape && /before update or delete/i.test(trigger)) shape.writtenOnce = true;
}

function qualified(r: Reader): string {
  const first = r.name();
  return r.take(".") ? `${first}.${r.name()}` : first;
}

function createTable(shapes: Map<string, Shape>, r: Reader): void {
  r.need("create", "table");
  r.take("if", "not", "exists");
  const shape: Shape = { name: qualified(r), columns: new Map(), uniques: [], checks: [], writtenOnce: false };
  r.need("(");
  do if (!constraint(shape, r)) column(shape, r);
  while (r.take(","));
  r.need(")");
  shapes.set(shape.name, shape);
}

function column(shape: Shape, r: Reader): void {
  const name = r.name();
  const made: Column = { name, type: typeName(r), notNull: false, fallback: null, counted: false };
  while (columnRule(made, r) || columnKey(shape, made, r));
  shape.columns.set(name, made);
}

function columnRule(made: Column, r: Reader): boolean {
  if (r.take("collate")) r.name();
  else if (r.take("not", "null")) made.notNull = true;
  else if (r.take("null")) made.notNull = false;
  else if (r.take("default")) made.fallback = expr(r);
  else if (r.take("generated", "always", "as", "identity")) made.counted = true;
  else if (r.take("references")) references(r);
  else return false;
  return true;
}

function columnKey(shape: Shape, made: Column, r: Reader): boolean {
  const label = r.take("constraint") ? r.name() : null;
  const table = shape.name.split(".").at(-1);
  if (r.take("primary", "key")) {
    made.notNull = true;
    shape.uniques.push({ name: label ?? `${table}_pkey`, columns: [made.name], where: null });
  } else if (r.take("unique"))
    shape.uniques.push({ name: label ?? `${table}_${made.name}_key`, columns: [made.name], where: null });
  else if (r.take("check", "(")) {
    addCheck(shape, label, expr(r));
    r.need(")");
  } else return false;
  return true;
}

/** Named as PostgreSQL names them: after the column when the check reads one, numbered when the name is taken. */
function addCheck(shape: Shape, label: string | null, e: Expr): void {
  const table = shape.name.split(".").at(-1);
  const read = new Set(
    [...JSON.stringify(e).matchAll(/"k":"col","table":null,"name":"(\w+)"/g)].map(([, name]) => name),
  );
  const stem = read.size === 1 ? `${table}_${[...read][0]}_check` : `${table}_check`;
  const taken = (name: string): boolean => shape.checks.some((one) => one.name === name);
  let name = label ?? stem;
  for (let n = 1; label === null && taken(name); n++) name = `${stem}${n}`;
  shape.checks.push({ name, e });
}

function references(r: Reader): void {
  qualified(r);
  if (r.take("(")) names(r);
  while (r.take("on", "delete") || r.take("on", "update")) r.next();
  if (r.take("deferrable")) r.take("initially", "deferred");
}

function names(r: Reader): string[] {
  const all = [r.name()];
  while (r.take(",")) all.push(r.name());
  r.need(")");
  return all;
}

/** A constraint of a whole table; false where a column comes next. */
function constraint(shape: Shape, r: Reader): boolean {
  const label = r.take("constraint") ? r.name() : null;
  if (!key(shape, label, r) && !otherConstraint(shape, label, r))
    return label === null ? false : r.fail("a constraint");
  r.take("not", "valid");
  return true;
}

function key(shape: Shape, label: string | null, r: Reader): boolean {
  const table = shape.name.split(".").at(-1);
  if (r.take("primary", "key", "(")) {
    const columns = names(r);
    for (const name of columns) {
      const found = shape.columns.get(name);
      if (found) found.notNull = true;
    }
    shape.uniques.push({ name: label ?? `${table}_pkey`, columns, where: null });
    return true;
  }
  if (!r.take("unique", "(")) return false;
  const columns = names(r);
  shape.uniques.push({ name: label ?? `${table}_${columns.join("_")}_key`, columns, where: null });
  return true;
}

function otherConstraint(shape: Shape, label: string | null, r: Reader): boolean {
  if (r.take("check", "(")) {
    addCheck(shape, label, expr(r));
    r.need(")");
    return true;
  }
  if (!r.take("foreign", "key", "(")) return false;
  names(r);
  r.need("references");
  references(r);
  return true;
}

function createIndex(shapes: Map<string, Shape>, r: Reader): void {
  r.need("create");
  if (!r.take("unique")) return;
  r.need("index");
  const name = r.name();
  r.need("on");
  const shape = shapes.get(qualified(r));
  r.need("(");
  const columns = names(r);
  if (r.take("include", "(")) names(r);
  const where = r.take("where") ? expr(r) : null;
  shape?.uniques.push({ name, columns, where });
}

function alterTable(shapes: Map<string, Shape>, r: Reader): void {
  r.need("alter", "table");
  const shape = shapes.get(qualified(r));
  if (!shape) r.fail("a table that is there");
  else
    do alteration(shape, r);
    while (r.take(","));
}

function alteration(shape: Shape, r: Reader): void {
  if (r.take("add")) addition(shape, r);
  else if (r.take("drop")) removal(shape, r);
  else if (r.take("alter")) {
    r.take("column");
    alterColumn(shape, r.name(), r);
  } else if (r.take("set", "(") || r.take("enable") || r.take("disable")) skipRest(r);
  else if (r.take("validate", "constraint")) r.name();
  else r.fail("an alteration");
}

function skipRest(r: Reader): void {
  while (r.peek().kind !== "end") r.next();
}

function addition(shape: Shape, r: Reader): void {
  r.take("column");
  r.take("if", "not", "exists");
  if (!constraint(shape, r)) column(shape, r);
}

function removal(shape: Shape, r: Reader): void {
  if (!r.take("constraint")) {
    r.take("column");
    shape.columns.delete(r.name());
    return;
  }
  r.take("if", "exists");
  const name = r.name();
  const gone = [shape.checks, shape.uniques].some((list) => remove(list, name));
  if (!gone && !name.endsWith("_fkey")) r.fail(`a constraint, not ${name}`);
}

function remove(list: { readonly name: string }[], name: string): boolean {
  const at = list.findIndex((one) => one.name === name);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

function alterColumn(shape: Shape, name: string, r: Reader): void {
  const column = shape.columns.get(name);
  if (!column) r.fail(`a column, not ${name}`);
  else if (r.take("set", "not", "null")) column.notNull = true;
  else if (r.take("drop", "not", "null")) column.notNull = false;
  else if (r.take("set", "default")) column.fallback = expr(r);
  else if (r.take("drop", "default")) column.fallback = null;
  else if (r.take("type")) {
    shape.columns.set(name, { ...column, type: typeName(r) });
    if (r.take("collate")) r.name();
  } else r.fail("a change of a column");
}
