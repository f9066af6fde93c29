import { inBothLanguages, mayBeEdited, type Wording } from "@amana/core/catalog";
import { type Id, idOf, type ListingId, uuidOf } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { FileStore } from "#ports/file-store";
import type { Database, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newIdBeside } from "#runtime/ids";
import { type NotAPicture, type Rendition, renditions } from "#runtime/images";
import type { Listing, Picture } from "./listing.ts";
import { tell } from "./listings.ts";
import { insertRevision, lockListing, readListing, saveContent } from "./store.ts";

export type PictureId = Id<"picture">;

export const MOST_PICTURES = 10;

/** What lists show, what pages show, and what opens large. */
const WIDTHS = { small: 320, medium: 800, large: 1600 } as const;
export const PICTURE_SIZES = ["small", "medium", "large"] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

export type PictureRefusal =
  | { readonly kind: "no_such_listing" | "not_in_this_state" | "changed_meanwhile" }
  | { readonly kind: NotAPicture | "too_many_pictures" | "no_such_picture" };

type Means = { readonly db: Database; readonly store: FileStore; readonly urlOf: UrlOf };
/** Where anybody finds it. */
type UrlOf = (id: PictureId, size: PictureSize) => string;

const keyOf = (id: PictureId, size: PictureSize): string => `${size}-${uuidOf(id)}`;

/** Makes a picture of a listing from what its seller has sent: stored in every size before the listing shows it. */
export async function addPicture(
  { db, store, urlOf }: Means,
  { user }: Asker,
  listing: ListingId,
  upload: { readonly bytes: Uint8Array; readonly mediaType: string; readonly alt: Wording | null },
  now: Instant,
): Promise<Result<Listing, PictureRefusal>> {
  const before = await readListing(db, listing);
  const refused = objectionTo(before, user) ?? fullness(before);
  if (refused) return refuse(refused);
  const made = await renditions(upload.bytes, upload.mediaType, WIDTHS);
  if (!made.ok) return refuse({ kind: made.error });
  const id = newIdBeside("picture", now, listing);
  for (const { name, bytes } of made.value) await store.put(keyOf(id, name), bytes);
  const added = await db.transaction(async (tx) => {
    const current = await lockListing(tx, listing);
    const objection = objectionTo(current, user) ?? fullness(current);
    if (!current || objection) return refuse(objection ?? GONE);
    const alt = inBothLanguages(upload.alt ?? current.title);
    return ok(await shown(tx, current, [...current.pictures, pictureOf(id, alt, made.value, urlOf)], now));
  });
  if (!added.ok) await forget(store, [id]);
  return added;
}

const pictureOf = (id: PictureId, alt: Picture["alt"], made: readonly Rendition<PictureSize>[], urlOf: UrlOf) => ({
  ...{ id, alt, url: urlOf(id, "large") },
  sizes: made.map(({ name, width }) => ({ width, url: urlOf(id, name) })),
});

export type PictureWish = { readonly id: PictureId; readonly alt: Wording | null };

/** Shows these, in this order; those that are not named go, with their bytes. */
export async function arrangePictures(
  { db, store }: Pick<Means, "db" | "store">,
  { user }: Asker,
  listing: ListingId,
  { wishes, expected }: { readonly wishes: readonly PictureWish[]; readonly expected: number | null },
  now: Instant,
): Promise<Result<Listing, PictureRefusal>> {
  const gone: PictureId[] = [];
  const arranged = await db.transaction(async (tx): Promise<Result<Listing, PictureRefusal>> => {
    const before = await lockListing(tx, listing);
    const objection = objectionTo(before, user);
    if (!before || objection) return refuse(objection ?? GONE);
    if (expected !== null && expected !== before.version) return refuse({ kind: "changed_meanwhile" });
    const known = new Map(before.pictures.map((picture) => [picture.id, picture]));
    const pictures = wishes.flatMap(({ id, alt }) => {
      const picture = known.get(id);
      return picture ? [{ ...picture, alt: alt ? inBothLanguages(alt) : picture.alt }] : [];
    });
    if (pictures.length < wishes.length) return refuse({ kind: "no_such_picture" });
    const kept = new Set(pictures.map(({ id }) => id));
    gone.splice(0, gone.length, ...before.pictures.flatMap(({ id }) => (id && !kept.has(id) ? [idIn(id)] : [])));
    return ok(await shown(tx, before, pictures, now));
  });
  if (arranged.ok) await forget(store, gone);
  return arranged;
}

/** The bytes of a picture; null for one that is not there. */
export const readPicture = (store: FileStore, id: PictureId, size: PictureSize): Promise<Uint8Array | null> =>
  store.get(keyOf(id, size));

const GONE = { kind: "no_such_listing" } as const;

function objectionTo(listing: Listing | null, user: string) {
  if (listing?.seller !== user) return GONE;
  return mayBeEdited(listing.state) ? null : ({ kind: "not_in_this_state" } as const);
}

const fullness = (listing: Listing | null) =>
  listing && listing.pictures.length >= MOST_PICTURES ? ({ kind: "too_many_pictures" } as const) : null;

async function shown(tx: Tx, before: Listing, pictures: readonly Picture[], now: Instant): Promise<Listing> {
  const after: Listing = { ...before, pictures, version: before.version + 1 };
  await saveContent(tx, after);
  await insertRevision(tx, after, now);
  await tell(tx, after.id, now);
  return after;
}

async function forget(store: FileStore, ids: readonly PictureId[]): Promise<void> {
  for (const id of ids) for (const size of PICTURE_SIZES) await store.delete(keyOf(id, size));
}

const idIn = (id: string): PictureId => idOf("picture", uuidOf(id));
