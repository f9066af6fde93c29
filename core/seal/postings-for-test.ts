import type { Books } from "./books.ts";
import { valueAt } from "./lists.ts";
import { postingColumns } from "./postings.ts";
import { POSTING_FIELDS, type PostingRecord } from "./records.ts";

export type PostingRow = Omit<PostingRecord, "entries">;

/** Postings as a reader of a dump makes them of rows; where there is none, only entries name the posting. */
export function columnsOf(rows: readonly (PostingRow | undefined)[]): Pick<Books, "postings" | "postingIds"> {
  const columns = postingColumns();
  for (const [place, row] of rows.entries()) {
    if (!row) continue;
    const writer = columns.open();
    writer.put(row.id);
    columns.openLeaf();
    for (const name of POSTING_FIELDS) writer.put(row[name]);
    columns.close(place, row.shard, row.number);
  }
  const ids = rows.map((row, place) => row?.id ?? `posting at ${place}`);
  return {
    postings: columns.finish(rows.length),
    postingIds: { at: (place) => valueAt(ids, place), is: (place, id) => ids[place] === id },
  };
}
