import { Type } from "typebox";
import type { FileStore } from "#ports/file-store";
import {
  anyone,
  binary,
  defineRoute,
  expectedVersion,
  IdOf,
  invalid,
  line,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
  versionTag,
} from "#runtime/http";
import { PICTURE_TYPES } from "#runtime/images";
import { listingJson, withSellers } from "./json.ts";
import type { Listing } from "./listing.ts";
import type { CatalogParts } from "./parts.ts";
import {
  addPicture,
  arrangePictures,
  MOST_PICTURES,
  PICTURE_SIZES,
  type PictureRefusal,
  readPicture,
} from "./pictures.ts";
import { problemOfListing } from "./refusals.ts";
import { ListingIdJson, ListingJson } from "./schemas.ts";

const LARGEST = 8 * 1024 * 1024;
const Alt = line({ maxLength: 200 });
const params = strict({ id: ListingIdJson });
const PROBLEMS = [
  ...["NOT_FOUND", "TRANSITION_NOT_ALLOWED", "VERSION_CONFLICT", "LIMIT_REACHED"],
  ...["UNSUPPORTED_MEDIA_TYPE", "INSUFFICIENT_INVENTORY"],
] as const;

type Parts = Pick<CatalogParts, "db"> & { readonly store: FileStore };

/** Pictures of listings: anybody sees them, their sellers add and arrange them. */
export const pictureRoutes = (parts: Parts): Route[] => [add(parts), arrange(parts), show(parts)];

const urlOf = (id: string, size: string): string => `/api/v1/pictures/${id}/${size}`;

const add = ({ db, store }: Parts): Route =>
  defineRoute({
    method: "POST",
    path: "/seller/listings/:id/pictures",
    operationId: "addPicture",
    summary: "Add a picture to a listing",
    description: `The body is the picture itself: JPEG, PNG or WebP of at most 8 MiB and 40 megapixels, under its own Content-Type. It is made anew in three sizes; where it was taken is not kept. A listing has at most ${MOST_PICTURES}.`,
    tag: "seller",
    policy: signedIn("listings:write"),
    params,
    query: strict({ altEn: Type.Optional(Alt), altAr: Type.Optional(Alt) }),
    rawBody: "application/octet-stream",
    bodyLimit: LARGEST,
    responses: { 201: ref(ListingJson) },
    problems: PROBLEMS,
    async handle({ principal, origin, params: { id }, query: { altEn = null, altAr = null }, headers, raw, now }) {
      const mediaType = headers["content-type"] ?? "";
      const alt = altEn === null && altAr === null ? null : { en: altEn, ar: altAr };
      const asker = { user: principal.id, origin };
      const added = await addPicture({ db, store, urlOf }, asker, id, { bytes: raw, mediaType, alt }, now);
      if (added.ok) return reply(201, await shown(db, added.value), tagOf(added.value));
      return added.error.kind === "not_a_picture" && !PICTURE_TYPES.includes(mediaType)
        ? problem("UNSUPPORTED_MEDIA_TYPE", `A picture is one of ${PICTURE_TYPES.join(", ")}.`)
        : problemOf(added.error);
    },
  });

const arrange = ({ db, store }: Parts): Route =>
  defineRoute({
    method: "PUT",
    path: "/seller/listings/:id/pictures",
    operationId: "arrangePictures",
    summary: "Put the pictures of a listing in order, and say what they show; those not named are removed",
    description: "With `If-Match` only while it is as it was read.",
    tag: "seller",
    policy: signedIn("listings:write"),
    params,
    body: strict({
      pictures: Type.Array(
        strict({
          id: IdOf("picture"),
          alt: Type.Optional(strict({ en: Type.Optional(Alt), ar: Type.Optional(Alt) }, { minProperties: 1 })),
        }),
        { maxItems: MOST_PICTURES },
      ),
    }),
    responses: { 200: ref(ListingJson) },
    problems: PROBLEMS,
    async handle({ principal, origin, params: { id }, body, headers, now }) {
      const expected = expectedVersion(headers["if-match"]);
      if (!expected.ok) return problem("VERSION_CONFLICT", "If-Match must be the listing's version in double quotes.");
      const wishes = body.pictures.map(({ id: picture, alt }) => ({
        id: picture,
        alt: alt ? { en: alt.en ?? null, ar: alt.ar ?? null } : null,
      }));
      if (new Set(wishes.map((wish) => wish.id)).size < wishes.length) return invalid("pictures", "names one twice");
      const asker = { user: principal.id, origin };
      const arranged = await arrangePictures({ db, store }, asker, id, { wishes, expected: expected.value }, now);
      return arranged.ok
        ? reply(200, await shown(db, arranged.value), tagOf(arranged.value))
        : problemOf(arranged.error);
    },
  });

/** An id names the same bytes for ever, and other sites may show them. */
const KEPT = { "cache-control": "public, max-age=31536000, immutable", "cross-origin-resource-policy": "cross-origin" };

const show = ({ store }: Parts): Route =>
  defineRoute({
    method: "GET",
    path: "/pictures/:id/:size",
    operationId: "getPicture",
    summary: "A picture of a listing, as WebP",
    tag: "catalogue",
    policy: anyone(),
    params: strict({ id: IdOf("picture"), size: oneOf(PICTURE_SIZES) }),
    responses: { 200: binary("image/webp") },
    problems: ["NOT_FOUND"],
    async handle({ params: { id, size } }) {
      const bytes = await readPicture(store, id, size);
      return bytes ? reply(200, bytes, KEPT) : problem("NOT_FOUND");
    },
  });

const tagOf = ({ version }: Listing) => ({ etag: versionTag(version) });

async function shown(db: Parts["db"], listing: Listing) {
  const [json] = await withSellers(db, [listing], listingJson);
  if (!json) throw new Error(`${listing.id} is not shown`);
  return json;
}

function problemOf(refusal: PictureRefusal) {
  switch (refusal.kind) {
    case "not_a_picture":
      return invalid("body", "is not a picture of the type that it is sent as");
    case "too_many_pixels":
      return invalid("body", "has more than 40 megapixels");
    case "too_many_pictures":
      return problem("LIMIT_REACHED", `A listing has at most ${MOST_PICTURES} pictures.`);
    case "no_such_picture":
      return invalid("pictures", "names one that is not this listing's");
    default:
      return problemOfListing(refusal);
  }
}
