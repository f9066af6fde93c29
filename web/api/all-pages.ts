import type { Listed } from "./types.ts";

/** Nobody reads more of a queue than this; what lies behind is not asked for. */
const MOST = 1000;

/** Everything of a list, page by page. `page` reads the one that the end of its address names; null where this reader has no such list. */
export async function allPages<T>(page: (end: string) => Promise<Listed<T> | null>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null = "";
  while (cursor !== null && all.length < MOST) {
    const read: Listed<T> | null = await page(cursor && `&cursor=${encodeURIComponent(cursor)}`);
    all.push(...(read?.data ?? []));
    cursor = read?.nextCursor ?? null;
  }
  return all;
}
