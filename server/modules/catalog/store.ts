import { inBothLanguages, type ListingKind, type ListingState, type Wording } from "@amana/core/catalog";
import { type Id, idOf, type ListingId, type ProductId, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Parcel } from "@amana/core/shipping";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import {
  type Content,
  type ListedFile,
  type Listing,
  listingIdOf,
  type Package,
  type Picture,
  type Product,
  productIdOf,
  type Specification,
} from "./listing.ts";
import { variantsOf } from "./variant-store.ts";

type StoredPackage = Omit<Package, "price"> & { readonly price: string };

export type Row = {
  id: string;
  seller_id: string;
  kind: ListingKind;
  state: ListingState;
  version: number;
  category: string;
  title: Wording;
  description: Wording;
  specifications: Specification[];
  options: Wording[];
  packages: StoredPackage[];
  pictures: Picture[];
  price: bigint;
  currency: Currency;
  stock: number;
  weight_grams: number | null;
  dimensions_mm: Parcel["millimetres"] | null;
  files: ListedFile[];
  listed_at: Instant;
  submitted_at: Instant | null;
  rejection: string | null;
};

export const COLUMNS = `id, seller_id, kind, state, version, category, title, description, specifications, options, packages, pictures, price, currency, stock,
  weight_grams, dimensions_mm, files, listed_at, submitted_at, rejection`;

const contentValues = (content: Content) => [
  content.category,
  JSON.stringify(content.title),
  JSON.stringify(content.description),
  JSON.stringify(content.specifications),
  JSON.stringify(content.options),
  JSON.stringify(storedPackages(content.packages)),
  content.price.minor,
  content.price.currency,
  content.parcel?.grams ?? null,
  content.parcel ? JSON.stringify(content.parcel.millimetres) : null,
  JSON.stringify(content.files),
];

export const storedPackages = (packages: readonly Package[]): StoredPackage[] =>
  packages.map((one) => ({ ...one, price: one.price.minor.toString() }));

export async function insertListing(tx: Queryable, listing: Omit<Listing, "variants">): Promise<void> {
  await tx.query(
    `insert into catalog.listing (category, title, description, specifications, options, packages, price, currency, weight_grams, dimensions_mm, files,
       id, seller_id, kind, state, version, pictures, stock, listed_at, submitted_at, rejection)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      ...contentValues(listing),
      uuidOf(listing.id),
      uuidOf(listing.seller),
      listing.kind,
      listing.state,
      listing.version,
      JSON.stringify(listing.pictures),
      listing.stock,
      timestamp(listing.listedAt),
      listing.submittedAt && timestamp(listing.submittedAt),
      listing.rejection,
    ],
  );
}

type NewProduct = Pick<
  Product,
  "id" | "seller" | "title" | "description" | "pictures" | "price" | "stock" | "parcel" | "listedAt" | "active"
> & { readonly category?: string; readonly specifications?: readonly Specification[] };

/** A product that stands there from the beginning, by nobody's review. */
export const insertProduct = (tx: Queryable, { active, ...product }: NewProduct): Promise<void> =>
  insertListing(tx, {
    ...{ kind: "physical", state: active ? "active" : "inactive", version: 1, category: "goods" },
    ...{ specifications: [], options: [], packages: [], files: [], submittedAt: null, rejection: null },
    ...product,
  });

/** Null for one that is not there. */
export async function readListing(db: Queryable, id: ListingId): Promise<Listing | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from catalog.listing where id = $1`, [uuidOf(id)]);
  return row && ownId(await withVariants(db, row), id);
}

/** As `readListing`, with its lock: nobody changes or sells it meanwhile. */
export async function lockListing(tx: Queryable, id: ListingId): Promise<Listing | null> {
  const row = await tx.maybe<Row>(`select ${COLUMNS} from catalog.listing where id = $1 for no key update`, [
    uuidOf(id),
  ]);
  return row && ownId(await withVariants(tx, row), id);
}

/** The listings of a seller that a file belongs to. */
export async function listingsWith(db: Queryable, seller: UserId, file: Id<"file">): Promise<ListingId[]> {
  const rows = await db.query<{ id: string; kind: ListingKind }>(
    "select id, kind from catalog.listing where seller_id = $1 and files @> $2::jsonb order by id",
    [uuidOf(seller), JSON.stringify([{ id: file }])],
  );
  return rows.map(({ id, kind }) => listingIdOf(kind, id));
}

/** An id says what kind it is of: a service's uuid behind the prefix of products names nothing. */
const ownId = (listing: Listing, id: ListingId): Listing | null => (listing.id === id ? listing : null);

export const withVariants = async (db: Queryable, row: Row): Promise<Listing> =>
  listingOf(row, row.options.length === 0 ? [] : await variantsOf(db, row.id, row.currency));

/** What travels, with its parcel; null for everything else. */
export async function readProduct(db: Queryable, id: ProductId): Promise<Product | null> {
  const listing = await readListing(db, id);
  return listing && productOf(listing);
}

