import { at } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { readUsers } from "#modules/identity";
import type { Database, Queryable } from "#runtime/database";
import {
  anyone,
  DEFAULT_LIMIT,
  defineRoute,
  encodeCursor,
  IdOf,
  invalid,
  list,
  MoneyJson,
  moneyJson,
  PAGE,
  problem,
  type Route,
  readCursor,
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
      const cursor = readCursor(Cursor, query.cursor);
      if (!cursor.ok) return invalid("cursor", "is not one that a list has given");
      const limit = query.limit ?? DEFAULT_LIMIT;
      const beyond = cursor.value && { listedAt: at(cursor.value[0]), id: cursor.value[1] };
      const products = await listProducts(db, limit + 1, beyond);
      const page = products.slice(0, limit);
      const last = page.at(-1);
      return reply(200, {
        data: await productsJson(db, page),
        nextCursor: products.length > limit && last ? encodeCursor([last.listedAt, last.id]) : null,
      });
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
