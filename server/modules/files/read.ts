import { type UserId, uuidOf } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, at, type Instant, minutes } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { isSigned, type Keyring, sign } from "#runtime/secrets";
import { type FileId, holdFiles, type Purpose, readFile, readFiles, type StoredFile } from "./store.ts";

/** Whether somebody sees a file for a reason that another module knows: a conversation that both are in, evidence of a dispute. */
export type FileReader = (db: Queryable, file: StoredFile, person: UserId) => Promise<boolean>;

/** A file as this person's own, or as one that a reader lets him see; null for a stranger's and a missing one alike. */
export async function findFile(
  db: Queryable,
  readers: readonly FileReader[],
  id: FileId,
  person: UserId,
): Promise<StoredFile | null> {
  const file = await readFile(db, id);
  if (!file || file.owner === person) return file;
  for (const mayRead of readers) if (await mayRead(db, file, person)) return file;
  return null;
}

/** Has files held by whatever the owner is about to show: from then on they stay. All of them, or none. */
export async function attachFiles(
  tx: Queryable,
  owner: UserId,
  purpose: Purpose,
  ids: readonly FileId[],
  now: Instant,
): Promise<Result<readonly StoredFile[], "no_such_file">> {
  if (ids.length === 0) return ok([]);
  const held = await holdFiles(tx, owner, purpose, ids, now);
  return held.length === new Set(ids).size ? ok(held) : refuse("no_such_file");
}

export type NotClean = "being_checked" | "infected";

/** Why nobody gets the bytes of a file, its owner included; null when they are to be had. */
export function notClean({ scan }: Pick<StoredFile, "scan">): NotClean | null {
  if (scan === "waiting") return "being_checked";
  return scan === "infected" ? "infected" : null;
}

/** The same of several: what will never be clean first. */
export async function notCleanAmong(db: Queryable, ids: readonly FileId[]): Promise<NotClean | null> {
  const found = [...(await readFiles(db, ids)).values()].map(notClean);
  return found.find((one) => one === "infected") ?? found.find((one) => one !== null) ?? null;
}

/** So long a link opens, to whoever has it. */
export const LINK_OPENS = minutes(10);
const PURPOSE = "files.link";

export type FileLink = { readonly url: string; readonly expiresAt: Instant };

export type LinkMeans = { readonly dataKey: Keyring; readonly publicUrl: string };

/** An address at which the bytes can be got for a while without signing in: for a browser's own downloads. */
export function linkTo({ dataKey, publicUrl }: LinkMeans, id: FileId, now: Instant): FileLink {
  const expiresAt = after(now, LINK_OPENS);
  const query = new URLSearchParams({ expires: String(expiresAt), signature: signatureOf(dataKey, id, expiresAt) });
  return { url: `${publicUrl}/api/v1/files/${id}/content?${query}`, expiresAt };
}

/** Whether a link is one of ours and still opens. */
export const opens = (
  dataKey: Keyring,
  { id, expires, signature }: { readonly id: FileId; readonly expires: number; readonly signature: string },
  now: Instant,
): boolean =>
  isSigned(dataKey, PURPOSE, `${uuidOf(id)} ${expires}`, signature) &&
  now <= at(expires) &&
  expires - now <= LINK_OPENS;

const signatureOf = (dataKey: Keyring, id: FileId, expiresAt: Instant): string =>
  sign(dataKey, PURPOSE, `${uuidOf(id)} ${expiresAt}`);
