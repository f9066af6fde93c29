import { Type } from "typebox";
import {
  defineRoute,
  IdOf,
  invalid,
  nullable,
  Postcode,
  type ProblemAnswer,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { type ChangeRefusal, changeLine, layInCart, MOST_PIECES, takeOut } from "./change.ts";
import { cartJson } from "./json.ts";
import { purchaseRoutes } from "./purchase-routes.ts";
import { CartJson, Pieces } from "./schemas.ts";
import { MOST_LINES } from "./store.ts";
import { type CartParts, viewCart } from "./view.ts";

const params = strict({ id: IdOf("cartLine") });

/** The cart of whoever is signed in, and what was bought with it. */
export const cartRoutes = (parts: CartParts): Route[] => [
  read(parts),
  lay(parts),
  change(parts),
  remove(parts),
  ...purchaseRoutes(parts),
];

const read = (parts: CartParts): Route =>
  defineRoute({
    method: "GET",
    path: "/cart",
    operationId: "getCart",
    summary: "My cart, seller by seller, with what each order would come to",
    description:
      "With a postcode: the ways in which each seller's goods can be sent, each with the amounts that an order would have now, as quotes to buy at. Lines that can no longer be bought stay and say why.",
    tag: "cart",
    policy: signedIn("orders:read"),
    query: strict({ postcode: Type.Optional(Postcode) }),
    responses: { 200: ref(CartJson) },
    problems: [],
    async handle({ query, principal, now }) {
      return reply(200, cartJson(await viewCart(parts, principal.id, query.postcode ?? null, now), now));
    },
  });

const lay = (parts: CartParts): Route =>
  defineRoute({
    method: "POST",
    path: "/cart/lines",
    operationId: "addToCart",
    summary: "Lay something into my cart",
    description: `More of what lies there already comes to its line. At most ${MOST_LINES} lines, and ${MOST_PIECES} pieces of each.`,
    tag: "cart",
    policy: signedIn("orders:write"),
    body: strict({
      ...{ productId: IdOf("product"), quantity: Pieces },
      variantId: Type.Optional(nullable(IdOf("variant"))),
    }),
    responses: { 200: ref(CartJson) },
    problems: ["LISTING_UNAVAILABLE", "OWN_LISTING", "LIMIT_REACHED", "NOT_FOUND"],
    async handle({ body, principal, now }) {
      const { productId: product, quantity, variantId: variant = null } = body;
      const laid = await layInCart(parts.db, principal.id, { product, variant, quantity }, now);
      return laid.ok ? reply(200, await present(parts, principal.id, now)) : problemOfChange(laid.error);
    },
  });

const change = (parts: CartParts): Route =>
  defineRoute({
    method: "PUT",
    path: "/cart/lines/:id",
    operationId: "changeCartLine",
    summary: "Have another number of pieces in a line of my cart",
    tag: "cart",
    policy: signedIn("orders:write"),
    params,
    body: strict({ quantity: Pieces }),
    responses: { 200: ref(CartJson) },
    problems: ["NOT_FOUND", "LISTING_UNAVAILABLE", "OWN_LISTING", "LIMIT_REACHED"],
    async handle({ params, body, principal, now }) {
      const changed = await changeLine(parts.db, principal.id, { id: params.id, quantity: body.quantity });
      return changed.ok ? reply(200, await present(parts, principal.id, now)) : problemOfChange(changed.error);
    },
  });

const remove = (parts: CartParts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/cart/lines/:id",
    operationId: "removeCartLine",
    summary: "Take a line out of my cart",
    tag: "cart",
    policy: signedIn("orders:write"),
    params,
    responses: { 200: ref(CartJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal, now }) {
      const gone = await takeOut(parts.db, principal.id, params.id);
      return gone.ok ? reply(200, await present(parts, principal.id, now)) : problem("NOT_FOUND");
    },
  });

const present = async (parts: CartParts, user: Parameters<typeof viewCart>[1], now: Parameters<typeof cartJson>[1]) =>
  cartJson(await viewCart(parts, user, null, now), now);

type ChangeProblem = "LISTING_UNAVAILABLE" | "OWN_LISTING" | "LIMIT_REACHED" | "NOT_FOUND" | "VALIDATION_FAILED";

function problemOfChange(refusal: ChangeRefusal): ProblemAnswer<ChangeProblem> {
  switch (refusal) {
    case "listing_unavailable":
      return problem("LISTING_UNAVAILABLE");
    case "variant_not_named":
      return invalid("variantId", "is missing: there are several variants to choose from");
    case "own_listing":
      return problem("OWN_LISTING", "This is your own listing, or one of your company's.");
    case "too_many_lines":
      return problem("LIMIT_REACHED", `A cart holds ${MOST_LINES} different things at most.`);
    case "too_many_pieces":
      return invalid("quantity", `comes to more than ${MOST_PIECES} with what lies there already`);
    case "no_such_line":
      return problem("NOT_FOUND");
    default:
      return refusal satisfies never;
  }
}
