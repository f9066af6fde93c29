import { CATEGORIES, categoriesUnder, categoryOf, inBothLanguages, LISTING_KINDS } from "@amana/core/catalog";
import { counted, normalised, priceRanges } from "@amana/core/search";
import { type Static, Type } from "typebox";
import { activeOf, type Listing, stockOf } from "#modules/catalog";
import { readUsers } from "#modules/identity";
import {
  type ListingSearch,
  SEARCH_SORTS,
  type SearchHit,
  type SearchPlace,
  type SearchQuery,
} from "#ports/listing-search";
import type { Queryable } from "#runtime/database";
import {
  anyone,
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  line,
  MoneyJson,
  moneyJson,
  nullable,
  oneOf,
  PAGE,
  pageAsked,
  type Route,
  ref,
  reply,
  strict,
  Text,
} from "#runtime/http";

export type SearchParts = { readonly db: Queryable; readonly search: ListingSearch };

/** More are not counted: "1000+" says as much to people. */
const MOST_COUNTED = 1_000;
const MOST_FACETS = 20;
/** With those above them, so that a tree can be drawn of them: the widest come first. */
const MOST_CATEGORIES = 100;
const MOST_SUGGESTIONS = 8;
const TAG = "catalogue";

export const searchRoutes = (parts: SearchParts): Route[] => [find(parts), suggest(parts)];

const ListingIdJson = Type.Union([IdOf("product"), IdOf("service")]);
const Kind = oneOf(LISTING_KINDS);
const Words = line({ maxLength: 200 });
const Count = Type.Integer({ minimum: 0, maximum: MOST_COUNTED });
const Price = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: "In minor units." });

const HitJson = strict(
  {
    id: ListingIdJson,
    kind: Kind,
    category: Type.String(),
    title: ref(Text),
    price: ref(MoneyJson),
    seller: strict({ id: IdOf("user"), name: Type.String() }),
    pictureUrl: nullable(Type.String()),
    pictureSizes: Type.Array(strict({ width: Type.Integer(), url: Type.String() }), {
      description: "The same picture in other widths, the smallest first.",
    }),
    inStock: nullable(Type.Boolean({ description: "Null for what has no stock." })),
    listedAt: InstantJson,
  },
  { $id: "ListingHit" },
);

const FacetsJson = strict(
  {
    kinds: Type.Array(strict({ kind: Kind, count: Count })),
    categories: Type.Array(strict({ category: Type.String(), count: Count })),
    sellers: Type.Array(strict({ id: IdOf("user"), name: Type.String(), count: Count })),
    prices: Type.Array(strict({ from: Price, to: Price, count: Count })),
  },
  {
    $id: "ListingFacets",
    description: "How many of the first thousand are of each sort; a category counts all that is below it.",
  },
);

const AnswerJson = strict({
  data: Type.Array(ref(HitJson)),
  nextCursor: nullable(Type.String()),
  found: nullable(strict({ count: Count, orMore: Type.Boolean() })),
  facets: nullable(ref(FacetsJson)),
  searchedFor: nullable(
    Type.String({ description: "The words that were searched for, where those asked for had slips." }),
  ),
});

const Cursor = Type.Tuple([Type.Integer(), Type.Integer(), ListingIdJson]);

const find = ({ db, search }: SearchParts): Route =>
  defineRoute({
    method: "GET",
    path: "/listings",
    operationId: "searchListings",
    summary: "Search what is for sale, by words and filters",
    description:
      "Words in English or Arabic, each with its endings; one that nothing has is corrected. The first page counts what was found, and how much of it is of which kind, category, seller and price; later pages do not. By relevance the thousand newest that fit are weighed.",
    tag: TAG,
    policy: anyone(),
    query: strict({
      ...PAGE,
      q: Type.Optional(Words),
      kind: Type.Optional(Kind),
      category: Type.Optional(Type.String({ maxLength: 60, description: "With all categories below it." })),
      sellerId: Type.Optional(IdOf("user")),
      minPrice: Type.Optional(Price),
      maxPrice: Type.Optional(Price),
      sort: Type.Optional(oneOf(SEARCH_SORTS)),
    }),
    responses: { 200: AnswerJson },
    problems: [],
    async handle({ query }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      if (query.category !== undefined && categoriesUnder(query.category).length === 0)
        return invalid("category", "is not one");
      const wish = wishOf(query);
      const beyond = asked.after && { rank: asked.after[0], key: asked.after[1], id: asked.after[2] };
      const { hits, searchedFor } = await hitsOf(search, wish, beyond ? asked.rows : MOST_COUNTED + 1, beyond);
      const { page, nextCursor } = asked.cut(hits, (hit) => placeOf(hit, wish));
      const counts = beyond ? { found: null, facets: null } : await countsOf(db, hits);
      return reply(200, { data: await shown(db, page), nextCursor, ...counts, searchedFor });
    },
  });

type Asked = {
  readonly q?: string;
  readonly kind?: SearchQuery["kind"];
  readonly category?: string;
  readonly sellerId?: SearchQuery["seller"];
  readonly minPrice?: number;
  readonly maxPrice?: number;
  readonly sort?: SearchQuery["sort"];
};

