import { at } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { readUsers } from "#modules/identity";
import type { Database, Queryable } from "#runtime/database";
import {
  anyone,
  defineRoute,
  IdOf,
  list,
  MoneyJson,
  moneyJson,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  strict,
  Text,
} from "#runtime/http";
import { listProducts, type Product, readProduct } from "./store.ts";

export const ProductJson = strict(
  {
    id: IdOf("product"),
    title: ref(Text),
    description: ref(Text),
    price: ref(MoneyJson),
    seller: strict({ id: IdOf("user"), name: Type.String() }),
    stock: Type.Integer(),
    weightGrams: Type.Integer(),
    dimensionsMm: strict({ length: Type.Integer(), width: Type.Integer(), height: Type.Integer() }),
    pictures: Type.Array(strict({ url: Type.String(), alt: ref(Text) })),
    pickupPostcode: Type.String(),
  },
  { $id: "Product" },
);

const Cursor = Type.Tuple([Type.Integer(), IdOf("product")]);

export const catalogRoutes = (db: Database): Route[] => [
  defineRoute({
    method: "GET",
    path: "/products",
    operationId: "listProducts",
    summary: "What is for sale, newest first",
    tag: "catalogue",
    policy: anyone(),
    query: strict(PAGE),
    responses: { 200: list(ref(ProductJson)) },
    problems: [],
    async handle({ query }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { listedAt: at(asked.after[0]), id: asked.after[1] };
      const products = await listProducts(db, asked.rows, beyond);
      const { page, nextCursor } = asked.cut(products, ({ listedAt, id }) => [listedAt, id]);
      return reply(200, { data: await productsJson(db, page), nextCursor });
    },
  }),
  defineRoute({
    method: "GET",
    path: "/products/:id",
    operationId: "getProduct",
    summary: "One product",
    tag: "catalogue",
    policy: anyone(),
    params: strict({ id: IdOf("product") }),
    responses: { 200: ref(ProductJson) },
    problems: ["NOT_FOUND"],
    async handle({ params }) {
      const product = await readProduct(db, params.id);
      const [json] = product?.active ? await productsJson(db, [product]) : [];
      return json ? reply(200, json) : problem("NOT_FOUND");
    },
  }),
];

async function productsJson(db: Queryable, products: readonly Product[]): Promise<Static<typeof ProductJson>[]> {
  const sellers = await readUsers(
    db,
    products.map(({ seller }) => seller),
  );
  return products.map((product) => {
    const seller = sellers.get(product.seller);
    if (!seller) throw new Error(`${product.id} has no seller`);
    return {
      id: product.id,
      title: product.title,
      description: product.description,
      price: moneyJson(product.price),
      seller: { id: seller.id, name: seller.name },
      stock: product.stock,
      weightGrams: product.parcel.grams,
      dimensionsMm: product.parcel.millimetres,
      pictures: product.pictures.map(({ url, alt }) => ({ url, alt })),
      pickupPostcode: seller.pickupAddress?.postcode ?? "",
    };
  });
}
