import type { UserId } from "@amana/core/ids";
import type { Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import {
  defineRoute,
  expectedVersion,
  IdOf,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
  type UserPrincipal,
} from "#runtime/http";
import { conclude } from "./conclude.ts";
import { negotiationJson, termsOfWish } from "./json.ts";
import {
  type Acting,
  type ActRefusal,
  acceptOffer,
  closeNegotiation,
  makeOffer,
  sideOf,
  withdrawOffer,
} from "./negotiate.ts";
import { type NegotiationParts, TAG, wrongField } from "./parts.ts";
import { NegotiationJson, OfferWishJson } from "./schemas.ts";
import type { NegotiationId, StoredNegotiation } from "./store.ts";

const params = strict({ id: IdOf("negotiation") });
const PROBLEMS = [
  ...(["NOT_FOUND", "VERSION_CONFLICT", "NEGOTIATION_OVER", "OFFER_NOT_STANDING", "LIMIT_REACHED"] as const),
] as const;

/** What the two sides of a negotiation may do in it. */
export const actRoutes = (parts: NegotiationParts): Route[] => [
  offer(parts),
  accept(parts),
  withdraw(parts),
  close(parts),
];

const offer = (parts: NegotiationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/negotiations/:id/offers",
    operationId: "makeOffer",
    summary: "Make an offer, or answer one with a counter-offer",
    description: "It takes the place of the offer that stands, whoever made that.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: ref(OfferWishJson),
    responses: { 200: ref(NegotiationJson) },
    problems: PROBLEMS,
    handle: ({ body, ...asked }) =>
      answered(parts, asked, (acting) =>
        makeOffer(parts.db, acting, { terms: termsOfWish(body), validForHours: body.validForHours }, asked.now),
      ),
  });

const accept = (parts: NegotiationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/negotiations/:id/accept",
    operationId: "acceptOffer",
    summary: "Accept the other side's offer: it becomes the agreement",
    description: "Names the offer that is meant; if another one stands by then, nothing is accepted.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: strict({ offerId: IdOf("offer") }),
    responses: { 200: ref(NegotiationJson) },
    problems: PROBLEMS,
    handle: ({ body, ...asked }) =>
      answered(parts, asked, (acting) =>
        acceptOffer(parts.db, { ...acting, offer: body.offerId }, conclude, asked.now),
      ),
  });

const withdraw = (parts: NegotiationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/negotiations/:id/offers/:offer/withdraw",
    operationId: "withdrawOffer",
    summary: "Take back an offer of one's own that stands",
    tag: TAG,
    policy: signedIn("orders:write"),
    params: strict({ id: IdOf("negotiation"), offer: IdOf("offer") }),
    body: strict({}),
    responses: { 200: ref(NegotiationJson) },
    problems: PROBLEMS,
    handle: (asked) =>
      answered(parts, asked, (acting) => withdrawOffer(parts.db, { ...acting, offer: asked.params.offer }, asked.now)),
  });

const close = (parts: NegotiationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/negotiations/:id/close",
    operationId: "closeNegotiation",
    summary: "End the negotiation without an agreement",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(NegotiationJson) },
    problems: PROBLEMS,
    handle: (asked) => answered(parts, asked, (acting) => closeNegotiation(parts.db, acting, asked.now)),
  });

type Asked = {
  readonly params: { readonly id: NegotiationId };
  readonly principal: UserPrincipal;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
};

/** Does it as the caller, and answers with the negotiation as it is then. */
async function answered(
  { db, wake }: NegotiationParts,
  { params, principal, headers, now }: Asked,
  work: (acting: Acting) => Promise<Result<StoredNegotiation, ActRefusal>>,
) {
  const expected = expectedVersion(headers["if-match"]);
  if (!expected.ok) return problem("VERSION_CONFLICT", "If-Match must be the negotiation's version in double quotes.");
  const done = await work({ id: params.id, user: principal.id, expected: expected.value });
  if (!done.ok) return problemOf(done.error);
  wake();
  return reply(
    200,
    await negotiationJson(db, { negotiation: done.value, role: roleOf(done.value, principal.id) }, now),
  );
}

function roleOf(negotiation: StoredNegotiation, user: UserId) {
  const role = sideOf(negotiation, user);
  if (!role) throw new Error(`${user} acted in ${negotiation.id} and is no side of it`);
  return role;
}

function problemOf(refusal: ActRefusal) {
  if (typeof refusal === "object") return wrongField(refusal.wrong);
  switch (refusal) {
    case "no_such_negotiation":
      return problem("NOT_FOUND");
    case "changed_meanwhile":
      return problem("VERSION_CONFLICT");
    case "negotiation_over":
      return problem("NEGOTIATION_OVER");
    case "no_such_offer":
      return problem("OFFER_NOT_STANDING");
    case "offer_expired":
      return problem("OFFER_NOT_STANDING", "The offer has run out.");
    case "own_offer":
      return problem("OFFER_NOT_STANDING", "It is your own offer that stands: only the other side accepts it.");
    case "not_own_offer":
      return problem("OFFER_NOT_STANDING", "It is the other side's offer that stands.");
    case "too_many_offers":
      return problem("LIMIT_REACHED", "No more offers are made in this negotiation.");
    default:
      return refusal satisfies never;
  }
}
