import { idOf } from "@amana/core/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SearchHit, SearchPlace, SearchQuery } from "#ports/listing-search";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { postgresSearch } from "./index.ts";

const DAY = 86_400_000;
const START = Date.UTC(2022, 0, 1);
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** Four years of listings: most have "lamp", one in nine "brass", one in fifty "rare"; none for some months. */
const LISTED = Array.from({ length: 600 }, (_, n) => ({
  uuid: `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`,
  listedAt: START + (n < 300 ? n : n + 200) * DAY * 2 + ((n * 7_919) % DAY),
  price: BigInt((n * n * 977) % 3_000_000),
  words: ["lamp", ...(n % 9 === 0 ? ["brass"] : []), ...(n % 50 === 0 ? ["rare"] : [])],
}));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  for (const { uuid, listedAt, price, words } of LISTED)
    await database.owner.query(
      `insert into search.document (listing_id, kind, category, seller_id, price, listed_at, vocabulary, words)
       values ($1, 'physical', 'lighting', $2, $3, to_timestamp($4::double precision / 1000), '{}', to_tsvector('english', $5))`,
      [uuid, NOBODY, price, listedAt, words.join(" ")],
    );
});
afterAll(() => database.drop());

const EVERYTHING: SearchQuery = {
  ...{ words: "", kind: null, categories: null, seller: null, minPrice: null, maxPrice: null, sort: "newest" },
};

const expected = ({ words, minPrice, maxPrice }: SearchQuery): string[] =>
  LISTED.filter((one) => words.split(" ").every((word) => one.words.includes(word)))
    .filter(({ price }) => price >= (minPrice ?? 0n) && price <= (maxPrice ?? price))
    .toSorted((a, b) => b.listedAt - a.listedAt)
    .map(({ uuid }) => idOf("product", uuid));

async function paged(query: SearchQuery, most: number): Promise<string[]> {
  const search = postgresSearch(database.app);
  const found: SearchHit[] = [];
  for (let beyond: SearchPlace | null = null; ; ) {
    const page = await search.find(query, most, beyond);
    found.push(...page);
    const last = page.at(-1);
    if (!last || page.length < most) return found.map(({ id }) => id);
    beyond = { id: last.id, rank: last.rank, key: last.listedAt };
  }
}

test.each([
  ["a word that everything has", { words: "lamp" }],
  ["a word that some have", { words: "brass" }],
  ["a word that few have", { words: "rare" }],
  ["two words", { words: "brass rare" }],
  ["a word that nothing has", { words: "carpet" }],
  ["from a price", { words: "lamp", minPrice: 1_000_000n }],
  ["up to a price", { words: "brass", maxPrice: 977n }],
  ["between two prices", { words: "lamp", minPrice: 100_000n, maxPrice: 200_000n }],
  ["at one price", { words: "lamp", minPrice: 977n, maxPrice: 977n }],
  ["between prices the wrong way round", { words: "lamp", minPrice: 5_000n, maxPrice: 4n }],
])("words find all the years, the newest first, however they are paged: %s", async (_, wish) => {
  const query = { ...EVERYTHING, ...wish };
  const all = expected(query);
  for (const most of [7, 100, 1_000]) expect(await paged(query, most)).toEqual(all);
});

test("all of what is at hand is weighed by relevance, old and new", async () => {
  const found = await postgresSearch(database.app).find({ ...EVERYTHING, words: "rare", sort: "relevance" }, 100, null);
  expect(found.map(({ id }) => id).toSorted()).toEqual(expected({ ...EVERYTHING, words: "rare" }).toSorted());
});
