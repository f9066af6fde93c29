import type { Select } from "./ast.ts";

export type Row = Record<string, unknown>;

/** What a compiled statement reads while it runs. */
export type Env = {
  readonly params: readonly unknown[];
  /** Parameters as the types that the statement takes them for. */
  readonly typed: unknown[];
  /** The present row of each table in the statement. */
  readonly rows: (Row | null)[];
  readonly ctes: Row[][];
  /** Of a group: the rows of every table in it. */
  group: (Row | null)[][] | null;
  readonly tables: readonly Set<Row>[];
  readonly now: number;
  readonly call: (name: string, args: readonly unknown[]) => unknown;
};

export type Eval = (env: Env) => unknown;
export type Typed = { readonly type: string; readonly run: Eval };

export type Place = { readonly alias: string; readonly slot: number; readonly columns: ReadonlyMap<string, string> };
export type Scope = { readonly places: readonly Place[]; readonly parent: Scope | null };

export type Context = {
  readonly scope: Scope;
  readonly params: { readonly n: number; readonly type: string }[];
  /** Collects the places that are read, so that a condition can be checked as soon as they are known. */
  readonly touched: Set<number>;
  readonly select: (
    select: Select,
    scope: Scope,
    touched: Set<number>,
  ) => { readonly columns: ReadonlyMap<string, string>; readonly run: (env: Env) => Row[] };
};
