import { createHash } from "node:crypto";
import type { UserId } from "@amana/core/ids";
import { uuidOf } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, type Instant } from "@amana/core/time";
import type { FileStore } from "#ports/file-store";
import type { VirusScanner } from "#ports/virus-scanner";
import type { Database, Tx } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { mediaTypeOf, type NotTaken } from "./media-type.ts";
import { scanAt } from "./scan.ts";
import { bytesOf, fileOfRequest, insertFile, markStored, type Purpose, type StoredFile } from "./store.ts";
import { KEPT_UNHELD, sweepAt } from "./sweep.ts";

/** Where bytes are kept, how many of them one user may have there, and who looks at them; null or absent: nobody does. */
export type FileMeans = {
  readonly db: Database;
  readonly store: FileStore;
  readonly quotaBytes: number;
  readonly scanner?: VirusScanner | null;
};

export type Upload = {
  readonly owner: UserId;
  readonly purpose: Purpose;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The caller's own: the same once more is the same file. */
  readonly key: string;
};

export type UploadRefusal = NotTaken | "quota_reached" | "key_of_another_request";

/**
 * Takes a file in: its row first, then its bytes, then the word that they are there, with which they wait for the scanner. What breaks in
 * between is taken up by a repeated request, or swept away with everything that nothing holds.
 */
export async function upload(
  { db, store, quotaBytes, scanner = null }: FileMeans,
  wish: Upload,
  now: Instant,
): Promise<Result<StoredFile, UploadRefusal>> {
  const found = mediaTypeOf(wish.bytes, wish.name);
  if (typeof found === "string") return refuse(found);
  const known = { mediaType: found.mediaType, scan: scanner ? "waiting" : "unscanned" } as const;
  const taken = await db.transaction((tx) => takeIn(tx, wish, known, quotaBytes, now));
  if (!taken.ok || taken.value.scan === "infected") return taken;
  const { id, scan } = taken.value;
  await store.put(uuidOf(id), wish.bytes);
  await db.transaction(async (tx) => {
    await markStored(tx, id, now);
    if (scan === "waiting") await scanAt(tx, id, now, now);
  });
  return taken;
}

async function takeIn(
  tx: Tx,
  { owner, purpose, name, bytes, key }: Upload,
  known: Pick<StoredFile, "mediaType" | "scan">,
  quotaBytes: number,
  now: Instant,
): Promise<Result<StoredFile, UploadRefusal>> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const held = await bytesOf(tx, owner);
  const before = await fileOfRequest(tx, owner, key);
  if (before) return before.sha256 === sha256 ? ok(before) : refuse("key_of_another_request");
  if (held + bytes.length > quotaBytes) return refuse("quota_reached");
  const file: StoredFile = {
    ...{ id: newIdBeside("file", now, owner), owner, purpose, name, ...known, sha256 },
    ...{ size: bytes.length, uploadedAt: now, attachedAt: null },
  };
  await insertFile(tx, file, key);
  await sweepAt(tx, file.id, after(now, KEPT_UNHELD), now);
  return ok(file);
}
