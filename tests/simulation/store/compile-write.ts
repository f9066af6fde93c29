import type { Delete, Expr, Insert, Output, Sets, Statement, Update } from "./ast.ts";
import { as, constant, fresh, keyOf, record } from "./code.ts";
import { compile, decide } from "./compile-expression.ts";
import { columnsOf, compileFrom, compileSelect, selfOf, withConditions } from "./compile-select.ts";
import type { Context, Place, Rows, Scope, Table, Workshop } from "./evaluation.ts";
import { isMeant } from "./tables.ts";

/** Compiles any statement, its WITH list first. */
export function compileStatement(
  statement: Statement,
  shop: Workshop,
  parent: Scope | null,
  touched: Set<string>,
): Rows {
  const steps: string[] = [];
  for (const { name, columns, body } of statement.ctes) {
    const inner = compileStatement(body, shop, parent, touched);
    const from = [...inner.columns.keys()];
    const to = from.map((one, n) => columns[n] ?? one);
    const js = fresh(shop, "cte");
    shop.ctes.set(name, { js, columns: new Map(to.map((one, n) => [one, inner.columns.get(from[n] ?? "") ?? ""])) });
    const rows =
      columns.length === 0 ? inner.js : `renamed(${inner.js}, ${JSON.stringify(from)}, ${JSON.stringify(to)})`;
    steps.push(`const ${js} = ${rows};`);
  }
  const body = compileBody(statement, shop, parent, touched);
  for (const { name } of statement.ctes) shop.ctes.delete(name);
  if (steps.length === 0) return body;
  return { columns: body.columns, js: `(() => { ${steps.join(" ")} return ${body.js}; })()` };
}

function compileBody(statement: Statement, shop: Workshop, parent: Scope | null, touched: Set<string>): Rows {
  switch (statement.k) {
    case "select":
      return compileSelect(statement, shop, parent, touched);
    case "insert":
      return compileInsert(statement, shop, touched);
    case "update":
      return compileUpdate(statement, shop, touched);
    default:
      return compileDelete(statement, shop, touched);
  }
}

/** What is pushed for each row that was written; nothing where nothing is asked for. */
function returned(outputs: readonly Output[] | null, context: Context) {
  const columns = (outputs ?? []).flatMap((output) => columnsOf(output, context));
  const row = record(columns.map(({ name, js }) => [name, js]));
  return {
    columns: new Map(columns.map(({ name, type }) => [name, type])),
    push: outputs === null ? "" : `out.push(${row});`,
  };
}

function compileInsert(statement: Insert, shop: Workshop, touched: Set<string>): Rows {
  const table = shop.table(statement.table);
  const names = statement.columns.length > 0 ? statement.columns : [...table.columns.keys()];
  for (const name of names) if (!table.columns.has(name)) throw new Error(`${statement.table} has no column ${name}`);
  const { columns } = table;
  const place: Place = { alias: statement.alias, js: fresh(shop, "r"), maybe: false, columns };
  const excluded: Place = { alias: "excluded", js: fresh(shop, "r"), maybe: false, columns };
  const scope: Scope = { places: [place], parent: null };
  const out = returned(statement.returning, { shop, scope, touched });
  const self = constant(shop, table);
  const insert = (row: string): string => `E.writes.insert(${self}, ${row}); const ${place.js} = ${row}; ${out.push}`;
  const { conflict } = statement;
  const write = (row: string): string => {
    if (!conflict) return insert(row);
    const keys = constant(
      shop,
      table.uniques.filter((key) => isMeant(key, conflict.target)),
    );
    const both: Context = { shop, scope: { places: [place, excluded], parent: null }, touched };
    const set = conflict.sets ? changed(table, conflict.sets, place, both, out.push) : "";
    const onHit = conflict.where ? `if (${decide(conflict.where, both)}) { ${set} }` : set;
    return `const hit = E.writes.collision(${keys}, ${self}, ${row});
      if (hit === null) { ${insert(row)} }
      else { const ${place.js} = hit; const ${excluded.js} = ${row}; ${onHit} }`;
  };
  return {
    columns: out.columns,
    js: `(() => { const out = []; ${newRows(statement, names, table, shop, touched, write)} return out; })()`,
  };
}