export function productOf(listing: Listing): Product | null {
  const { parcel, state } = listing;
  const id = productIdOf(listing.id);
  if (listing.kind !== "physical" || !parcel || !id) return null;
  return {
    ...{ id, parcel, active: state === "active", seller: listing.seller, category: listing.category },
    ...{ title: inBothLanguages(listing.title), description: inBothLanguages(listing.description) },
    specifications: listing.specifications.map(({ name, value }) => ({
      name: inBothLanguages(name),
      value: inBothLanguages(value),
    })),
    ...{ options: listing.options.map(inBothLanguages), variants: listing.variants, pictures: listing.pictures },
    ...{ price: listing.price, stock: listing.stock, listedAt: listing.listedAt },
  };
}

export type PublicQuery = {
  readonly kinds: readonly ListingKind[];
  readonly limit: number;
  readonly beyond: { readonly listedAt: Instant; readonly id: ListingId } | null;
};

/** What is for sale, newest first, after a listing of the page before. */
export async function listActive(db: Queryable, { kinds, limit, beyond }: PublicQuery): Promise<Listing[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from catalog.listing where state = 'active' and kind = any ($2)
        and ($3::timestamptz is null or (listed_at, id) < ($3, $4::uuid))
      order by listed_at desc, id desc limit $1`,
    [limit, kinds, beyond && timestamp(beyond.listedAt), beyond && uuidOf(beyond.id)],
  );
  return await Promise.all(rows.map((row) => withVariants(db, row)));
}

/** What is active of these, in no order. */
export async function activeOf(db: Queryable, ids: readonly ListingId[]): Promise<Listing[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from catalog.listing where id = any ($1::uuid[]) and state = 'active'`,
    [ids.map(uuidOf)],
  );
  return await Promise.all(rows.map((row) => withVariants(db, row)));
}

/** What waits for staff, the longest first. */
export async function listUnderReview(
  db: Queryable,
  limit: number,
  beyond: { readonly submittedAt: Instant; readonly id: ListingId } | null,
): Promise<Listing[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from catalog.listing where state = 'under_review' and ($2::timestamptz is null or (submitted_at, id) > ($2, $3::uuid))
      order by submitted_at, id limit $1`,
    [limit, beyond && timestamp(beyond.submittedAt), beyond && uuidOf(beyond.id)],
  );
  return await Promise.all(rows.map((row) => withVariants(db, row)));
}

export async function saveContent(tx: Queryable, listing: Listing): Promise<void> {
  await tx.query(
    `update catalog.listing set category = $1, title = $2, description = $3, specifications = $4, options = $5, packages = $6, price = $7,
       currency = $8, weight_grams = $9, dimensions_mm = $10, files = $11, pictures = $12, version = $13 where id = $14`,
    [...contentValues(listing), JSON.stringify(listing.pictures), listing.version, uuidOf(listing.id)],
  );
}

export async function saveState(tx: Queryable, listing: Listing): Promise<void> {
  await tx.query(
    "update catalog.listing set state = $2, version = $3, submitted_at = $4, rejection = $5, listed_at = $6 where id = $1",
    [
      uuidOf(listing.id),
      listing.state,
      listing.version,
      listing.submittedAt && timestamp(listing.submittedAt),
      listing.rejection,
      timestamp(listing.listedAt),
    ],
  );
}

/** What the listing says now, kept for whoever asks later what was offered. */
export async function insertRevision(tx: Queryable, listing: Listing, now: Instant): Promise<void> {
  const { category, title, description, specifications, options, pictures, price, parcel, files, state } = listing;
  const variants = listing.variants.map(({ stock: _, ...variant }) => ({
    ...variant,
    price: storedMoney(variant.price),
  }));
  const content = {
    ...{ state, category, title, description, specifications, options, pictures, parcel, files, variants },
    ...{ price: storedMoney(price), packages: storedPackages(listing.packages) },
  };
  await tx.query("insert into catalog.revision (listing_id, version, at, content) values ($1, $2, $3, $4)", [
    uuidOf(listing.id),
    listing.version,
    timestamp(now),
    JSON.stringify(content),
  ]);
}

const storedMoney = ({ minor, currency }: Money) => ({ amount: minor.toString(), currency });

export async function deleteListing(tx: Queryable, id: ListingId): Promise<void> {
  await tx.query("delete from catalog.listing where id = $1", [uuidOf(id)]);
}

const listingOf = (row: Row, variants: Listing["variants"]): Listing => ({
  id: listingIdOf(row.kind, row.id),
  seller: idOf("user", row.seller_id),
  kind: row.kind,
  state: row.state,
  version: row.version,
  category: row.category,
  title: row.title,
  description: row.description,
  specifications: row.specifications,
  options: row.options,
  packages: row.packages.map((one) => ({ ...one, price: money(BigInt(one.price), row.currency) })),
  pictures: row.pictures,
  price: money(row.price, row.currency),
  stock: row.stock,
  variants,
  parcel:
    row.weight_grams !== null && row.dimensions_mm ? { grams: row.weight_grams, millimetres: row.dimensions_mm } : null,
  files: row.files,
  listedAt: row.listed_at,
  submittedAt: row.submitted_at,
  rejection: row.rejection,
});
