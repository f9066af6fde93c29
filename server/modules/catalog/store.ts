import { idOf, type OrderId, type ProductId, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Parcel } from "@amana/core/shipping";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type Text = { readonly en: string; readonly ar: string };
export type Picture = { readonly url: string; readonly alt: Text };

export type Product = {
  readonly id: ProductId;
  readonly seller: UserId;
  readonly title: Text;
  readonly description: Text;
  readonly pictures: readonly Picture[];
  readonly price: Money;
  readonly stock: number;
  readonly parcel: Parcel;
  readonly listedAt: Instant;
  readonly active: boolean;
};

type ProductRow = {
  id: string;
  seller_id: string;
  title: Text;
  description: Text;
  pictures: Picture[];
  price: bigint;
  currency: Currency;
  stock: number;
  weight_grams: number;
  dimensions_mm: Parcel["millimetres"];
  listed_at: Instant;
  active: boolean;
};

const COLUMNS =
  "id, seller_id, title, description, pictures, price, currency, stock, weight_grams, dimensions_mm, listed_at, active";

export async function insertProduct(tx: Queryable, product: Product): Promise<void> {
  await tx.query(
    `insert into catalog.product (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      uuidOf(product.id),
      uuidOf(product.seller),
      JSON.stringify(product.title),
      JSON.stringify(product.description),
      JSON.stringify(product.pictures),
      product.price.minor,
      product.price.currency,
      product.stock,
      product.parcel.grams,
      JSON.stringify(product.parcel.millimetres),
      timestamp(product.listedAt),
      product.active,
    ],
  );
}

export async function readProduct(db: Queryable, id: ProductId): Promise<Product | null> {
  const row = await db.maybe<ProductRow>(`select ${COLUMNS} from catalog.product where id = $1`, [uuidOf(id)]);
  return row && productOf(row);
}

/** What is for sale, newest first, after a product of the page before. */
export async function listProducts(
  db: Queryable,
  limit: number,
  beyond: { listedAt: Instant; id: ProductId } | null,
): Promise<Product[]> {
  const rows = await db.query<ProductRow>(
    `select ${COLUMNS} from catalog.product where active and ($2::timestamptz is null or (listed_at, id) < ($2, $3::uuid))
      order by listed_at desc, id desc limit $1`,
    [limit, beyond && timestamp(beyond.listedAt), beyond && uuidOf(beyond.id)],
  );
  return rows.map(productOf);
}

/** Takes stock for an order; false when there is not enough, whatever others take at the same moment. */
export async function reserve(tx: Queryable, order: OrderId, product: ProductId, quantity: number): Promise<boolean> {
  const taken = await tx.maybe(
    "update catalog.product set stock = stock - $2 where id = $1 and active and stock >= $2 returning id",
    [uuidOf(product), quantity],
  );
  if (!taken) return false;
  await tx.query("insert into catalog.reservation (order_id, product_id, quantity) values ($1, $2, $3)", [
    uuidOf(order),
    uuidOf(product),
    quantity,
  ]);
  return true;
}

/** Puts an order's stock back on the shelf, once however often it is asked. */
export async function giveBack(tx: Queryable, order: OrderId, now: Instant): Promise<void> {
  await tx.query(
    `with back as (update catalog.reservation set given_back_at = $2 where order_id = $1 and given_back_at is null returning product_id, quantity)
     update catalog.product p set stock = p.stock + back.quantity from back where p.id = back.product_id`,
    [uuidOf(order), timestamp(now)],
  );
}

const productOf = (row: ProductRow): Product => ({
  id: idOf("product", row.id),
  seller: idOf("user", row.seller_id),
  title: row.title,
  description: row.description,
  pictures: row.pictures,
  price: money(row.price, row.currency),
  stock: row.stock,
  parcel: { grams: row.weight_grams, millimetres: row.dimensions_mm },
  listedAt: row.listed_at,
  active: row.active,
});
