import { CATEGORIES, type Category, LISTING_KINDS, type ListingKind } from "@amana/core/catalog";
import type { ListingId } from "@amana/core/ids";
import { exponentOf } from "@amana/core/money";
import { at } from "@amana/core/time";
import { type Static, Type } from "typebox";
import type { User } from "#modules/identity";
import type { Database } from "#runtime/database";
import {
  anyone,
  defineRoute,
  IdOf,
  list,
  MoneyJson,
  oneOf,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  strict,
} from "#runtime/http";
import { productJson, serviceJson, withSellers } from "./json.ts";
import type { Listing } from "./listing.ts";
import type { CatalogParts } from "./parts.ts";
import { ListingIdJson, MarketJson, ProductJson, ServiceJson } from "./schemas.ts";
import { listActive, readListing } from "./store.ts";

const TAG = "catalogue";
const Cursor = Type.Tuple([Type.Integer(), ListingIdJson]);

/** What anybody may look at. */
export const publicRoutes = ({ db, rules }: Pick<CatalogParts, "db" | "rules">): Route[] => [
  categories(),
  currencies(rules),
  listProducts(db),
  getProduct(db),
  listServices(db),
  getService(db),
];

/** It changes with the program only. */
const KEPT = { "cache-control": "public, max-age=3600" };

const categories = (): Route =>
  defineRoute({
    method: "GET",
    path: "/categories",
    operationId: "listCategories",
    summary: "All categories of the three markets, as a tree",
    tag: TAG,
    policy: anyone(),
    responses: { 200: strict({ data: Type.Array(ref(MarketJson)) }) },
    problems: [],
    async handle() {
      return reply(200, { data: TREE }, KEPT);
    },
  });

const currencies = ({ currencies: taken }: CatalogParts["rules"]): Route =>
  defineRoute({
    method: "GET",
    path: "/currencies",
    operationId: "listCurrencies",
    summary: "The currencies in which prices may be set here",
    tag: TAG,
    policy: anyone(),
    responses: {
      200: strict({
        data: Type.Array(
          strict({ code: MoneyJson.properties.currency, digits: Type.Integer({ description: "After the point." }) }),
        ),
      }),
    },
    problems: [],
    async handle() {
      const data = [...new Set(taken)].map((code) => ({ code, digits: exponentOf(code) }));
      return reply(200, { data });
    },
  });

const childrenOf = (parent: string | null): Category[] => CATEGORIES.filter((category) => category.parent === parent);
const named = ({ id, name }: Category) => ({ id, name: { ...name } });

const TREE: Static<typeof MarketJson>[] = childrenOf(null).map((market) => ({
  ...named(market),
  kind: market.kind,
  children: childrenOf(market.id).map((group) => ({ ...named(group), children: childrenOf(group.id).map(named) })),
}));

const ProductKind = oneOf(LISTING_KINDS.filter((kind) => kind !== "service"));

const listProducts = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/products",
    operationId: "listProducts",
    summary: "Which products are for sale, newest first",
    description: "Those that travel, when no `kind` is asked for.",
    tag: TAG,
    policy: anyone(),
    query: strict({ ...PAGE, kind: Type.Optional(ProductKind) }),
    responses: { 200: list(ref(ProductJson)) },
    problems: [],
    handle: async ({ query: { kind = "physical", ...page } }) => await pageOf(db, [kind], page, productJson),
  });

const listServices = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/services",
    operationId: "listServices",
    summary: "Which services are offered, newest first",
    tag: TAG,
    policy: anyone(),
    query: strict(PAGE),
    responses: { 200: list(ref(ServiceJson)) },
    problems: [],
    handle: async ({ query }) => await pageOf(db, ["service"], query, serviceJson),
  });

async function pageOf<J>(
  db: Database,
  kinds: readonly ListingKind[],
  query: { readonly limit?: number; readonly cursor?: string },
  json: (listing: Listing, seller: User) => J,
) {
  const asked = pageAsked(Cursor, query);
  if ("kind" in asked) return asked;
  const beyond = asked.after && { listedAt: at(asked.after[0]), id: asked.after[1] };
  const listings = await listActive(db, { kinds, limit: asked.rows, beyond });
  const { page, nextCursor } = asked.cut(listings, ({ listedAt, id }) => [listedAt, id]);
  return reply(200, { data: await withSellers(db, page, json), nextCursor });
}

const getProduct = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/products/:id",
    operationId: "getProduct",
    summary: "One product",
    tag: TAG,
    policy: anyone(),
    params: strict({ id: IdOf("product") }),
    responses: { 200: ref(ProductJson) },
    problems: ["NOT_FOUND"],
    handle: async ({ params }) => await oneOfSale(db, params.id, productJson),
  });

const getService = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/services/:id",
    operationId: "getService",
    summary: "One service",
    tag: TAG,
    policy: anyone(),
    params: strict({ id: IdOf("service") }),
    responses: { 200: ref(ServiceJson) },
    problems: ["NOT_FOUND"],
    handle: async ({ params }) => await oneOfSale(db, params.id, serviceJson),
  });

async function oneOfSale<J>(db: Database, id: ListingId, json: (listing: Listing, seller: User) => J) {
  const listing = await readListing(db, id);
  const [shown] = listing?.state === "active" ? await withSellers(db, [listing], json) : [];
  return shown ? reply(200, shown) : problem("NOT_FOUND");
}
