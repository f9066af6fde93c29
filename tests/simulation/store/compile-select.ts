import type { Expr, From, Output, Select } from "./ast.ts";
import { constant, fresh, inner, read, record } from "./code.ts";
import { compile, decide } from "./compile-expression.ts";
import type { Code, Context, Place, Rows, Scope, Workshop } from "./evaluation.ts";
import { countsOver } from "./sql-functions.ts";

type Source = {
  readonly place: Place;
  /** A loop over its rows around what is done with each. */
  readonly loop: (each: string) => string;
  readonly item: From;
  readonly own: readonly string[];
};

/** Compiles a select without its WITH list, which the caller has compiled already. */
export function compileSelect(select: Select, shop: Workshop, parent: Scope | null, touched: Set<string>): Rows {
  const first = compilePlain(select, shop, parent, touched);
  if (select.more.length === 0) return first;
  const names = [...first.columns.keys()];
  let js = first.js;
  for (const { all, select: one } of select.more) {
    const other = compilePlain(one, shop, parent, touched);
    js = `[...${js}, ...renamed(${other.js}, ${JSON.stringify([...other.columns.keys()])}, ${JSON.stringify(names)})]`;
    if (!all) js = `distinctRows(${js})`;
  }
  if (select.order.length === 0) return { columns: first.columns, js };
  const place: Place = { alias: "", js: fresh(shop, "r"), maybe: false, columns: first.columns };
  const order = orderBy(select.order, { shop, scope: { places: [place], parent }, touched }, null);
  return {
    columns: first.columns,
    js: `sorted(${js}.map((${place.js}) => ({ row: ${place.js}, keys: ${order} })), ${waysOf(select, shop)})`,
  };
}

const waysOf = ({ order }: Select, shop: Workshop): string =>
  constant(
    shop,
    order.map(({ down, nullsFirst }) => ({ down, nullsFirst })),
  );

type Column = Code & { readonly name: string };

function compilePlain(select: Select, shop: Workshop, parent: Scope | null, touched: Set<string>): Rows {
  const { sources, scope } = compileFrom(select.from, shop, parent, touched);
  const isGrouped =
    select.group.length > 0 || select.outputs.some((one) => "e" in one && countsOver(one.e)) || select.having !== null;
  const group = isGrouped ? groupOf(scope, shop, touched) : null;
  const context = group?.context ?? { shop, scope, touched };
  const outputs = select.outputs.flatMap((output) => columnsOf(output, context));
  const columns = new Map(outputs.map(({ name, type }) => [name, type]));
  const hasOrder = select.more.length === 0 && select.order.length > 0;
  const row = record(outputs.map(({ name, js }) => [name, js]));
  const out = fresh(shop, "out");
  const push = hasOrder
    ? `${out}.push({ row: ${row}, keys: ${orderBy(select.order, context, outputs)} });`
    : `${out}.push(${row});`;
  const loops = group
    ? group.around(select, push, (each) => withConditions(sources, select.where, { shop, scope, touched }, each))
    : withConditions(sources, select.where, { shop, scope, touched }, push);
  let found = hasOrder ? `sorted(${out}, ${waysOf(select, shop)})` : out;
  if (select.limit) found = `limited(${found}, ${compile(select.limit, { shop, scope, touched }, "int").js})`;
  if (select.distinct) found = `distinctRows(${found})`;
  return { columns, js: `(() => { const ${out} = []; ${loops} return ${found}; })()` };
}

/** The rows that agree in all keys, together; without keys all rows are one group, even when there are none. */
function groupOf(scope: Scope, shop: Workshop, touched: Set<string>) {
  const js = fresh(shop, "group");
  const each = `[${scope.places.map((place) => place.js).join(", ")}]`;
  const places = scope.places.map((place) => ({ ...place, maybe: true }));
  const context: Context = { shop, scope: { ...scope, places }, touched, group: { js, each, inner: scope } };
  const around = (select: Select, push: string, loops: (each: string) => string): string => {
    const groups = fresh(shop, "groups");
    const keys = select.group.map((e) => {
      const placed = e.k === "const" && typeof e.v === "number" ? outputAt(select, e.v) : e;
      return `String(${compile(placed, { shop, scope, touched }).js})`;
    });
    const key = keys.length === 0 ? '""' : keys.join(' + "\\u0000" + ');
    const gather = `const key = ${key}; const ${js} = ${groups}.get(key) ?? []; ${js}.push(${each}); ${groups}.set(key, ${js});`;
    const having = select.having ? `if (${decide(select.having, context)})` : "";
    return `const ${groups} = new Map(${keys.length === 0 ? '[["", []]]' : ""}); ${loops(gather)}
      for (const ${js} of ${groups}.values()) { const ${each} = ${js}[0] ?? []; ${having} { ${push} } }`;
  };
  return { context, around };
}

function outputAt(select: Select, place: number): Expr {
  const output = select.outputs[place - 1];
  if (!output || !("e" in output)) throw new Error(`no column ${place} to group by`);
  return output.e;
}

function orderBy(order: Select["order"], context: Context, outputs: readonly Column[] | null): string {
  const keys = order.map(({ e }) => {
    const named = e.k === "col" && e.table === null ? outputs?.find(({ name }) => name === e.name) : undefined;
    const placed = e.k === "const" && typeof e.v === "number" ? outputs?.[e.v - 1] : undefined;
    return (placed ?? named ?? compile(e, context)).js;
  });
  return `[${keys.join(", ")}]`;
}

/** The columns that an output stands for. */
export function columnsOf(output: Output, context: Context): Column[] {
  if ("star" in output) {
    return context.scope.places
      .filter(({ alias }) => output.star === null || alias === output.star)
      .flatMap((place) => [...place.columns].map(([name, type]) => ({ name, type, js: read(place, name) })));
  }
  return [{ ...compile(output.e, context), name: output.as ?? nameOf(output.e) }];
}

