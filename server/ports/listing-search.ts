import type { ListingKind } from "@amana/core/catalog";
import type { ListingId, UserId } from "@amana/core/ids";
import type { Candidate } from "@amana/core/search";
import type { Instant } from "@amana/core/time";

export const SEARCH_SORTS = ["relevance", "newest", "price_up", "price_down"] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

export type SearchQuery = {
  /** Empty: everything, by the filters alone. */
  readonly words: string;
  readonly kind: ListingKind | null;
  /** Any of these; null: all. */
  readonly categories: readonly string[] | null;
  readonly seller: UserId | null;
  readonly minPrice: bigint | null;
  readonly maxPrice: bigint | null;
  readonly sort: SearchSort;
};

export type SearchHit = Candidate & {
  readonly id: ListingId;
  readonly listedAt: Instant;
  /** How well the words fit; a whole number. */
  readonly rank: number;
};

/** Where in its order a list goes on; of a hit only what its order is by is looked at. */
export type SearchPlace = Pick<SearchHit, "id" | "rank"> & { readonly key: number };

/** Finds listings. What it finds may be a moment old: whoever shows it reads the listing itself. */
export type ListingSearch = {
  /** In the order of `sort`, after a hit of the page before. Ordered by relevance it knows the newest `most` alone. */
  find(query: SearchQuery, most: number, beyond: SearchPlace | null): Promise<SearchHit[]>;
  /** The words with those that nothing has replaced by the nearest that something has; null when there is nothing to replace. */
  corrected(words: string): Promise<string | null>;
  /** Titles that begin so, each once. */
  beginnings(text: string, most: number): Promise<string[]>;
};
