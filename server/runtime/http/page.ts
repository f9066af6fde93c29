import type { Static, TSchema } from "typebox";
import { encodeCursor, readCursor } from "./cursor.ts";
import { invalid, type ProblemAnswer } from "./problems.ts";

/** Which part of a list a caller asks for. */
export type PageAsked<Key> = {
  /** The sort key of the row after which it begins; null for the first page. */
  readonly after: Key | null;
  /** How many rows are read: one more than is shown, and it tells whether there is a next page. */
  readonly rows: number;
  /** The rows that are shown of those that were read, and where the next page begins. */
  readonly cut: <Row>(found: readonly Row[], keyOf: (row: Row) => readonly (string | number)[]) => Cut<Row>;
};

type Cut<Row> = { readonly page: readonly Row[]; readonly nextCursor: string | null };

/** Said in `PAGE` too. */
const DEFAULT_LIMIT = 20;

/** Reads the query fields `PAGE` of a list whose rows are sorted by keys of this schema. */
export function pageAsked<Key extends TSchema>(
  key: Key,
  { limit = DEFAULT_LIMIT, cursor }: { readonly limit?: number; readonly cursor?: string },
): PageAsked<Static<Key>> | ProblemAnswer {
  const after = readCursor(key, cursor);
  if (!after.ok) return invalid("cursor", "is not one that a list has given");
  return {
    after: after.value,
    rows: limit + 1,
    cut(found, keyOf) {
      const page = found.slice(0, limit);
      const last = found.length > limit ? page.at(-1) : undefined;
      return { page, nextCursor: last === undefined ? null : encodeCursor(keyOf(last)) };
    },
  };
}