function nameOf(e: Expr): string {
  if (e.k === "col") return e.name;
  if (e.k === "call") return e.name.split(".").at(-1) ?? e.name;
  if (e.k === "cast") return nameOf(e.e);
  return e.k === "exists" ? "exists" : e.k === "case" ? "case" : "?column?";
}

export function compileFrom(
  from: readonly From[],
  shop: Workshop,
  parent: Scope | null,
  touched: Set<string>,
): { sources: Source[]; scope: Scope } {
  const places: Place[] = [];
  const scope: Scope = { places, parent };
  const sources: Source[] = [];
  for (const item of from) {
    const source = sourceOf(item, shop, scope, touched);
    places.push(source.place);
    sources.push({ ...source, own: joinConditions(item, places, { shop, scope, touched }) });
  }
  return { sources, scope };
}

function joinConditions(item: From, places: readonly Place[], context: Context): string[] {
  const own = item.on ? [decide(item.on, context)] : [];
  const here = places.at(-1);
  const shared = item.using.map((name): string => {
    const there = places.slice(0, -1).find(({ columns }) => columns.has(name));
    if (!here || !there) throw new Error(`no column ${name} to join by`);
    return `compare(${read(here, name)}, ${read(there, name)}) === 0`;
  });
  return [...own, ...shared];
}

function sourceOf(item: From, shop: Workshop, scope: Scope, touched: Set<string>): Omit<Source, "own"> {
  if (item.join === "full") throw new Error("the fast store has no full join");
  const { what } = item;
  const js = fresh(shop, "r");
  const place = { alias: item.alias, js, maybe: item.join === "left" };
  const over = (rows: string) => (each: string) => `for (const ${js} of ${rows}) { ${each} }`;
  if (what.k === "unnest") {
    const { columns, loop } = unnested(item, what, js, { shop, scope, touched });
    return { place: { ...place, columns }, loop, item };
  }
  if (what.k === "select") {
    const { columns, js: rows } = inner(what.select, shop, scope, touched);
    return { place: { ...place, columns }, loop: over(rows), item };
  }
  const cte = shop.ctes.get(what.name);
  if (cte) return { place: { ...place, columns: cte.columns }, loop: over(cte.js), item };
  const { at, columns } = shop.table(what.name);
  return { place: { ...place, columns }, loop: over(`E.tables[${at}]`), item };
}

function unnested(item: From, what: From["what"] & { k: "unnest" }, js: string, context: Context) {
  const { shop } = context;
  const args = what.args.map((arg) => compile(arg, context));
  const names = args.map((_, at) => item.columns[at] ?? `column${at}`);
  const counter = what.ordinality ? (item.columns[args.length] ?? "ordinality") : null;
  const columns = new Map(names.map((name, at) => [name, (args[at]?.type ?? "unknown").replace(/\[\]$/, "")]));
  if (counter) columns.set(counter, "bigint");
  const lists = args.map(() => fresh(shop, "list"));
  const at = fresh(shop, "at");
  const row = record([
    ...names.map((name, n): [string, string] => [name, `${lists[n]}[${at}] ?? null`]),
    ...(counter ? [[counter, `BigInt(${at} + 1)`] as const] : []),
  ]);
  const loop = (each: string): string =>
    `{ ${lists.map((list, n) => `const ${list} = ${args[n]?.js} ?? [];`).join(" ")}
       const length = Math.max(0, ${lists.map((list) => `${list}.length`).join(", ")});
       for (let ${at} = 0; ${at} < length; ${at}++) { const ${js} = ${row}; ${each} } }`;
  return { columns, loop };
}

const conjuncts = (e: Expr | null): Expr[] =>
  e === null ? [] : e.k === "bin" && e.op === "and" ? [...conjuncts(e.l), ...conjuncts(e.r)] : [e];

const when = (conditions: readonly string[], then: string): string =>
  conditions.length === 0 ? then : `if (${conditions.join(" && ")}) { ${then} }`;

/** Nested loops; each condition is checked as soon as all the rows that it reads are known. */
export function withConditions(
  sources: readonly Source[],
  where: Expr | null,
  { shop, scope, touched: outer }: Context,
  each: string,
): string {
  const mine = scope.places.map(({ js }) => js);
  const levels: string[][] = [[], ...sources.map(() => [])];
  for (const conjunct of conjuncts(where)) {
    const touched = new Set<string>();
    const condition = decide(conjunct, { shop, scope, touched });
    for (const row of touched) outer.add(row);
    const level = mine.reduce((deepest, row, at) => (touched.has(row) ? at + 1 : deepest), 0);
    levels[level]?.push(condition);
  }
  const looped = sources.reduceRight(
    (then, source, at) => around(source, when(levels[at + 1] ?? [], then), shop),
    each,
  );
  return when(levels[0] ?? [], looped);
}

/** Each row that its own conditions let through; for a left join at least one, which is none. */
function around({ place: { js }, loop, own, item }: Source, then: string, shop: Workshop): string {
  if (item.join !== "left") return loop(when(own, then));
  const [matched, act] = [fresh(shop, "matched"), fresh(shop, "act")];
  return `{ let ${matched} = false; const ${act} = (${js}) => { ${then} };
    ${loop(when(own, `${matched} = true; ${act}(${js});`))} if (!${matched}) ${act}(null); }`;
}

export const selfOf = (table: string, alias: string): From => ({
  what: { k: "table", name: table },
  alias,
  columns: [],
  join: "inner",
  on: null,
  using: [],
});
