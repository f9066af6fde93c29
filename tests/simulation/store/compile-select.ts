import type { Expr, From, Output, Select, Statement } from "./ast.ts";
import { compile } from "./compile-expression.ts";
import type { Context, Env, Eval, Place, Row, Scope } from "./evaluation.ts";
import { countsOver, put } from "./sql-functions.ts";
import { compare } from "./values.ts";

export type Rows = { readonly columns: ReadonlyMap<string, string>; readonly run: (env: Env) => Row[] };

/** What compiling one statement shares: its parameters, its places, and the tables and named parts that it may read. */
export type Workshop = {
  readonly params: { readonly n: number; readonly type: string }[];
  slots: number;
  readonly ctes: Map<string, { readonly at: number; readonly columns: ReadonlyMap<string, string> }>;
  readonly table: (name: string) => { readonly at: number; readonly columns: ReadonlyMap<string, string> };
  readonly statement: (statement: Statement, shop: Workshop, scope: Scope | null, touched: Set<number>) => Rows;
};

export const contextOf = (shop: Workshop, scope: Scope, touched: Set<number>): Context => ({
  scope,
  params: shop.params,
  touched,
  select: (select, inner, outer) => shop.statement(select, shop, inner, outer),
});

type Source = {
  readonly place: Place;
  readonly rows: (env: Env) => Iterable<Row>;
  readonly item: From;
  readonly own: Eval[];
};

/** Compiles a select without its WITH list, which the caller has compiled already. */
export function compileSelect(select: Select, shop: Workshop, parent: Scope | null, touched: Set<number>): Rows {
  const first = compilePlain(select, shop, parent, touched);
  if (select.more.length === 0) return first;
  const names = [...first.columns.keys()];
  const others = select.more.map(({ select: one }) => compilePlain(one, shop, parent, touched));
  const place: Place = { alias: "", slot: shop.slots++, columns: first.columns };
  const order = orderBy(select.order, contextOf(shop, { places: [place], parent }, touched), null);
  const renamed = (rows: Rows, env: Env): Row[] => {
    const own = [...rows.columns.keys()];
    return rows.run(env).map((row) => Object.fromEntries(names.map((name, at) => [name, row[own[at] as string]])));
  };
  return {
    columns: first.columns,
    run(env) {
      let all = first.run(env);
      for (const [at, other] of others.entries()) {
        all = [...all, ...renamed(other, env)];
        if (!select.more[at]?.all) all = distinctRows(all);
      }
      if (!order) return all;
      const keyed = all.map((row) => {
        env.rows[place.slot] = row;
        return { row, keys: order.keys(env) };
      });
      return keyed.sort((a, b) => order.compare(a.keys, b.keys)).map(({ row }) => row);
    },
  };
}

function compilePlain(select: Select, shop: Workshop, parent: Scope | null, touched: Set<number>): Rows {
  const { sources, scope } = compileFrom(select.from, shop, parent, touched);
  const context = contextOf(shop, scope, touched);
  const loops = withConditions(sources, select.where, shop, scope, touched);
  const outputs = select.outputs.flatMap((output) => columnsOf(output, scope, context));
  const columns = new Map(outputs.map(({ name, type }) => [name, type]));
  const grouped =
    select.group.length > 0 || select.outputs.some((one) => "e" in one && countsOver(one.e)) || select.having !== null;
  const order = select.more.length === 0 ? orderBy(select.order, context, outputs) : null;
  const limit = select.limit ? compile(select.limit, context, "int").run : null;
  const project = (env: Env): Row => {
    const row: Row = {};
    for (const { name, run } of outputs) row[name] = run(env);
    return row;
  };
  const keyed = grouped
    ? groups(select, context, loops, project, order)
    : (env: Env): Keyed[] => {
        const found: Keyed[] = [];
        loops(env, () => found.push({ row: project(env), keys: order ? order.keys(env) : [] }));
        return found;
      };
  return {
    columns,
    run(env) {
      const found = keyed(env);
      if (order && found.length > 1) found.sort((a, b) => order.compare(a.keys, b.keys));
      const most = limit ? Number(limit(env) ?? found.length) : found.length;
      const rows = (most < found.length ? found.slice(0, most) : found).map(({ row }) => row);
      return select.distinct ? distinctRows(rows) : rows;
    },
  };
}

