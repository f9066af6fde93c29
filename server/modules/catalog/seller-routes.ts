import { SELLER_COMMANDS } from "@amana/core/catalog";
import type { ListingId } from "@amana/core/ids";
import type { Result } from "@amana/core/result";
import { Type } from "typebox";
import {
  type Asker,
  defineRoute,
  expectedVersion,
  type Headers,
  IdOf,
  line,
  list,
  nothing,
  nullable,
  oneOf,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
  versionTag,
} from "#runtime/http";
import { listingJson, withSellers } from "./json.ts";
import type { Listing } from "./listing.ts";
import {
  changeListing,
  changeStock,
  createListing,
  type ListingChange,
  type ListingRefusal,
  moveListing,
  removeListing,
} from "./listings.ts";
import { countOwn, listOwn, SHELVES } from "./own-store.ts";
import type { CatalogParts } from "./parts.ts";
import { LISTING_PROBLEMS, problemOfContent, problemOfListing } from "./refusals.ts";
import {
  KindJson,
  ListingIdJson,
  ListingJson,
  ProductChange,
  ProductWish,
  ServiceChange,
  ServiceWish,
  StateJson,
} from "./schemas.ts";
import { readListing } from "./store.ts";
import { changeFrom, productDraft, serviceDraft } from "./wishes.ts";

const TAG = "seller";
const params = strict({ id: ListingIdJson });
const WITH_IF_MATCH = "With `If-Match` only while it is as it was read.";

/** What sellers do with what they offer. */
export const ownRoutes = (parts: CatalogParts): Route[] => [
  createProduct(parts),
  createService(parts),
  changeProduct(parts),
  changeService(parts),
  listMine(parts),
  countMine(parts),
  readMine(parts),
  ...SELLER_COMMANDS.map((command) => move(parts, command)),
  stock(parts),
  remove(parts),
];

const createProduct = (parts: CatalogParts): Route =>
  defineRoute({
    method: "POST",
    path: "/products",
    operationId: "createProduct",
    summary: "Begin to offer a product: a draft that only I see",
    tag: TAG,
    policy: signedIn("listings:write"),
    body: ProductWish,
    responses: { 201: ref(ListingJson) },
    problems: [],
    async handle({ principal, origin, body, now }) {
      const draft = productDraft(body);
      if ("code" in draft) return draft;
      const made = await createListing(parts.db, parts.rules, { user: principal.id, origin }, body.kind, draft, now);
      return made.ok ? reply(201, await shown(parts, made.value), tagOf(made.value)) : problemOfContent(made.error);
    },
  });

const createService = (parts: CatalogParts): Route =>
  defineRoute({
    method: "POST",
    path: "/services",
    operationId: "createService",
    summary: "Begin to offer a service, in one to three packages: a draft that only I see",
    tag: TAG,
    policy: signedIn("listings:write"),
    body: ServiceWish,
    responses: { 201: ref(ListingJson) },
    problems: [],
    async handle({ principal, origin, body, now }) {
      const asker = { user: principal.id, origin };
      const made = await createListing(parts.db, parts.rules, asker, "service", serviceDraft(body), now);
      return made.ok ? reply(201, await shown(parts, made.value), tagOf(made.value)) : problemOfContent(made.error);
    },
  });

const changeProduct = (parts: CatalogParts): Route =>
  defineRoute({
    method: "PATCH",
    path: "/products/:id",
    operationId: "changeProduct",
    summary: "Change what I offer; what is for sale stays so, as a new version",
    description: `${WITH_IF_MATCH} Orders keep what they bought as it was. Variants are named all at once, by their SKU.`,
    tag: TAG,
    policy: signedIn("listings:write"),
    params: strict({ id: IdOf("product") }),
    body: ProductChange,
    responses: { 200: ref(ListingJson) },
    problems: LISTING_PROBLEMS,
    async handle({ principal, origin, params: { id }, body, headers, now }) {
      const expected = expectedVersion(headers["if-match"]);
      if (!expected.ok) return NOT_A_VERSION;
      const change = changeFrom(body, expected.value);
      if ("code" in change) return change;
      return await changed(parts, { user: principal.id, origin }, id, change, now);
    },
  });

const changeService = (parts: CatalogParts): Route =>
  defineRoute({
    method: "PATCH",
    path: "/services/:id",
    operationId: "changeService",
    summary: "Change a service that I offer; what is for sale stays so, as a new version",
    description: WITH_IF_MATCH,
    tag: TAG,
    policy: signedIn("listings:write"),
    params: strict({ id: IdOf("service") }),
    body: ServiceChange,
    responses: { 200: ref(ListingJson) },
    problems: LISTING_PROBLEMS,
    async handle({ principal, origin, params: { id }, body, headers, now }) {
      const expected = expectedVersion(headers["if-match"]);
      if (!expected.ok) return NOT_A_VERSION;
      const change = changeFrom(body, expected.value);
      if ("code" in change) return change;
      return await changed(parts, { user: principal.id, origin }, id, change, now);
    },
  });

const NOT_A_VERSION = problem("VERSION_CONFLICT", "If-Match must be the listing's version in double quotes.");

const changed = async (
  parts: CatalogParts,
  asker: Asker,
  id: ListingId,
  change: ListingChange,
  now: Parameters<typeof changeListing>[5],
) => await answered(parts, await changeListing(parts.db, parts.rules, asker, id, change, now));

const Cursor = Type.Tuple([ListingIdJson]);

