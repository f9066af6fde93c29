import type { ListingKind } from "@amana/core/catalog";
import type { Instant } from "@amana/core/time";

export type Row = {
  listing_id: string;
  kind: ListingKind;
  category: string;
  seller_id: string;
  price: bigint;
  listed_at: Instant;
  rank: number;
};

export const COLUMNS = "listing_id, kind, category, seller_id, price, listed_at";

/** Of `words` by `query`. */
export const RANK = "(ts_rank('{0.05, 0.1, 0.4, 1}', words, query, 1) * 1000000)::int";