type Keyed = { readonly row: Row; readonly keys: readonly unknown[] };
type Ordered = {
  readonly keys: (env: Env) => unknown[];
  readonly compare: (a: readonly unknown[], b: readonly unknown[]) => number;
};
type Column = { readonly name: string; readonly type: string; readonly run: Eval };

function groups(
  select: Select,
  context: Context,
  loops: (env: Env, each: () => void) => void,
  project: (env: Env) => Row,
  order: Ordered | null,
): (env: Env) => Keyed[] {
  const keys = select.group.map((e) =>
    e.k === "const" && typeof e.v === "number" ? outputAt(select, e.v, context) : compile(e, context).run,
  );
  const having = select.having ? compile(select.having, context, "bool").run : () => true;
  const answer = (env: Env): Keyed => ({ row: project(env), keys: order ? order.keys(env) : [] });
  return (env) => {
    const answers: Keyed[] = [];
    const before = env.group;
    for (const group of gathered(env, keys, loops)) {
      put(env.rows, group[0] ?? []);
      env.group = group;
      if (having(env) === true) answers.push(answer(env));
    }
    env.group = before;
    return answers;
  };
}

/** The rows that agree in all keys, together; without keys all rows are one group, even when there are none. */
function gathered(
  env: Env,
  keys: readonly Eval[],
  loops: (env: Env, each: () => void) => void,
): Iterable<(Row | null)[][]> {
  const found = new Map<string, (Row | null)[][]>();
  if (keys.length === 0) found.set("", []);
  loops(env, () => {
    const key = keys.map((run) => String(run(env))).join("\u0000");
    const group = found.get(key) ?? [];
    group.push(env.rows.slice());
    found.set(key, group);
  });
  return found.values();
}

function outputAt(select: Select, place: number, context: Context): Eval {
  const output = select.outputs[place - 1];
  if (!output || !("e" in output)) throw new Error(`no column ${place} to group by`);
  return compile(output.e, context).run;
}

function orderBy(order: Select["order"], context: Context, outputs: readonly Column[] | null): Ordered | null {
  if (order.length === 0) return null;
  const runs = order.map(({ e }) => {
    const named = e.k === "col" && e.table === null ? outputs?.find(({ name }) => name === e.name) : undefined;
    const placed = e.k === "const" && typeof e.v === "number" ? outputs?.[e.v - 1] : undefined;
    return (placed ?? named ?? compile(e, context)).run;
  });
  return {
    keys: (env) => runs.map((run) => run(env)),
    compare(a, b) {
      for (const [at, one] of order.entries()) {
        const sign = orderOf(one, a[at], b[at]);
        if (sign !== 0) return sign;
      }
      return 0;
    },
  };
}

function orderOf({ down, nullsFirst }: Select["order"][number], x: unknown, y: unknown): number {
  if (x === null || y === null) return x === y ? 0 : (x === null) === nullsFirst ? -1 : 1;
  return down ? -compare(x, y) : compare(x, y);
}

const distinctRows = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [Object.values(row).map(String).join("\u0000"), row])).values(),
];

/** The columns that an output stands for. */
export function columnsOf(output: Output, scope: Scope, context: Context): Column[] {
  if ("star" in output) {
    return scope.places
      .filter(({ alias }) => output.star === null || alias === output.star)
      .flatMap(({ slot, columns }) =>
        [...columns].map(([name, type]) => ({ name, type, run: (env: Env) => env.rows[slot]?.[name] ?? null })),
      );
  }
  const { type, run } = compile(output.e, context);
  return [{ name: output.as ?? nameOf(output.e), type, run }];
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
  touched: Set<number>,
): { sources: Source[]; scope: Scope } {
  const places: Place[] = [];
  const scope: Scope = { places, parent };
  const sources: Source[] = [];
  for (const item of from) {
    const source = sourceOf(item, shop, scope, touched);
    places.push(source.place);
    sources.push({ ...source, own: joinConditions(item, places, contextOf(shop, scope, touched)) });
  }
  return { sources, scope };
}