const listMine = ({ db }: CatalogParts): Route =>
  defineRoute({
    method: "GET",
    path: "/seller/listings",
    operationId: "listOwnListings",
    summary: "What I offer, in every state, the last made first",
    description:
      "`shelf` tells apart what `state` does not: what staff sent back, and what is for sale with no piece left.",
    tag: TAG,
    policy: signedIn("listings:read"),
    query: strict({
      ...{ ...PAGE, kind: Type.Optional(KindJson), state: Type.Optional(StateJson) },
      shelf: Type.Optional(oneOf(SHELVES)),
      q: Type.Optional(line({ maxLength: 100, description: "Part of a title or of a SKU." })),
    }),
    responses: { 200: list(ref(ListingJson)) },
    problems: [],
    async handle({ principal, query: { kind = null, state = null, shelf = null, q = null, ...query } }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const filters = { seller: principal.id, kind, state, shelf, words: q };
      const found = await listOwn(db, { ...filters, limit: asked.rows, beyond: asked.after?.[0] ?? null });
      const { page, nextCursor } = asked.cut(found, ({ id }) => [id]);
      return reply(200, { data: await withSellers(db, page, listingJson), nextCursor });
    },
  });

const countMine = ({ db }: CatalogParts): Route =>
  defineRoute({
    method: "GET",
    path: "/seller/listings/counts",
    operationId: "countOwnListings",
    summary: "How many of my listings are drafts, sent back, waiting for staff, for sale, out of stock, off sale",
    tag: TAG,
    policy: signedIn("listings:read"),
    responses: { 200: ref(CountsJson) },
    problems: [],
    async handle({ principal }) {
      return reply(200, await countOwn(db, principal.id));
    },
  });

const Count = Type.Integer({ minimum: 0 });
const CountsJson = strict(
  { draft: Count, rejected: Count, under_review: Count, active: Count, out_of_stock: Count, inactive: Count },
  { $id: "ListingCounts" },
);

const readMine = (parts: CatalogParts): Route =>
  defineRoute({
    method: "GET",
    path: "/seller/listings/:id",
    operationId: "getOwnListing",
    summary: "Something that I offer, as I wrote it",
    tag: TAG,
    policy: signedIn("listings:read"),
    params,
    responses: { 200: ref(ListingJson) },
    problems: ["NOT_FOUND"],
    async handle({ principal, params: { id } }) {
      const listing = await readListing(parts.db, id);
      if (listing?.seller !== principal.id) return problem("NOT_FOUND");
      return reply(200, await shown(parts, listing), tagOf(listing));
    },
  });

const SUMMARIES = {
  submit: "Offer a draft: staff look at it first, where the marketplace wants that",
  withdraw: "Take back what waits for staff, as a draft",
  deactivate: "Take a listing off sale; orders that were placed go on",
  activate: "Put a listing on sale again",
} as const;

const move = (parts: CatalogParts, command: (typeof SELLER_COMMANDS)[number]): Route =>
  defineRoute({
    method: "POST",
    path: `/seller/listings/:id/${command}`,
    operationId: `${command}Listing`,
    summary: SUMMARIES[command],
    tag: TAG,
    policy: signedIn("listings:write"),
    params,
    responses: { 200: ref(ListingJson) },
    problems: LISTING_PROBLEMS,
    async handle({ principal, origin, params: { id }, now }) {
      const asker = { user: principal.id, origin };
      return await answered(parts, await moveListing(parts.db, parts.rules, asker, id, command, now));
    },
  });

const stock = (parts: CatalogParts): Route =>
  defineRoute({
    method: "POST",
    path: "/seller/listings/:id/stock",
    operationId: "changeStock",
    summary: "Put pieces on the shelf or take them from it",
    description: "A difference, so that what is sold at the same moment is not lost. One Idempotency-Key counts once.",
    tag: TAG,
    policy: signedIn("listings:write"),
    params: strict({ id: IdOf("product") }),
    body: strict({
      change: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000, examples: [5] }),
      variantId: Type.Optional(nullable(IdOf("variant"))),
    }),
    responses: { 200: ref(ListingJson) },
    problems: LISTING_PROBLEMS,
    async handle({ principal, origin, params: { id }, body: { change, variantId = null }, commandKey, now }) {
      const asker = { user: principal.id, origin };
      const wish = { listing: id, variant: variantId, change, key: commandKey };
      return await answered(parts, await changeStock(parts.db, asker, wish, now));
    },
  });

const remove = ({ db }: CatalogParts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/seller/listings/:id",
    operationId: "deleteListing",
    summary: "Remove a draft that was never submitted",
    tag: TAG,
    policy: signedIn("listings:write"),
    params,
    responses: { 204: nothing() },
    problems: LISTING_PROBLEMS,
    async handle({ principal, origin, params: { id } }) {
      const removed = await removeListing(db, { user: principal.id, origin }, id);
      return removed.ok ? reply(204, null) : problemOfListing(removed.error);
    },
  });

async function answered(parts: CatalogParts, result: Result<Listing, ListingRefusal>) {
  return result.ok ? reply(200, await shown(parts, result.value), tagOf(result.value)) : problemOfListing(result.error);
}

const tagOf = ({ version }: Listing): Headers => ({ etag: versionTag(version) });

async function shown({ db }: CatalogParts, listing: Listing) {
  const [json] = await withSellers(db, [listing], listingJson);
  if (!json) throw new Error(`${listing.id} is not shown`);
  return json;
}
