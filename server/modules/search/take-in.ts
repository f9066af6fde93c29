import { categoryOf, inBothLanguages, type Wording } from "@amana/core/catalog";
import { type ListingId, parseId, uuidOf } from "@amana/core/ids";
import { byScript, normalised, trigramsOf, wordsOf } from "@amana/core/search";
import { type Listing, readListing } from "#modules/catalog";
import { type Queryable, textArray, timestamp } from "#runtime/database";
import type { Subscription } from "#runtime/work";

/** Keeps the copy in step with the listing as it is now, whatever the announcement was about. */
export const followListings: Subscription = {
  name: "search of listings",
  topic: "listing.changed",
  async hear(tx, { listing }) {
    const id = parseId("product", String(listing)) ?? parseId("service", String(listing));
    if (!id) throw new Error(`no id of a listing: ${String(listing)}`);
    // Two announcements about one listing are heard one after the other, and the later reads what is there then.
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`search:${id}`]);
    const current = await readListing(tx, id);
    const before = await vocabularyOf(tx, id);
    if (current?.state === "active") await takeIn(tx, current, before);
    else await leaveOut(tx, id, before);
  },
};

const saidIn = ({ en, ar }: Wording): string => `${en ?? ""} ${ar ?? ""}`;

/** What is weighed, from the title down: category and options, specifications, description. */
function textsOf(listing: Listing): readonly [string, string, string, string] {
  const path = categoryOf(listing.category)?.path ?? [];
  const categories = path.map((id) => saidIn(categoryOf(id)?.name ?? { en: null, ar: null }));
  const choices = listing.variants.flatMap(({ sku, choices: all }) => [sku, ...all.map(saidIn)]);
  const packages = listing.packages.map(({ name }) => saidIn(name));
  const specifications = listing.specifications.map(({ name, value }) => `${saidIn(name)} ${saidIn(value)}`);
  return [
    saidIn(listing.title),
    [...categories, ...choices, ...packages].join(" "),
    specifications.join(" "),
    saidIn(listing.description),
  ];
}

const WEIGHTS = ["A", "B", "C", "D"] as const;

async function takeIn(tx: Queryable, listing: Listing, before: readonly string[]): Promise<void> {
  const texts = textsOf(listing);
  const scripts = texts.map(byScript);
  const vocabulary = [...new Set(texts.slice(0, 3).flatMap(wordsOf))].sort();
  const vector = WEIGHTS.map(
    (weight, at) =>
      `setweight(to_tsvector('english', $${8 + at * 2}), '${weight}') || setweight(to_tsvector('arabic', $${9 + at * 2}), '${weight}')`,
  );
  await tx.query(
    `insert into search.document (listing_id, kind, category, seller_id, price, listed_at, vocabulary, words)
     values ($1, $2, $3, $4, $5, $6, $7, ${vector.join(" || ")})
     on conflict (listing_id) do update set category = excluded.category, price = excluded.price, listed_at = excluded.listed_at,
       vocabulary = excluded.vocabulary, words = excluded.words`,
    [
      ...[uuidOf(listing.id), listing.kind, listing.category, uuidOf(listing.seller), listing.price.minor],
      ...[timestamp(listing.listedAt), textArray(vocabulary)],
      ...scripts.flatMap(({ english, arabic }) => [english, arabic]),
    ],
  );
  await saveTitles(tx, listing);
  await recount(tx, before, vocabulary);
}

async function saveTitles(tx: Queryable, { id, title }: Listing): Promise<void> {
  const shown = inBothLanguages(title);
  await tx.query("delete from search.title where listing_id = $1", [uuidOf(id)]);
  for (const language of ["en", "ar"] as const)
    if (title[language] !== null)
      await tx.query("insert into search.title (listing_id, language, normalised, shown) values ($1, $2, $3, $4)", [
        ...[uuidOf(id), language, normalised(shown[language]), shown[language]],
      ]);
}

async function leaveOut(tx: Queryable, id: ListingId, before: readonly string[]): Promise<void> {
  await tx.query("delete from search.document where listing_id = $1", [uuidOf(id)]);
  await recount(tx, before, []);
}

async function vocabularyOf(tx: Queryable, id: ListingId): Promise<string[]> {
  const row = await tx.maybe<{ vocabulary: string[] }>("select vocabulary from search.document where listing_id = $1", [
    uuidOf(id),
  ]);
  return row?.vocabulary ?? [];
}

/** Only words that came or went are touched, in one order, so that two workers never wait for each other in a ring. */
async function recount(tx: Queryable, before: readonly string[], after: readonly string[]): Promise<void> {
  const [old, fresh] = [new Set(before), new Set(after)];
  const changes = [
    ...after.filter((word) => !old.has(word)).map((word) => [word, 1] as const),
    ...before.filter((word) => !fresh.has(word)).map((word) => [word, -1] as const),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [word, by] of changes)
    await tx.query(
      `insert into search.word (word, documents, trigrams) values ($1, $2, $3)
       on conflict (word) do update set documents = search.word.documents + $2`,
      [word, by, textArray(trigramsOf(word))],
    );
}
