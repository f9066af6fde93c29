import { NEGOTIATION_STATES, type NegotiationState } from "@amana/core/negotiation";
import { Type } from "typebox";
import {
  defineRoute,
  IdOf,
  invalid,
  list,
  oneOf,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { actRoutes } from "./act-routes.ts";
import { negotiationJson, summariesJson, termsOfWish } from "./json.ts";
import { type OpenRefusal, openNegotiation, sideOf } from "./negotiate.ts";
import { type NegotiationParts, TAG, wrongField } from "./parts.ts";
import { NegotiationJson, NegotiationSummaryJson, OfferWishJson } from "./schemas.ts";
import { listNegotiations, readNegotiation } from "./store.ts";

const params = strict({ id: IdOf("negotiation") });
const Cursor = Type.Tuple([IdOf("negotiation")]);

/** Talks about the price of a listing, from the first offer to the agreement. */
export const negotiationRoutes = (parts: NegotiationParts): Route[] => [
  open(parts),
  listMine(parts),
  read(parts),
  ...actRoutes(parts),
];

const open = ({ db, wake }: NegotiationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/negotiations",
    operationId: "openNegotiation",
    summary: "Begin to negotiate about a listing, with a first offer",
    description: "Amounts are in the listing's currency. One negotiation about a listing is open at a time.",
    tag: TAG,
    policy: signedIn("orders:write"),
    body: strict({
      productId: IdOf("product"),
      variantId: Type.Optional(IdOf("variant")),
      offer: ref(OfferWishJson),
    }),
    responses: { 201: ref(NegotiationJson) },
    problems: ["LISTING_UNAVAILABLE", "OWN_LISTING", "LIMIT_REACHED"],
    async handle({ body, principal, now }) {
      const offered = { terms: termsOfWish(body.offer), validForHours: body.offer.validForHours };
      const about = { product: body.productId, variant: body.variantId ?? null };
      const made = await openNegotiation(db, principal.id, about, offered, now);
      if (!made.ok) return problemOf(made.error);
      wake();
      return reply(201, await negotiationJson(db, { negotiation: made.value, role: "buyer" }, now));
    },
  });

function problemOf(refusal: OpenRefusal) {
  if (typeof refusal === "object") return wrongField(`offer.${refusal.wrong}`);
  switch (refusal) {
    case "variant_not_named":
      return invalid("variantId", "is missing: there are several variants to choose from");
    case "own_listing":
      return problem("OWN_LISTING", "This is your own listing, or one of your company's.");
    case "talking_already":
      return problem("LIMIT_REACHED", "You negotiate about this listing already.");
    case "listing_unavailable":
      return problem("LISTING_UNAVAILABLE");
    default:
      return refusal satisfies never;
  }
}

const listMine = ({ db }: NegotiationParts): Route =>
  defineRoute({
    method: "GET",
    path: "/negotiations",
    operationId: "listNegotiations",
    summary: "My negotiations, newest first",
    tag: TAG,
    policy: signedIn("orders:read"),
    query: strict({
      ...PAGE,
      role: Type.Optional(oneOf(["buyer", "seller", "any"])),
      status: Type.Optional(Type.String({ maxLength: 100, description: "One status, or several with commas." })),
    }),
    responses: { 200: list(ref(NegotiationSummaryJson)) },
    problems: [],
    async handle({ query, principal, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const states = statesIn(query.status);
      if (states === "unknown") return invalid("status", `must be of ${NEGOTIATION_STATES.join(", ")}`);
      const found = await listNegotiations(db, {
        ...{ user: principal.id, role: query.role ?? "any", states, now },
        ...{ limit: asked.rows, beyond: asked.after?.[0] ?? null },
      });
      const { page, nextCursor } = asked.cut(found, ({ id }) => [id]);
      const shown = page.map((negotiation) => ({ negotiation, role: sideOf(negotiation, principal.id) ?? "buyer" }));
      return reply(200, { data: await summariesJson(db, shown, now), nextCursor });
    },
  });

function statesIn(text: string | undefined): NegotiationState[] | null | "unknown" {
  if (text === undefined) return null;
  const states = NEGOTIATION_STATES.filter((state) => text.split(",").includes(state));
  return states.length === text.split(",").length ? states : "unknown";
}

const read = ({ db }: NegotiationParts): Route =>
  defineRoute({
    method: "GET",
    path: "/negotiations/:id",
    operationId: "getNegotiation",
    summary: "One negotiation, with every offer that was made in it",
    tag: TAG,
    policy: signedIn("orders:read"),
    params,
    responses: { 200: ref(NegotiationJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal, now }) {
      const negotiation = await readNegotiation(db, params.id);
      const role = negotiation && sideOf(negotiation, principal.id);
      if (!negotiation || !role) return problem("NOT_FOUND");
      return reply(200, await negotiationJson(db, { negotiation, role }, now));
    },
  });
