import {
  type DealId,
  type Id,
  idOf,
  type OrderId,
  type ProductId,
  shardOf,
  type UserId,
  uuidOf,
} from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export type EntitlementId = Id<"entitlement">;
type Text = { readonly en: string; readonly ar: string };

/** A file as it was sold. */
export type SoldFile = {
  readonly id: Id<"file">;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
};

/** A sale of files: what the buyer may download, as long as the deal says so. */
export type Entitlement = {
  readonly id: EntitlementId;
  readonly order: OrderId;
  readonly orderNumber: string;
  readonly deal: DealId;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly product: ProductId;
  /** Of the listing, as it was bought. */
  readonly version: number;
  readonly title: Text;
  readonly picture: string | null;
  readonly licences: number;
  /** So often each file may be downloaded. */
  readonly mostDownloads: number;
  readonly madeAt: Instant;
  /** Null: never. */
  readonly expiresAt: Instant | null;
  readonly files: readonly (SoldFile & { readonly downloads: number })[];
};

export type NewEntitlement = Omit<Entitlement, "files"> & { readonly files: readonly SoldFile[] };

const COLUMNS = `shard, id, order_id, order_number, deal_id, buyer_id, seller_id, product_id, version, title, picture, licences, most_downloads,
  made_at, expires_at`;

export async function insertEntitlement(tx: Queryable, made: NewEntitlement): Promise<void> {
  const shard = shardOf(made.id);
  await tx.query(
    `insert into library.entitlement (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[shard, uuidOf(made.id), uuidOf(made.order), made.orderNumber, uuidOf(made.deal), uuidOf(made.buyer)],
      ...[uuidOf(made.seller), uuidOf(made.product), made.version, JSON.stringify(made.title), made.picture],
      ...[made.licences, made.mostDownloads, timestamp(made.madeAt), made.expiresAt && timestamp(made.expiresAt)],
    ],
  );
  for (const [position, { id, name, mediaType, size, sha256 }] of made.files.entries())
    await tx.query(
      `insert into library.file (shard, entitlement_id, position, file_id, name, media_type, size, sha256)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [shard, uuidOf(made.id), position, uuidOf(id), name, mediaType, size, sha256],
    );
}

type Row = {
  id: string;
  order_id: string;
  order_number: string;
  deal_id: string;
  buyer_id: string;
  seller_id: string;
  product_id: string;
  version: number;
  title: Text;
  picture: string | null;
  licences: number;
  most_downloads: number;
  made_at: Instant;
  expires_at: Instant | null;
};

export const readEntitlement = (db: Queryable, id: EntitlementId): Promise<Entitlement | null> =>
  oneBy(db, "id", id, id);

export const entitlementOfOrder = (db: Queryable, order: OrderId): Promise<Entitlement | null> =>
  oneBy(db, "order_id", order, order);

async function oneBy(db: Queryable, column: "id" | "order_id", shard: string, id: string): Promise<Entitlement | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from library.entitlement where shard = $1 and ${column} = $2`, [
    shardOf(shard),
    uuidOf(id),
  ]);
  return row && (await withFiles(db, row));
}

/** What somebody has bought and paid for, the last first. */
export async function listEntitlements(
  db: Queryable,
  { buyer, limit, beyond }: { readonly buyer: UserId; readonly limit: number; readonly beyond: EntitlementId | null },
): Promise<Entitlement[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from library.entitlement where buyer_id = $1 and opened_at is not null and ($3::uuid is null or id < $3)
      order by id desc limit $2`,
    [uuidOf(buyer), limit, beyond && uuidOf(beyond)],
  );
  return await Promise.all(rows.map((row) => withFiles(db, row)));
}

type FileRow = { file_id: string; name: string; media_type: string; size: number; sha256: string; downloads: number };

async function withFiles(db: Queryable, row: Row): Promise<Entitlement> {
  const id = idOf("entitlement", row.id);
  const files = await db.query<FileRow>(
    `select file_id, name, media_type, size, sha256, downloads from library.file
      where shard = $1 and entitlement_id = $2 order by position`,
    [shardOf(id), row.id],
  );
  return {
    id,
    order: idOf("order", row.order_id),
    orderNumber: row.order_number,
    deal: idOf("deal", row.deal_id),
    buyer: idOf("user", row.buyer_id),
    seller: idOf("user", row.seller_id),
    product: idOf("product", row.product_id),
    ...{ version: row.version, title: row.title, picture: row.picture, licences: row.licences },
    mostDownloads: row.most_downloads,
    ...{ madeAt: row.made_at, expiresAt: row.expires_at },
    files: files.map(({ file_id: file, name, media_type: mediaType, size, sha256, downloads }) => ({
      ...{ id: idOf("file", file), name, mediaType, size, sha256, downloads },
    })),
  };
}

/** From now on lists show it. */
export async function markOpened(tx: Queryable, deal: DealId, now: Instant): Promise<void> {
  await tx.query(
    "update library.entitlement set opened_at = coalesce(opened_at, $3) where shard = $1 and deal_id = $2",
    [shardOf(deal), uuidOf(deal), timestamp(now)],
  );
}

/** Counts one more download and notes it; false when there are no more of this file. Two at once are counted one after the other. */
export async function countDownload(
  tx: Queryable,
  { id, mostDownloads }: Entitlement,
  file: Id<"file">,
  now: Instant,
): Promise<boolean> {
  const counted = await tx.maybe<{ position: number; downloads: number }>(
    `update library.file set downloads = downloads + 1 where shard = $1 and entitlement_id = $2 and file_id = $3 and downloads < $4
     returning position, downloads`,
    [shardOf(id), uuidOf(id), uuidOf(file), mostDownloads],
  );
  if (!counted) return false;
  await tx.query(
    "insert into library.download (shard, entitlement_id, position, number, at) values ($1, $2, $3, $4, $5)",
    [shardOf(id), uuidOf(id), counted.position, counted.downloads, timestamp(now)],
  );
  return true;
}

export type Download = {
  readonly name: string;
  readonly sha256: string;
  readonly number: number;
  readonly at: Instant;
};

/** What the buyer of an order has downloaded, the earliest first. */
export const downloadsOfOrder = (db: Queryable, order: OrderId): Promise<Download[]> =>
  db.query<Download>(
    `select f.name, f.sha256, d.number, d.at from library.entitlement e
       join library.file f on f.shard = e.shard and f.entitlement_id = e.id
       join library.download d on d.shard = f.shard and d.entitlement_id = f.entitlement_id and d.position = f.position
      where e.shard = $1 and e.order_id = $2 order by d.at, f.position, d.number`,
    [shardOf(order), uuidOf(order)],
  );

/** Whether somebody has paid for a file: then it is not its seller's alone. */
export async function wasSold(db: Queryable, file: Id<"file">): Promise<boolean> {
  const rows = await db.query(
    `select from library.file f join library.entitlement e on e.shard = f.shard and e.id = f.entitlement_id
      where f.file_id = $1 and e.opened_at is not null limit 1`,
    [uuidOf(file)],
  );
  return rows.length > 0;
}
