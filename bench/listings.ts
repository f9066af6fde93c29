import { categoriesUnder } from "../core/catalog/index.ts";
import type { ProductId } from "../core/ids/index.ts";
import { money } from "../core/money/index.ts";
import { insertProduct, readProduct, reserve } from "../server/modules/catalog/index.ts";
import { postgresSearch } from "../server/modules/search/index.ts";
import type { SearchQuery } from "../server/ports/listing-search.ts";
import type { Database } from "../server/runtime/database/index.ts";
import { newIdBeside, newRootId } from "../server/runtime/ids/index.ts";
import type { Arena } from "./arena.ts";
import { open } from "./cluster.ts";
import { median, quantile } from "./load.ts";
import type { Figures } from "./postings.ts";
import { now } from "./seed.ts";
import { WORDS, word } from "./seed-listings.ts";

const EVERYTHING: SearchQuery = {
  ...{ words: "", kind: null, categories: null, seller: null, minPrice: null, maxPrice: null, sort: "relevance" },
};

const below = (n: number): number => Math.floor(Math.random() * n);

/** What people ask: rare and frequent words, two at once, categories, prices. */
const MIX: readonly (() => SearchQuery)[] = [
  () => ({ ...EVERYTHING, words: word(below(WORDS)) }),
  () => ({ ...EVERYTHING, words: word(below(50)) }),
  () => ({ ...EVERYTHING, words: `${word(below(50))} ${word(below(2_000))}` }),
  () => ({ ...EVERYTHING, words: word(below(2_000)), categories: categoriesUnder("fashion") }),
  () => ({ ...EVERYTHING, categories: categoriesUnder("fashion"), sort: "newest" }),
  () => ({ ...EVERYTHING, words: word(below(500)), minPrice: 100_000n, maxPrice: 200_000n }),
  () => ({ ...EVERYTHING, sort: "price_up" }),
];
const MOST = 1_001;

/** Searches among as many listings as there are, two at a time, and the same words looked for row by row. */
export async function search(arena: Arena): Promise<Figures> {
  const place = await arena.listings(arena.sizes.big);
  const db = open(place.appUrl, 2);
  const find = postgresSearch(db);
  const ends = performance.now() + arena.sizes.seconds * 2_000;
  const times: number[] = [];
  const ask = async (): Promise<void> => {
    for (let n = below(MIX.length); performance.now() < ends; n++) {
      const query = MIX[n % MIX.length]?.() ?? EVERYTHING;
      times.push(await timed(() => find.find(query, MOST, null)));
    }
  };
  await Promise.all([ask(), ask()]);
  const sorted = times.toSorted((a, b) => a - b);
  const scans: number[] = [];
  for (let n = 0; n < 3; n++) scans.push(await timed(() => scanned(db, word(below(WORDS)))));
  await db.close();
  return { search_p50_ms: median(times), search_p95_ms: quantile(sorted, 0.95), search_scan_ms: median(scans) };
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

const scanned = (db: Database, wanted: string) =>
  db.transaction(async (tx) => {
    await tx.query("set local enable_indexscan = off");
    await tx.query("set local enable_bitmapscan = off");
    return await tx.query(
      "select listing_id from search.document where words @@ plainto_tsquery('english', $1) order by listed_at desc limit 20",
      [wanted],
    );
  });

const PIECES = 10;
const BUYERS = 50;

/** The last ten pieces of one product after another, fifty buyers for each: how many get one, and how fast, beside a bare update. */
export async function oversell(arena: Arena): Promise<Figures> {
  const db = open((await arena.listings(arena.sizes.small)).appUrl, 16);
  const ends = performance.now() + arena.sizes.seconds * 1_000;
  let [sold, offered, asked] = [0, 0, 0];
  const begin = performance.now();
  while (performance.now() < ends) {
    const product = await stocked(db, PIECES);
    const taken = await Promise.all(Array.from({ length: BUYERS }, () => takeOne(db, product)));
    sold += taken.filter(Boolean).length + ((await readProduct(db, product))?.stock ?? 0);
    offered += PIECES;
    asked += BUYERS;
  }
  const perSecond = asked / ((performance.now() - begin) / 1_000);
  const bare = await bareUpdates(db, arena.sizes.seconds);
  await db.close();
  return { oversold: Math.abs(sold - offered), reserve_per_second: perSecond, bare_update_per_second: bare };
}

const takeOne = (db: Database, product: ProductId): Promise<boolean> =>
  db.transaction((tx) => reserve(tx, newIdBeside("order", now(), product), { product, variant: null, quantity: 1 }));

/** As many people would take stock who do not look whether there is any, nor write down who has it. */
async function bareUpdates(db: Database, seconds: number): Promise<number> {
  const product = await stocked(db, 1_000_000);
  const ends = performance.now() + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: BUYERS }, async () => {
      while (performance.now() < ends) {
        await db.query("update catalog.listing set stock = stock - 1 where id = $1", [product.slice(4)]);
        done += 1;
      }
    }),
  );
  return done / seconds;
}

async function stocked(db: Database, stock: number): Promise<ProductId> {
  const seller = newRootId("user", now());
  const id = newIdBeside("product", now(), seller);
  const text = { en: "Brass lamp (demo)", ar: "مصباح نحاسي" };
  await insertProduct(db, {
    ...{ id, seller, title: text, description: text, pictures: [], price: money(29_900n, "INR"), stock },
    parcel: { grams: 400, millimetres: { length: 300, width: 220, height: 40 } },
    ...{ listedAt: now(), active: true },
  });
  return id;
}
