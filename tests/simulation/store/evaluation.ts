import type { Statement } from "./ast.ts";
import type { Shape, Unique } from "./schema.ts";

export type Row = Record<string, unknown>;

/** A key that no two rows share, as functions. */
export type UniqueKey = Pick<Unique, "name" | "columns"> & {
  /** The row that already has the values of a key; null is equal to nothing. */
  readonly hit: (row: Row, rows: Iterable<Row>, except: Row | null) => Row | null;
  /** Whether a change cannot have led to a collision. */
  readonly kept: (row: Row, before: Row) => boolean;
};

/** A table with its rules as functions. `at` is its number among the tables. */
export type Table = {
  readonly at: number;
  readonly shape: Shape;
  readonly columns: ReadonlyMap<string, string>;
  readonly uniques: readonly UniqueKey[];
  /** The row with the defaults of the columns that it does not name. */
  readonly complete: (env: Env, row: Row) => Row;
  /** Throws at the first rule that a row breaks; of some columns only the rules that read one of them. */
  readonly rules: (row: Row) => void;
  readonly rulesFor: (columns: readonly string[]) => (row: Row) => void;
  readonly written: () => Error;
  readonly counted: readonly string[];
};

/** What a compiled statement reads and writes while it runs: the store that runs it. */
export type Env = {
  readonly tables: readonly Set<Row>[];
  readonly now: () => number;
  readonly call: (name: string, args: readonly unknown[]) => unknown;
  readonly writes: Writes;
};

export type Writes = {
  readonly insert: (table: Table, row: Row) => void;
  /** Notes a change that has been made, and holds it to the rules that it may have broken. */
  readonly changed: (table: Table, row: Row, before: Row, rules: (row: Row) => void) => void;
  readonly remove: (table: Table, row: Row) => void;
  /** The row that one with these values would collide with, by one of these keys. */
  readonly collision: (keys: readonly UniqueKey[], table: Table, row: Row) => Row | null;
};

/** JavaScript that gives a value of a type of SQL. */
export type Code = { readonly type: string; readonly js: string };

/** A row of the statement: the variable that it is in, which may be no row at all. */
export type Place = {
  readonly alias: string;
  readonly js: string;
  readonly maybe: boolean;
  readonly columns: ReadonlyMap<string, string>;
};
export type Scope = { readonly places: readonly Place[]; readonly parent: Scope | null };

/** What compiling one statement shares: its parameters, its constants, and the tables and named parts that it may read. */
export type Workshop = {
  readonly params: { readonly n: number; readonly type: string }[];
  readonly constants: unknown[];
  readonly counts: { names: number; temporaries: number };
  readonly ctes: Map<string, { readonly js: string; readonly columns: ReadonlyMap<string, string> }>;
  readonly table: (name: string) => Table;
  readonly statement: (statement: Statement, shop: Workshop, scope: Scope | null, touched: Set<string>) => Rows;
};

/** JavaScript that gives an array of rows. */
export type Rows = { readonly columns: ReadonlyMap<string, string>; readonly js: string };

export type Context = {
  readonly shop: Workshop;
  readonly scope: Scope;
  /** Collects the rows that are read, so that a condition can be checked as soon as they are known. */
  readonly touched: Set<string>;
  /** Of a group: the variable with its rows, and the names that these have one by one. */
  readonly group?: { readonly js: string; readonly each: string; readonly inner: Scope };
};
