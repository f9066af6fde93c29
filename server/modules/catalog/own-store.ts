import type { ListingKind, ListingState } from "@amana/core/catalog";
import { type ListingId, type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import type { Listing } from "./listing.ts";
import { COLUMNS, type Row, withVariants } from "./store.ts";

/** How sellers look at what they offer: each listing lies on one shelf. */
export const SHELVES = ["draft", "rejected", "under_review", "active", "out_of_stock", "inactive"] as const;
export type Shelf = (typeof SHELVES)[number];

/** What was sent back is a draft with a reason; what travels and has no piece left is active, and nobody can buy it. */
const SHELF = `case
    when state = 'draft' and rejection is not null then 'rejected'
    when state = 'active' and kind = 'physical' and (case when jsonb_array_length(options) = 0 then stock
      else (select coalesce(sum(v.stock), 0) from catalog.variant v where v.listing_id = listing.id and not v.removed) end) = 0 then 'out_of_stock'
    else state end`;

export type OwnQuery = {
  readonly seller: UserId;
  readonly kind: ListingKind | null;
  readonly state: ListingState | null;
  readonly shelf: Shelf | null;
  /** Part of a title or of a SKU. */
  readonly words: string | null;
  readonly limit: number;
  readonly beyond: ListingId | null;
};

/** A seller's own, the last made first. */
export async function listOwn(db: Queryable, query: OwnQuery): Promise<Listing[]> {
  const { seller, kind, state, shelf, words, limit, beyond } = query;
  const rows = await db.query<Row>(
    `select ${COLUMNS} from catalog.listing where seller_id = $1 and ($2::text is null or kind = $2) and ($3::text is null or state = $3)
        and ($5::uuid is null or id < $5) and ($6::text is null or ${SHELF} = $6)
        and ($7::text is null or position(lower($7) in lower(concat_ws(' ', title ->> 'en', title ->> 'ar'))) > 0
          or exists (select from catalog.variant v where v.listing_id = listing.id and not v.removed and position(lower($7) in lower(v.sku)) > 0))
      order by id desc limit $4`,
    [uuidOf(seller), kind, state, limit, beyond && uuidOf(beyond), shelf, words],
  );
  return await Promise.all(rows.map((row) => withVariants(db, row)));
}

/** How many of a seller's own lie on each shelf. */
export async function countOwn(db: Queryable, seller: UserId): Promise<Record<Shelf, number>> {
  const rows = await db.query<{ shelf: Shelf; count: number }>(
    `select ${SHELF} as shelf, count(*)::int as count from catalog.listing where seller_id = $1 group by 1`,
    [uuidOf(seller)],
  );
  const counts = { draft: 0, rejected: 0, under_review: 0, active: 0, out_of_stock: 0, inactive: 0 };
  for (const { shelf, count } of rows) counts[shelf] = count;
  return counts;
}
