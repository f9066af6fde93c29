import { idOf, type ListingId, uuidOf } from "@amana/core/ids";
import { normalised, trigramsOf, wordsOf } from "@amana/core/search";
import type { ListingSearch, SearchHit, SearchPlace, SearchQuery, SearchSort } from "#ports/listing-search";
import { type Queryable, textArray } from "#runtime/database";
import { newestByWords } from "./by-weeks.ts";
import { type Conditions, conditionsOf } from "./conditions.ts";
import { COLUMNS, type Row } from "./rows.ts";

/** Of what has the words, so many of the newest are weighed against each other: a word that everybody uses costs no more than a rare one. */
const WEIGHED = 1_000;

/** The search in PostgreSQL itself. */
export const postgresSearch = (db: Queryable): ListingSearch => ({
  find: (query, most, beyond) =>
    query.sort === "relevance" ? byRelevance(db, query, most, beyond) : inOrder(db, query, most, beyond),
  corrected: (words) => corrected(db, words),
  async beginnings(text, most) {
    const start = normalised(text).trim();
    if (start === "") return [];
    const rows = await db.query<{ shown: string }>(
      `select shown from (select shown, normalised from search.title where normalised >= $1 and normalised < $1 || chr(1114111) order by normalised limit 100) t
        group by shown order by min(normalised) limit $2`,
      [start, most],
    );
    return rows.map(({ shown }) => shown);
  },
});

async function byRelevance(
  db: Queryable,
  query: SearchQuery,
  most: number,
  beyond: SearchPlace | null,
): Promise<SearchHit[]> {
  const weighed = await inOrder(db, { ...query, sort: "newest" }, WEIGHED + 1, null);
  const ranked = weighed.sort(byRank);
  const start = beyond ? ranked.findIndex((hit) => byRank(hit, { ...beyond, listedAt: beyond.key }) > 0) : 0;
  return start < 0 ? [] : ranked.slice(start, start + most);
}

type Ranked = { readonly rank: number; readonly listedAt: number; readonly id: string };

const byRank = (a: Ranked, b: Ranked): number =>
  b.rank - a.rank || b.listedAt - a.listedAt || (uuidOf(b.id) < uuidOf(a.id) ? -1 : Number(b.id !== a.id));

const ORDERS = {
  newest: { column: "listed_at", after: "<", direction: "desc" },
  price_up: { column: "price", after: ">", direction: "asc" },
  price_down: { column: "price", after: "<", direction: "desc" },
} as const satisfies Record<Exclude<SearchSort, "relevance">, unknown>;

async function inOrder(
  db: Queryable,
  query: SearchQuery,
  most: number,
  beyond: SearchPlace | null,
): Promise<SearchHit[]> {
  const { sort } = query;
  const conditions = conditionsOf(query);
  const rows =
    conditions.words !== null && (sort === "newest" || sort === "relevance")
      ? await newestByWords(db, query, most, beyond)
      : await walked(db, ORDERS[sort === "relevance" ? "newest" : sort], conditions, most, beyond);
  return rows.map(hitOf);
}

/** Along the index of its order, as far as it takes to find so many. */
function walked(
  db: Queryable,
  order: (typeof ORDERS)[keyof typeof ORDERS],
  { words, filters, values }: Conditions,
  most: number,
  beyond: SearchPlace | null,
): Promise<Row[]> {
  const key = order.column === "price" ? "::bigint" : "::double precision";
  const place =
    order.column === "price" ? `$${values.length + 1}${key}` : `to_timestamp($${values.length + 1}${key} / 1000)`;
  const past = `(${order.column}, listing_id) ${order.after} (${place}, $${values.length + 2}::uuid)`;
  const where = [...(words === null ? [] : [`words @@ (${words})`]), ...filters, ...(beyond ? [past] : [])];
  return db.query<Row>(
    `select ${COLUMNS}, 0 as rank from search.document where ${where.join(" and ") || "true"}
      order by ${order.column} ${order.direction}, listing_id ${order.direction} limit ${Math.trunc(most)}`,
    beyond ? [...values, beyond.key, uuidOf(beyond.id)] : [...values],
  );
}

/** Words shorter than that have nothing to be recognised by. */
const SHORTEST = 3;
const LEAST_ALIKE = 0.4;

async function corrected(db: Queryable, text: string): Promise<string | null> {
  const words = wordsOf(text);
  const known = await db.query<{ word: string }>(
    "select word from search.word where word = any ($1) and documents > 0",
    [textArray(words)],
  );
  const there = new Set(known.map(({ word }) => word));
  const better = await Promise.all(
    words.map(async (word) => (there.has(word) || word.length < SHORTEST ? word : ((await nearest(db, word)) ?? word))),
  );
  return better.join(" ") === words.join(" ") ? null : better.join(" ");
}

/** By the share of runs of three letters that two words have in common. */
async function nearest(db: Queryable, word: string): Promise<string | null> {
  const trigrams = trigramsOf(word);
  const row = await db.maybe<{ word: string }>(
    `select word from (
       select word, documents, 2.0 * (select count(*) from unnest(trigrams) t where t = any ($1)) / (cardinality(trigrams) + $2) as alike
         from search.word where trigrams && $1 and documents > 0 and length(word) between $3 and $4
     ) near where alike >= ${LEAST_ALIKE} order by alike desc, documents desc, word limit 1`,
    [textArray(trigrams), trigrams.length, word.length - 2, word.length + 2],
  );
  return row?.word ?? null;
}

const hitOf = (row: Row): SearchHit => ({
  id: idIn(row),
  ...{ kind: row.kind, category: row.category, seller: idOf("user", row.seller_id), price: row.price },
  ...{ listedAt: row.listed_at, rank: row.rank },
});

const idIn = ({ kind, listing_id: uuid }: Row): ListingId =>
  kind === "service" ? idOf("service", uuid) : idOf("product", uuid);
