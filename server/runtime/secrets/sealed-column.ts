/** A column whose values are sealed: enough to find every such value, open it in its place and seal it anew. */
export type SealedColumn = {
  /** `schema.table:column`, as it is bound into each seal. */
  readonly name: `${string}.${string}:${string}`;
  readonly table: `${string}.${string}`;
  /** The column of `bytea` that holds what `seal` makes. */
  readonly column: string;
  /** The column of `uuid` that names a row. */
  readonly key: string;
  /** The id of a row as its seal binds it, from its uuid. */
  rowId(uuid: string): string;
  /** The blind index beside it, where equal values must be found. */
  readonly index?: {
    readonly column: string;
    /** A column of text whose value is indexed together with the secret. */
    readonly beside: string;
    textOf(secret: string, beside: string): string;
  };
};

/** Where the value of a row lies: what its seal binds. */
export const placeIn = (column: SealedColumn, rowId: string): string => `${column.name}:${rowId}`;
