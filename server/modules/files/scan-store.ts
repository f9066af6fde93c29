import { idOf, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { FileId } from "./store.ts";

const THERE = "stored_at is not null and removed_at is null";

/** What was once found is never unsaid. */
export async function markLooked(db: Queryable, id: FileId, scan: "clean" | "unscanned", now: Instant): Promise<void> {
  await db.query("update files.file set scan = $2, scanned_at = $3 where id = $1 and scan <> 'infected'", [
    uuidOf(id),
    scan,
    timestamp(now),
  ]);
}

/** Whether it is news. */
export async function markInfected(tx: Queryable, id: FileId, signature: string, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `update files.file set scan = 'infected', signature = $2, scanned_at = $3
      where id = $1 and ${THERE} and scan <> 'infected' returning id`,
    [uuidOf(id), signature, timestamp(now)],
  );
  return rows.length === 1;
}

export async function longestWaiting(db: Queryable, most: number): Promise<FileId[]> {
  const rows = await db.query<{ id: string }>(
    `select id from files.file where scan = 'waiting' and ${THERE} order by uploaded_at limit $1`,
    [most],
  );
  return rows.map(({ id }) => idOf("file", id));
}

/** Those that have bytes to look at, by their ids. */
export async function filesAfter(db: Queryable, after: FileId | null, most: number): Promise<FileId[]> {
  const rows = await db.query<{ id: string }>(
    `select id from files.file where ($1::uuid is null or id > $1) and scan <> 'infected' and ${THERE} order by id limit $2`,
    [after && uuidOf(after), most],
  );
  return rows.map(({ id }) => idOf("file", id));
}
