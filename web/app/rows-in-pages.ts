import type { Listed } from "../api/types.ts";

/** How many rows one page of a list has that is written into a file. */
export const ROWS_AT_ONCE = 100;

type Source<Row> = {
  /** It was read before the file began: what is refused is refused in so many words, and not by a file that ends. */
  readonly first: Listed<Row>;
  readonly after: (cursor: string) => Promise<Listed<Row>>;
  readonly most: number;
};

/**
 * A file that is written while the list is read, page by page and no faster than it is taken: whoever stops taking it stops the reading,
 * and what cannot be read breaks it off.
 */
export function rowsInPages<Row>(
  { first, after, most }: Source<Row>,
  head: string,
  write: (rows: readonly Row[]) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let page: Listed<Row> | null = first;
  let written = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (page === null) return controller.close();
      const rows = page.data.slice(0, most - written);
      controller.enqueue(encoder.encode(`${written === 0 ? head : ""}${write(rows)}`));
      written += rows.length;
      const next: string | null = page.nextCursor ?? null;
      page = next === null || written >= most ? null : await after(next);
    },
  });
}

/** As it is, so that each row leaves when it is written: what compresses would hold many back. */
export const CSV_HEADERS = {
  "content-type": "text/csv; charset=utf-8",
  "cache-control": "private, no-store, no-transform",
};