/** Loops over the new rows, whole, around what is done with each. */
function newRows(
  statement: Insert,
  names: readonly string[],
  table: Table,
  shop: Workshop,
  touched: Set<string>,
  write: (row: string) => string,
): string {
  const row = fresh(shop, "row");
  const empty: Context = { shop, scope: { places: [], parent: null }, touched };
  const whole = (values: ReadonlyMap<string, string>): string =>
    record(
      [...table.shape.columns.values()].map(({ name, type, fallback }) => [
        name,
        values.get(name) ?? (fallback ? compile(fallback, empty, type).js : "null"),
      ]),
    );
  const typeOf = (name: string | undefined): string => table.columns.get(name ?? "") ?? "unknown";
  if (statement.select) {
    const select = shop.statement(typedOutputs(statement.select, names.map(typeOf)), shop, null, touched);
    const chosen = fresh(shop, "r");
    const values = [...select.columns].map(([key, type], at): [string, string] => [
      names[at] ?? "",
      as(shop, { type, js: `${chosen}[${keyOf(key)}]` }, typeOf(names[at])),
    ]);
    return `for (const ${chosen} of ${select.js}) { const ${row} = ${whole(new Map(values))}; ${write(row)} }`;
  }
  const rows = (statement.values ?? []).map((values) => {
    const given = values.map((value, at): [string, string] => [
      names[at] ?? "",
      as(shop, compile(value, empty, typeOf(names[at])), typeOf(names[at])),
    ]);
    return whole(new Map(given));
  });
  return `for (const ${row} of [${rows.join(", ")}]) { ${write(row)} }`;
}

/** Outputs of an inserted select get names of their own, so that two of one name stay apart, and the types of their columns. */
function typedOutputs(select: NonNullable<Insert["select"]>, types: readonly string[]): NonNullable<Insert["select"]> {
  const outputs = select.outputs.map((output, at) => {
    if (!("e" in output)) return output;
    const bare = output.e.k === "param" || (output.e.k === "const" && output.e.t === "unknown");
    const e: Expr = bare ? { k: "cast", e: output.e, t: types[at] ?? "unknown" } : output.e;
    return { e, as: `column ${at}` };
  });
  return { ...select, outputs };
}

/** The new values of the columns that a statement sets, as values of their types. */
function setTo(table: Table, sets: Sets, context: Context): (readonly [string, string])[] {
  return sets.map(([name, e]) => {
    const type = table.columns.get(name);
    if (type === undefined) throw new Error(`${table.shape.name} has no column ${name}`);
    return [name, as(context.shop, compile(e, context, type), type)] as const;
  });
}

/** Changes a row in place: all new values are known before the first is set. */
function changed(table: Table, sets: Sets, place: Place, context: Context, then: string): string {
  const set = setTo(table, sets, context);
  return `const changes = ${record(set)}; ${applied(table, set, place.js, context.shop)} ${then}`;
}

function applied(table: Table, set: readonly (readonly [string, string])[], row: string, shop: Workshop): string {
  if (table.shape.writtenOnce) return `throw ${constant(shop, table.written)}();`;
  const rules = constant(shop, table.rulesFor(set.map(([name]) => name)));
  const assign = set.map(([name]) => `${row}[${keyOf(name)}] = changes[${keyOf(name)}];`).join(" ");
  return `const before = { ...${row} }; ${assign} E.writes.changed(${constant(shop, table)}, ${row}, before, ${rules});`;
}

function compileUpdate(statement: Update, shop: Workshop, touched: Set<string>): Rows {
  const table = shop.table(statement.table);
  const { scope, loops, place } = targets(statement, shop, touched);
  const context: Context = { shop, scope, touched };
  const set = setTo(table, statement.sets, context);
  const out = returned(statement.returning, context);
  const rows = scope.places.map(({ js }) => js).join(", ");
  const once = statement.from.length > 0 ? `if (!found.some((one) => one.rows[0] === ${place.js}))` : "";
  return {
    columns: out.columns,
    js: `(() => { const out = []; const found = [];
      ${loops(`${once} found.push({ changes: ${record(set)}, rows: [${rows}] });`)}
      for (const { changes, rows: [${rows}] } of found) { ${applied(table, set, place.js, shop)} ${out.push} }
      return out; })()`,
  };
}

function compileDelete(statement: Delete, shop: Workshop, touched: Set<string>): Rows {
  const table = shop.table(statement.table);
  const { scope, loops, place } = targets(statement, shop, touched);
  const out = returned(statement.returning, { shop, scope, touched });
  return {
    columns: out.columns,
    js: `(() => { const out = []; const found = new Set();
      ${loops(`if (!found.has(${place.js})) { found.add(${place.js}); ${out.push} }`)}
      for (const row of found) E.writes.remove(${constant(shop, table)}, row);
      return out; })()`,
  };
}

function targets(statement: Update | Delete, shop: Workshop, touched: Set<string>) {
  const all = [selfOf(statement.table, statement.alias), ...statement.from];
  const { sources, scope } = compileFrom(all, shop, null, touched);
  const [place] = scope.places;
  if (!place) throw new Error(`no rows of ${statement.table}`);
  const loops = (each: string): string => withConditions(sources, statement.where, { shop, scope, touched }, each);
  return { scope, loops, place };
}
