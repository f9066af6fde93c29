import type { Id, UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { attachFiles, type NotClean, notCleanAmong, readFiles } from "#modules/files";
import type { Queryable, Tx } from "#runtime/database";
import type { ListedFile } from "./listing.ts";

type NoSuchFile = { readonly kind: "no_such_file" };

/** A seller's own uploads for sale, in the seller's order; nothing is held by it yet. */
export async function filesForSale(
  tx: Tx,
  seller: UserId,
  ids: readonly Id<"file">[],
): Promise<Result<readonly ListedFile[], NoSuchFile>> {
  const found = await readFiles(tx, ids);
  const own = ids.flatMap((id) => {
    const file = found.get(id);
    return file?.owner === seller && file.purpose === "asset" ? [file] : [];
  });
  if (own.length < ids.length) return refuse({ kind: "no_such_file" });
  return ok(own.map(({ id, name, mediaType, size, sha256 }) => ({ id, name, mediaType, size, sha256 })));
}

/** What is for sale is clean; null when it is. */
export async function objectionToFiles(
  db: Queryable,
  files: readonly ListedFile[],
): Promise<{ readonly kind: NotClean } | null> {
  const kind = await notCleanAmong(
    db,
    files.map(({ id }) => id),
  );
  return kind && { kind };
}

/** From then on they stay: for whoever buys, and for buyers of what was offered before. */
export async function holdForSale(
  tx: Tx,
  seller: UserId,
  files: readonly ListedFile[],
  now: Instant,
): Promise<Result<unknown, NoSuchFile>> {
  const ids = files.map(({ id }) => id);
  const held = await attachFiles(tx, seller, "asset", ids, now);
  return held.ok ? held : refuse({ kind: "no_such_file" });
}
