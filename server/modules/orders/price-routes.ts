import type { WindowName } from "@amana/core/escrow";
import { mostDownloads } from "@amana/core/library";
import { STANDARD_TAXES } from "@amana/core/pricing";
import { ok, type Result } from "@amana/core/result";
import { days, minutes } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { type Sale, TaxJson, taxJson, termsOfSale } from "#modules/commission";
import { DEFAULT_DOWNLOADS } from "#modules/library";
import type { Queryable } from "#runtime/database";
import {
  anyone,
  defineRoute,
  IdOf,
  invalid,
  MoneyJson,
  moneyJson,
  nullable,
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

const WindowJson = strict(
  {
    minutes: Type.Integer({ minimum: 0 }),
    businessDays: Type.Boolean({ description: "Whether days off do not count." }),
  },
  { $id: "SaleWindow" },
);

const ConditionsJson = strict(
  {
    inspection: ref(WindowJson),
    acceptance: nullable(ref(WindowJson)),
    downloads: nullable(
      strict({
        perFile: Type.Integer(),
        days: nullable(Type.Integer({ description: "Null: for as long as one likes." })),
      }),
    ),
  },
  {
    $id: "SaleConditions",
    description:
      "How long the buyer may look before the seller is paid; how long the seller may take to accept work; how often and how long files can be downloaded.",
  },
);

const PriceJson = strict(
  {
    goods: ref(MoneyJson),
    tax: ref(MoneyJson),
    buyerFee: ref(MoneyJson),
    total: ref(MoneyJson),
    taxes: Type.Array(ref(TaxJson)),
    conditions: ref(ConditionsJson),
  },
  { $id: "Price", description: "What an order would cost the buyer, and what would hold for it, as of now." },
);

/** What an order would cost, before anybody orders. */
export const priceRoutes = ({ db, policy, taxes = STANDARD_TAXES, ...parts }: OrderParts): Route[] => [
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
        conditions: conditionsOf(item, { policy, ...parts }),
      });
    },
  }),
];

function conditionsOf(
  item: Wanted,
  { policy, downloads = DEFAULT_DOWNLOADS }: Pick<OrderParts, "policy" | "downloads">,
): Static<typeof ConditionsJson> {
  const window = (name: WindowName): Static<typeof WindowJson> => ({
    minutes: policy.windows[name] / minutes(1),
    businessDays: policy.calendar?.counts[name] === "business_days",
  });
  if ("service" in item)
    return { inspection: window("inspectionWork"), acceptance: window("dispatch"), downloads: null };
  const perFile = mostDownloads(downloads.perLicence, item.quantity);
  const open = downloads.opens === null ? null : downloads.opens / days(1);
  return { inspection: window("inspectionDigital"), acceptance: null, downloads: { perFile, days: open } };
}

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
