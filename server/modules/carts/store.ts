import { type Id, idOf, type ProductId, type UserId, uuidOf, type VariantId } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

/** How many different things a cart holds. */
export const MOST_LINES = 50;

/** What somebody means to buy of one product. */
export type Line = {
  readonly id: Id<"cartLine">;
  readonly seller: UserId;
  readonly product: ProductId;
  readonly variant: VariantId | null;
  readonly quantity: number;
  /** The price that was seen when it was laid there. */
  readonly unitPrice: Money;
};

/** One at a time changes a cart or buys what is in it. */
export const lockCart = (tx: Queryable, user: UserId): Promise<unknown> =>
  tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`cart:${user}`]);

type Row = {
  id: string;
  seller_id: string;
  product_id: string;
  variant_id: string | null;
  quantity: number;
  unit_price: bigint;
  currency: Currency;
};

/** Every line of somebody's cart, as they were laid there. */
export async function linesOf(db: Queryable, user: UserId): Promise<Line[]> {
  const rows = await db.query<Row>(
    `select id, seller_id, product_id, variant_id, quantity, unit_price, currency from carts.line
      where user_id = $1 order by added_at, id`,
    [uuidOf(user)],
  );
  return rows.map((row) => ({
    id: idOf("cartLine", row.id),
    seller: idOf("user", row.seller_id),
    product: idOf("product", row.product_id),
    variant: row.variant_id === null ? null : idOf("variant", row.variant_id),
    quantity: row.quantity,
    unitPrice: money(row.unit_price, row.currency),
  }));
}

export async function insertLine(tx: Queryable, user: UserId, line: Line, now: Instant): Promise<void> {
  await tx.query(
    `insert into carts.line (id, user_id, seller_id, product_id, variant_id, quantity, unit_price, currency, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[
        uuidOf(line.id),
        uuidOf(user),
        uuidOf(line.seller),
        uuidOf(line.product),
        line.variant && uuidOf(line.variant),
      ],
      ...[line.quantity, line.unitPrice.minor, line.unitPrice.currency, timestamp(now)],
    ],
  );
}

/** So many, at the price that is seen now. */
export async function saveLine(tx: Queryable, { id, quantity, unitPrice }: Line): Promise<void> {
  await tx.query("update carts.line set quantity = $2, unit_price = $3, currency = $4 where id = $1", [
    ...[uuidOf(id), quantity, unitPrice.minor, unitPrice.currency],
  ]);
}

/** False for one that is not there, or not in this cart. */
export async function removeLine(tx: Queryable, user: UserId, id: Id<"cartLine">): Promise<boolean> {
  const gone = await tx.query("delete from carts.line where user_id = $1 and id = $2 returning id", [
    ...[uuidOf(user), uuidOf(id)],
  ]);
  return gone.length === 1;
}

export async function removeLines(tx: Queryable, lines: readonly Line[]): Promise<void> {
  await tx.query("delete from carts.line where id = any ($1::uuid[])", [lines.map(({ id }) => uuidOf(id))]);
}
