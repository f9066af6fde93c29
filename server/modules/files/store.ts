import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { plainArray, type Queryable, timestamp } from "#runtime/database";

export type FileId = Id<"file">;

/** What a file is for: who may hold it, and so who may see it. */
export const PURPOSES = ["message", "evidence", "delivery", "asset"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What is known of viruses in a file: nobody gets the bytes of one that waits, and those of an infected one are gone. */
export const SCANS = ["waiting", "clean", "infected", "unscanned"] as const;
export type Scan = (typeof SCANS)[number];

export type StoredFile = {
  readonly id: FileId;
  readonly owner: UserId;
  readonly purpose: Purpose;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly uploadedAt: Instant;
  /** Null until something holds it. */
  readonly attachedAt: Instant | null;
  /** `unscanned`: it came while there was no scanner. */
  readonly scan: Scan;
};

type Row = {
  id: string;
  owner_id: string;
  purpose: Purpose;
  name: string;
  media_type: string;
  size: number;
  sha256: Buffer;
  uploaded_at: Instant;
  attached_at: Instant | null;
  scan: Scan;
};

const COLUMNS = "id, owner_id, purpose, name, media_type, size, sha256, uploaded_at, attached_at, scan";
const THERE = "stored_at is not null and removed_at is null";

export async function insertFile(tx: Queryable, file: StoredFile, requestKey: string): Promise<void> {
  await tx.query(
    `insert into files.file (id, owner_id, purpose, name, media_type, size, sha256, uploaded_at, request_key, scan)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[uuidOf(file.id), uuidOf(file.owner), file.purpose, file.name, file.mediaType, file.size],
      ...[Buffer.from(file.sha256, "hex"), timestamp(file.uploadedAt), requestKey, file.scan],
    ],
  );
}

/** The bytes are there whole, whether they were before or not; nothing changes for a file that was taken away meanwhile. */
export async function markStored(db: Queryable, id: FileId, now: Instant): Promise<void> {
  await db.query("update files.file set stored_at = coalesce(stored_at, $2) where id = $1", [
    uuidOf(id),
    timestamp(now),
  ]);
}

/** What an owner's key has brought already, be its bytes there or not. */
export async function fileOfRequest(db: Queryable, owner: UserId, requestKey: string): Promise<StoredFile | null> {
  const row = await db.maybe<Row>(
    `select ${COLUMNS} from files.file where owner_id = $1 and request_key = $2 and removed_at is null`,
    [uuidOf(owner), requestKey],
  );
  return row && fileOf(row);
}

/** Adds up under a lock of the owner's own, so that two at once are counted one after the other. */
export async function bytesOf(tx: Queryable, owner: UserId): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`files:${owner}`]);
  const { bytes } = await tx.one<{ bytes: bigint }>(
    "select coalesce(sum(size), 0)::bigint as bytes from files.file where owner_id = $1 and removed_at is null and scan <> 'infected'",
    [uuidOf(owner)],
  );
  return Number(bytes);
}

/** Null for one that is not there whole, or is being taken away. */
export async function readFile(db: Queryable, id: FileId): Promise<StoredFile | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from files.file where id = $1 and ${THERE}`, [uuidOf(id)]);
  return row && fileOf(row);
}

/** Those that are there, by their ids. */
export async function readFiles(db: Queryable, ids: readonly FileId[]): Promise<ReadonlyMap<FileId, StoredFile>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query<Row>(`select ${COLUMNS} from files.file where id = any ($1::uuid[]) and ${THERE}`, [
    plainArray(ids.map(uuidOf)),
  ]);
  return new Map(rows.map(fileOf).map((file) => [file.id, file]));
}

/** Marks an owner's files as held, all of them or none; answers with those that are. */
export async function holdFiles(
  tx: Queryable,
  owner: UserId,
  purpose: Purpose,
  ids: readonly FileId[],
  now: Instant,
): Promise<StoredFile[]> {
  const rows = await tx.query<Row>(
    `with found as (
       select id from files.file where id = any ($3::uuid[]) and owner_id = $1 and purpose = $2 and ${THERE} and scan <> 'infected'
        order by id for update)
     update files.file set attached_at = coalesce(attached_at, $4)
      where id in (select id from found) and (select count(*) from found) = $5 returning ${COLUMNS}`,
    [uuidOf(owner), purpose, plainArray(ids.map(uuidOf)), timestamp(now), new Set(ids).size],
  );
  return rows.map(fileOf);
}

/** Begins to take a file away, unless something holds it; whether it goes. */
export async function releaseUnheld(db: Queryable, id: FileId, now: Instant): Promise<boolean> {
  const rows = await db.query(
    `update files.file set removed_at = coalesce(removed_at, $2)
      where id = $1 and (attached_at is null or removed_at is not null) returning id`,
    [uuidOf(id), timestamp(now)],
  );
  return rows.length === 1;
}

export async function deleteFile(db: Queryable, id: FileId): Promise<void> {
  await db.query("delete from files.file where id = $1 and removed_at is not null", [uuidOf(id)]);
}

/** What somebody has brought to sell. */
export async function filesForSaleOf(db: Queryable, owner: UserId): Promise<FileId[]> {
  const rows = await db.query<{ id: string }>(
    `select id from files.file where owner_id = $1 and purpose = 'asset' and ${THERE}`,
    [uuidOf(owner)],
  );
  return rows.map(({ id }) => idOf("file", id));
}

/** Begins to take away all that somebody has brought; their names go at once. */
export async function removeAllOf(
  tx: Queryable,
  owner: UserId,
  kept: readonly FileId[],
  now: Instant,
): Promise<FileId[]> {
  const rows = await tx.query<{ id: string }>(
    `update files.file set removed_at = coalesce(removed_at, $2), name = ''
      where owner_id = $1 and not (id = any ($3::uuid[])) returning id`,
    [uuidOf(owner), timestamp(now), plainArray(kept.map(uuidOf))],
  );
  return rows.map(({ id }) => idOf("file", id));
}

const fileOf = (row: Row): StoredFile => ({
  id: idOf("file", row.id),
  owner: idOf("user", row.owner_id),
  purpose: row.purpose,
  name: row.name,
  mediaType: row.media_type,
  size: row.size,
  sha256: row.sha256.toString("hex"),
  uploadedAt: row.uploaded_at,
  attachedAt: row.attached_at,
  scan: row.scan,
});
