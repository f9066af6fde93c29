import { STANDARD_TAXES } from "@amana/core/pricing";
import { ok, type Result } from "@amana/core/result";
import { Type } from "typebox";
import { type Sale, TaxJson, taxJson, termsOfSale } from "#modules/commission";
import type { Queryable } from "#runtime/database";
import {
  anyone,
  defineRoute,
  IdOf,
  invalid,
  MoneyJson,
  moneyJson,
  problem,
  type Route,
  ref,
  reply,
  strict,
} from "#runtime/http";
import { itemOf, WANTED, type Wanted } from "./order-wish.ts";
import { digitalSaleOf, offeredDigital } from "./place-digital.ts";
import type { PlaceRefusal } from "./place-order.ts";
import { offeredService, serviceSaleOf } from "./place-service.ts";
import type { OrderParts } from "./routes.ts";

const PriceJson = strict(
  {
    goods: ref(MoneyJson),
    tax: ref(MoneyJson),
    buyerFee: ref(MoneyJson),
    total: ref(MoneyJson),
    taxes: Type.Array(ref(TaxJson)),
  },
  { $id: "Price", description: "What an order would cost the buyer, as of now." },
);

/** What an order would cost, before anybody orders. */
export const priceRoutes = ({ db, policy, taxes = STANDARD_TAXES }: OrderParts): Route[] => [
  defineRoute({
    method: "GET",
    path: "/prices",
    operationId: "getPrice",
    summary: "What an order of files or of a service would cost the buyer, tax and fees with it",
    description: "For what travels, `/shipping/rates` says it with the shipping.",
    tag: "orders",
    policy: anyone(),
    query: strict({ ...WANTED, variantId: Type.Optional(IdOf("variant")) }),
    responses: { 200: ref(PriceJson) },
    problems: ["LISTING_UNAVAILABLE"],
    async handle({ query, now }) {
      const item = itemOf(query, "");
      if ("code" in item) return item;
      const sale = await saleOf(db, item);
      if (!sale.ok) return problemOf(sale.error);
      const { terms, taxes: lines } = await termsOfSale(db, sale.value, { policy, taxes }, now);
      return reply(200, {
        ...{ goods: moneyJson(terms.goods), tax: moneyJson(terms.tax), buyerFee: moneyJson(terms.buyerFee) },
        ...{ total: moneyJson(terms.total), taxes: lines.map(taxJson) },
      });
    },
  }),
];

async function saleOf(db: Queryable, item: Wanted): Promise<Result<Sale, PlaceRefusal>> {
  if ("service" in item) {
    const offer = await offeredService(db, item);
    return offer.ok ? ok(serviceSaleOf(offer.value, item.quantity)) : offer;
  }
  const offer = await offeredDigital(db, item);
  return offer.ok ? ok(digitalSaleOf(offer.value, item.quantity)) : offer;
}

function problemOf(refusal: PlaceRefusal) {
  if (refusal === "variant_not_named")
    return invalid("variantId", "is missing: there are several variants to choose from");
  if (refusal === "no_such_package") return invalid("package", "is not one of this service's");
  if (refusal === "more_than_can_be_paid") return invalid("quantity", "comes to more than can be paid");
  return problem("LISTING_UNAVAILABLE");
}
