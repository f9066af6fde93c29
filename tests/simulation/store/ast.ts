/** The part of SQL that our stores speak, as a tree. */
export type Expr =
  | { readonly k: "param"; readonly n: number }
  | { readonly k: "const"; readonly v: unknown; readonly t: string }
  | { readonly k: "col"; readonly table: string | null; readonly name: string }
  | { readonly k: "bin"; readonly op: string; readonly l: Expr; readonly r: Expr }
  | { readonly k: "not"; readonly e: Expr }
  | { readonly k: "neg"; readonly e: Expr }
  | { readonly k: "isnull"; readonly e: Expr; readonly not: boolean }
  | { readonly k: "distinct"; readonly l: Expr; readonly r: Expr; readonly not: boolean }
  | { readonly k: "in"; readonly e: Expr; readonly list: readonly Expr[]; readonly not: boolean }
  | { readonly k: "inselect"; readonly e: Expr; readonly select: Select; readonly not: boolean }
  | { readonly k: "any"; readonly op: string; readonly l: Expr; readonly r: Expr; readonly all: boolean }
  | { readonly k: "anyselect"; readonly op: string; readonly l: Expr; readonly select: Select }
  | {
      readonly k: "call";
      readonly name: string;
      readonly args: readonly Expr[];
      readonly star: boolean;
      readonly filter: Expr | null;
    }
  | {
      readonly k: "case";
      readonly of: Expr | null;
      readonly whens: readonly (readonly [Expr, Expr])[];
      readonly other: Expr | null;
    }
  | { readonly k: "cast"; readonly e: Expr; readonly t: string }
  | { readonly k: "row"; readonly items: readonly Expr[] }
  | { readonly k: "exists"; readonly select: Select }
  | { readonly k: "scalar"; readonly select: Select }
  | { readonly k: "array"; readonly items: readonly Expr[] };

export type Output = { readonly e: Expr; readonly as: string | null } | { readonly star: string | null };

export type From = {
  readonly what:
    | { readonly k: "table"; readonly name: string }
    | { readonly k: "select"; readonly select: Statement }
    | { readonly k: "unnest"; readonly args: readonly Expr[]; readonly ordinality: boolean };
  readonly alias: string;
  readonly columns: readonly string[];
  readonly join: "inner" | "left" | "full";
  readonly on: Expr | null;
  readonly using: readonly string[];
};

export type Order = { readonly e: Expr; readonly down: boolean; readonly nullsFirst: boolean };

export type Select = {
  readonly k: "select";
  readonly ctes: readonly Cte[];
  readonly outputs: readonly Output[];
  readonly from: readonly From[];
  readonly where: Expr | null;
  readonly group: readonly Expr[];
  readonly having: Expr | null;
  readonly order: readonly Order[];
  readonly limit: Expr | null;
  readonly distinct: boolean;
  readonly more: readonly { readonly all: boolean; readonly select: Select }[];
};

export type Cte = { readonly name: string; readonly columns: readonly string[]; readonly body: Statement };
export type Sets = readonly (readonly [string, Expr])[];

export type Insert = {
  readonly k: "insert";
  readonly ctes: readonly Cte[];
  readonly table: string;
  readonly alias: string;
  readonly columns: readonly string[];
  readonly values: readonly (readonly Expr[])[] | null;
  readonly select: Select | null;
  readonly conflict: {
    readonly target: readonly string[] | null;
    readonly sets: Sets | null;
    readonly where: Expr | null;
  } | null;
  readonly returning: readonly Output[] | null;
};

export type Update = {
  readonly k: "update";
  readonly ctes: readonly Cte[];
  readonly table: string;
  readonly alias: string;
  readonly sets: Sets;
  readonly from: readonly From[];
  readonly where: Expr | null;
  readonly returning: readonly Output[] | null;
};

export type Delete = {
  readonly k: "delete";
  readonly ctes: readonly Cte[];
  readonly table: string;
  readonly alias: string;
  readonly from: readonly From[];
  readonly where: Expr | null;
  readonly returning: readonly Output[] | null;
};

export type Statement = Select | Insert | Update | Delete;
