import { type ListingId, type OrderId, type ProductId, uuidOf, type VariantId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type Wanted = { readonly product: ProductId; readonly variant: VariantId | null; readonly quantity: number };

/** Takes stock for an order; false when there is not enough, whatever others take at the same moment. */
export async function reserve(tx: Queryable, order: OrderId, { product, variant, quantity }: Wanted): Promise<boolean> {
  const taken = variant ? await takeVariant(tx, product, variant, quantity) : await takeProduct(tx, product, quantity);
  if (!taken) return false;
  await tx.query(
    "insert into catalog.reservation (order_id, product_id, variant_id, quantity) values ($1, $2, $3, $4)",
    [uuidOf(order), uuidOf(product), variant && uuidOf(variant), quantity],
  );
  return true;
}

const takeProduct = (tx: Queryable, product: ProductId, quantity: number) =>
  tx.maybe(
    "update catalog.listing set stock = stock - $2 where id = $1 and state = 'active' and stock >= $2 returning id",
    [uuidOf(product), quantity],
  );

const takeVariant = (tx: Queryable, product: ProductId, variant: VariantId, quantity: number) =>
  tx.maybe(
    `update catalog.variant v set stock = v.stock - $3 from catalog.listing l
      where v.id = $2 and v.listing_id = $1 and not v.removed and v.stock >= $3 and l.id = v.listing_id and l.state = 'active' returning v.id`,
    [uuidOf(product), uuidOf(variant), quantity],
  );

/** Puts an order's stock back on the shelf, once however often it is asked. */
export async function giveBack(tx: Queryable, order: OrderId, now: Instant): Promise<void> {
  const back = await tx.query<{ product_id: string; variant_id: string | null; quantity: number }>(
    `update catalog.reservation set given_back_at = $2 where order_id = $1 and given_back_at is null
     returning product_id, variant_id, quantity`,
    [uuidOf(order), timestamp(now)],
  );
  for (const { product_id: product, variant_id: variant, quantity } of back)
    if (variant === null)
      await tx.query("update catalog.listing set stock = stock + $2 where id = $1", [product, quantity]);
    else await tx.query("update catalog.variant set stock = stock + $2 where id = $1", [variant, quantity]);
}

export type StockChange = {
  readonly listing: ListingId;
  readonly variant: VariantId | null;
  readonly change: number;
  /** The same key changes the stock once. */
  readonly key: string;
};

/** Adds to the stock or takes from it, so that a sale at the same moment is never overwritten; false for more than there is. */
export async function shiftStock(tx: Queryable, { listing, variant, change, key }: StockChange, now: Instant) {
  const isNew = await tx.maybe(
    `insert into catalog.stock_change (listing_id, request_key, variant_id, change, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning listing_id`,
    [uuidOf(listing), key, variant && uuidOf(variant), change, timestamp(now)],
  );
  if (!isNew) return true;
  const shifted = variant
    ? await tx.maybe(
        "update catalog.variant set stock = stock + $2 where id = $1 and stock + $2 between 0 and 1000000 returning id",
        [uuidOf(variant), change],
      )
    : await tx.maybe(
        "update catalog.listing set stock = stock + $2 where id = $1 and stock + $2 between 0 and 1000000 returning id",
        [uuidOf(listing), change],
      );
  return shifted !== null;
}
