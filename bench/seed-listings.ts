import { categoriesUnder } from "../core/catalog/index.ts";
import type { Database } from "../server/runtime/database/index.ts";

/** Words of the made listings: a low number stands in many of them, a high one in few. */
export const word = (n: number): string => `z${[...`${n}`].map((digit) => "bcdfghjklm"[Number(digit)]).join("")}`;
export const WORDS = 60_000;

/** So many search documents of twelve words each, whose words are as unevenly frequent as those of a language. */
export async function seedListings(owner: Database, listings: number): Promise<void> {
  const categories = categoriesUnder("goods").slice(1);
  await owner.query(
    `insert into search.document (listing_id, kind, category, seller_id, price, listed_at, vocabulary, words)
     select gen_random_uuid(), 'physical', ($2::text[])[1 + n % $3], gen_random_uuid(), (100 + 1000000 * random() ^ 3)::bigint,
         '2024-01-01'::timestamptz + n * (interval '3 years' / $1), '{}', setweight(to_tsvector('simple', text), 'A')
       from generate_series(1, $1) n, lateral (
         select string_agg('z' || translate(floor($4 * random() ^ 3)::int::text, '0123456789', 'bcdfghjklm'), ' ') as text
           from generate_series(1, 12) where n > 0) made`,
    [listings, `{${categories.join()}}`, categories.length, WORDS],
  );
  await owner.query("vacuum analyze search.document");
}
