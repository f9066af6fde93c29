import type { Wording } from "@amana/core/catalog";
import { idOf, type ListingId, uuidOf } from "@amana/core/ids";
import { type Currency, money } from "@amana/core/money";
import type { Queryable } from "#runtime/database";
import type { Variant } from "./listing.ts";

type Row = { id: string; sku: string; choices: Wording[]; price: bigint; stock: number };

/** In the seller's order. */
export async function variantsOf(db: Queryable, listing: string, currency: Currency): Promise<Variant[]> {
  const rows = await db.query<Row>(
    "select id, sku, choices, price, stock from catalog.variant where listing_id = $1 and not removed order by position",
    [listing],
  );
  return rows.map(({ id, sku, choices, price, stock }) => ({
    ...{ id: idOf("variant", id), sku, choices, price: money(price, currency), stock },
  }));
}

/**
 * Puts these in place of those before. One whose SKU was there keeps its id and the stock that it has now; those that are named no more
 * stay, removed, for orders that may give stock back.
 */
export async function replaceVariants(tx: Queryable, listing: ListingId, variants: readonly Variant[]): Promise<void> {
  await tx.query("update catalog.variant set removed = true where listing_id = $1", [uuidOf(listing)]);
  for (const [position, { id, sku, choices, price, stock }] of variants.entries())
    await tx.query(
      `insert into catalog.variant (id, listing_id, position, sku, choices, price, stock, removed) values ($1, $2, $3, $4, $5, $6, $7, false)
       on conflict (listing_id, sku) do update set position = $3, choices = $5, price = $6, removed = false`,
      [uuidOf(id), uuidOf(listing), position, sku, JSON.stringify(choices), price.minor, stock],
    );
}
