import { at } from "@amana/core/time";
import { Type } from "typebox";
import {
  defineRoute,
  line,
  list,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  staff,
  strict,
} from "#runtime/http";
import { listingJson, withSellers } from "./json.ts";
import { judgeListing } from "./listings.ts";
import type { CatalogParts } from "./parts.ts";
import { LISTING_PROBLEMS, problemOfListing } from "./refusals.ts";
import { ListingIdJson, ListingJson } from "./schemas.ts";
import { listUnderReview, readListing } from "./store.ts";

const TAG = "listings";
const params = strict({ id: ListingIdJson });
const policy = staff("support", "admin");
const Cursor = Type.Tuple([Type.Integer(), ListingIdJson]);

/** Staff look at what is offered before others do. */
export const reviewRoutes = (parts: CatalogParts): Route[] => [
  queue(parts),
  read(parts),
  judge(parts, "approve"),
  judge(parts, "reject"),
];

const queue = ({ db }: CatalogParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/listings",
    operationId: "listListingsUnderReview",
    summary: "What waits to be looked at, the longest first",
    tag: TAG,
    policy,
    query: strict(PAGE),
    responses: { 200: list(ref(ListingJson)) },
    problems: [],
    async handle({ query }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { submittedAt: at(asked.after[0]), id: asked.after[1] };
      const found = await listUnderReview(db, asked.rows, beyond);
      const { page, nextCursor } = asked.cut(found, ({ submittedAt, id }) => [submittedAt ?? 0, id]);
      return reply(200, { data: await withSellers(db, page, listingJson), nextCursor });
    },
  });

const read = ({ db }: CatalogParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/listings/:id",
    operationId: "getListingForReview",
    summary: "A listing in any state, as its seller wrote it",
    tag: TAG,
    policy,
    params,
    responses: { 200: ref(ListingJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id } }) {
      const listing = await readListing(db, id);
      const [json] = listing ? await withSellers(db, [listing], listingJson) : [];
      return json ? reply(200, json) : problem("NOT_FOUND");
    },
  });

const JUDGEMENTS = {
  approve: { summary: "Let a listing be for sale", body: strict({}) },
  reject: {
    summary: "Send a listing back to its seller with a reason; also one that is for sale",
    body: strict({ reason: line({ maxLength: 300 }) }),
  },
} as const;

const judge = ({ db, rules }: CatalogParts, command: "approve" | "reject"): Route =>
  defineRoute({
    method: "POST",
    path: `/admin/listings/:id/${command}`,
    operationId: `${command}Listing`,
    summary: JUDGEMENTS[command].summary,
    tag: TAG,
    policy,
    params,
    body: JUDGEMENTS[command].body,
    responses: { 200: ref(ListingJson) },
    problems: [...LISTING_PROBLEMS, "FORBIDDEN"],
    async handle({ principal, origin, params: { id }, body, now }) {
      const reason = "reason" in body ? body.reason : null;
      const judged = await judgeListing(db, rules, { user: principal.id, origin }, id, { command, reason }, now);
      if (!judged.ok)
        return judged.error.kind === "your_own"
          ? problem("FORBIDDEN", "This is your own listing.")
          : problemOfListing(judged.error);
      const [json] = await withSellers(db, [judged.value], listingJson);
      return json ? reply(200, json) : problem("NOT_FOUND");
    },
  });