function wishOf({ q = "", kind = null, category, sellerId = null, minPrice, maxPrice, sort }: Asked): SearchQuery {
  return {
    ...{ words: q, kind, seller: sellerId },
    categories: category === undefined ? null : categoriesUnder(category),
    minPrice: minPrice === undefined ? null : BigInt(minPrice),
    maxPrice: maxPrice === undefined ? null : BigInt(maxPrice),
    sort: sort ?? (q === "" ? "newest" : "relevance"),
  };
}

/** With other words where nothing has those that were asked for. */
async function hitsOf(search: ListingSearch, wish: SearchQuery, most: number, beyond: SearchPlace | null) {
  const hits = await search.find(wish, most, beyond);
  const better = hits.length === 0 && wish.words !== "" ? await search.corrected(wish.words) : null;
  if (better === null) return { hits, searchedFor: null };
  return { hits: await search.find({ ...wish, words: better }, most, beyond), searchedFor: better };
}

async function countsOf(db: Queryable, hits: readonly SearchHit[]) {
  const counted = hits.slice(0, MOST_COUNTED);
  return { found: { count: counted.length, orMore: hits.length > MOST_COUNTED }, facets: await facetsOf(db, counted) };
}

const placeOf = ({ rank, listedAt, price, id }: SearchHit, { sort }: SearchQuery) => [
  rank,
  sort === "price_up" || sort === "price_down" ? Number(price) : listedAt,
  id,
];

/** As the listings are now; what was taken off sale a moment ago is left out. */
async function shown(db: Queryable, hits: readonly SearchHit[]): Promise<Static<typeof HitJson>[]> {
  const listings = new Map(
    (
      await activeOf(
        db,
        hits.map(({ id }) => id),
      )
    ).map((listing) => [listing.id, listing]),
  );
  const sellers = await readUsers(
    db,
    [...listings.values()].map(({ seller }) => seller),
  );
  return hits.flatMap(({ id }) => {
    const listing = listings.get(id);
    const seller = listing && sellers.get(listing.seller);
    return listing && seller ? [hitJson(listing, seller.name)] : [];
  });
}

const hitJson = (listing: Listing, seller: string): Static<typeof HitJson> => ({
  ...{ id: listing.id, kind: listing.kind, category: listing.category, title: inBothLanguages(listing.title) },
  ...{ price: moneyJson(listing.price), seller: { id: listing.seller, name: seller } },
  pictureUrl: listing.pictures[0]?.url ?? null,
  pictureSizes: (listing.pictures[0]?.sizes ?? []).map(({ width, url }) => ({ width, url })),
  inStock: listing.kind === "physical" ? stockOf(listing) > 0 : null,
  listedAt: instantJson(listing.listedAt),
});

async function facetsOf(db: Queryable, hits: readonly SearchHit[]): Promise<Static<typeof FacetsJson>> {
  const sellers = counted(
    hits.map(({ seller }) => seller),
    MOST_FACETS,
  );
  const names = await readUsers(
    db,
    sellers.map(({ value }) => value),
  );
  return {
    kinds: counted(
      hits.map(({ kind }) => kind),
      MOST_FACETS,
    ).map(({ value, count }) => ({ kind: value, count })),
    categories: counted(
      hits.flatMap(({ category }) => categoryOf(category)?.path ?? []),
      MOST_CATEGORIES,
    ).map(({ value, count }) => ({
      ...{ category: value, count },
    })),
    sellers: sellers.flatMap(({ value, count }) => {
      const seller = names.get(value);
      return seller ? [{ id: value, name: seller.name, count }] : [];
    }),
    prices: priceRanges(hits.map(({ price }) => price)).map(({ from, to, count }) => ({
      ...{ from: Number(from), to: Number(to), count },
    })),
  };
}

const SuggestionJson = strict({ text: Type.String(), category: nullable(Type.String()) });

const suggest = ({ search }: SearchParts): Route =>
  defineRoute({
    method: "GET",
    path: "/listings/suggestions",
    operationId: "suggestListings",
    summary: "What begins like this: categories and titles, for help while typing",
    tag: TAG,
    policy: anyone(),
    query: strict({ q: Words }),
    responses: { 200: strict({ data: Type.Array(SuggestionJson) }) },
    problems: [],
    async handle({ query: { q } }) {
      const start = normalised(q);
      const categories = NAMES.filter(({ name }) => name.startsWith(start)).slice(0, MOST_SUGGESTIONS / 2);
      const titles = await search.beginnings(q, MOST_SUGGESTIONS - categories.length);
      const better = categories.length + titles.length === 0 ? await search.corrected(q) : null;
      return reply(200, {
        data: [
          ...categories.map(({ text, id }) => ({ text, category: id })),
          ...[...titles, ...(better === null ? [] : [better])].map((text) => ({ text, category: null })),
        ],
      });
    },
  });

const NAMES = CATEGORIES.flatMap(({ id, name }) =>
  [name.en, name.ar].map((text) => ({ id, text, name: normalised(text) })),
);