function joinConditions(item: From, places: readonly Place[], context: Context): Eval[] {
  const own = item.on ? [compile(item.on, context, "bool").run] : [];
  const here = places.at(-1);
  const shared = item.using.map((name): Eval => {
    const there = places.slice(0, -1).find(({ columns }) => columns.has(name));
    if (!here || !there) throw new Error(`no column ${name} to join by`);
    return (env) => compare(env.rows[here.slot]?.[name], env.rows[there.slot]?.[name]) === 0;
  });
  return [...own, ...shared];
}

function sourceOf(item: From, shop: Workshop, scope: Scope, touched: Set<number>): Omit<Source, "own"> {
  if (item.join === "full") throw new Error("the fast store has no full join");
  const slot = shop.slots++;
  const { what } = item;
  if (what.k === "unnest") {
    const context = contextOf(shop, scope, touched);
    const args = what.args.map((arg) => compile(arg, context));
    const names = args.map((_, at) => item.columns[at] ?? `column${at}`);
    const counter = what.ordinality ? (item.columns[args.length] ?? "ordinality") : null;
    const columns = new Map(names.map((name, at) => [name, (args[at]?.type ?? "unknown").replace(/\[\]$/, "")]));
    if (counter) columns.set(counter, "bigint");
    const rows = (env: Env): Row[] => {
      const lists = args.map(({ run }) => (run(env) as unknown[] | null) ?? []);
      const length = Math.max(0, ...lists.map((list) => list.length));
      return Array.from({ length }, (_, at) => {
        const row: Row = Object.fromEntries(names.map((name, n) => [name, lists[n]?.[at] ?? null]));
        return counter ? { ...row, [counter]: BigInt(at + 1) } : row;
      });
    };
    return { place: { alias: item.alias, slot, columns }, rows, item };
  }
  if (what.k === "select") {
    const inner = shop.statement(what.select, shop, scope, touched);
    return { place: { alias: item.alias, slot, columns: inner.columns }, rows: inner.run, item };
  }
  const cte = shop.ctes.get(what.name);
  if (cte)
    return { place: { alias: item.alias, slot, columns: cte.columns }, rows: (env) => env.ctes[cte.at] ?? [], item };
  const { at, columns } = shop.table(what.name);
  return { place: { alias: item.alias, slot, columns }, rows: (env) => env.tables[at] ?? [], item };
}

const conjuncts = (e: Expr | null): Expr[] =>
  e === null ? [] : e.k === "bin" && e.op === "and" ? [...conjuncts(e.l), ...conjuncts(e.r)] : [e];

/** Nested loops; each condition is checked as soon as all the places that it reads are known. */
export function withConditions(
  sources: readonly Source[],
  where: Expr | null,
  shop: Workshop,
  scope: Scope,
  outer: Set<number>,
): (env: Env, each: () => void) => void {
  const mine = scope.places.map(({ slot }) => slot);
  const levels: Eval[][] = [[], ...sources.map(() => [])];
  for (const conjunct of conjuncts(where)) {
    const touched = new Set<number>();
    const { run } = compile(conjunct, contextOf(shop, scope, touched), "bool");
    for (const slot of touched) outer.add(slot);
    const level = mine.reduce((deepest, slot, at) => (touched.has(slot) ? at + 1 : deepest), 0);
    levels[level]?.push(run);
  }
  const holds = (env: Env, level: number): boolean => {
    for (const run of levels[level] ?? []) if (run(env) !== true) return false;
    return true;
  };
  const loop = (env: Env, level: number, each: () => void): void => {
    const source = sources[level];
    if (source) rowsOf(source, env, () => holds(env, level + 1) && loop(env, level + 1, each));
    else each();
  };
  return (env, each) => {
    if (holds(env, 0)) loop(env, 0, each);
  };
}

/** Each row that its own conditions let through; for a left join at least one, which is none. */
function rowsOf({ place: { slot }, rows, own, item }: Source, env: Env, each: () => unknown): void {
  let matched = false;
  for (const row of rows(env)) {
    env.rows[slot] = row;
    if (!own.every((run) => run(env) === true)) continue;
    matched = true;
    each();
  }
  if (matched || item.join !== "left") return;
  env.rows[slot] = null;
  each();
}
