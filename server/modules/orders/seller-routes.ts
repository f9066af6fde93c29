import type { ProductId } from "@amana/core/ids";
import { hours } from "@amana/core/time";
import { Type } from "typebox";
import { readProduct } from "#modules/catalog";
import { readUser, readUsers } from "#modules/identity";
import { isOneOfOrColleague } from "#modules/organizations";
import { type Payout, type PayoutState, payoutsOf } from "#modules/payouts";
import type { Database } from "#runtime/database";
import {
  anyone,
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  moneyJson,
  oneOf,
  Postcode,
  problem,
  Quantity,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import type { Goods } from "./goods.ts";
import { quoteJson, summaryJson } from "./json.ts";
import { awaitingRelease, countsOf, pendingOf } from "./lists.ts";
import { type QuoteRefusal, quoteGoods } from "./quote-goods.ts";
import type { OrderParts } from "./routes.ts";
import { QuoteJson, SellerPayoutJson, SummaryJson } from "./schemas.ts";
import { type Order, ordersOfDeals } from "./store.ts";

const MOST = 200;

/** What sellers see of their orders, and what sending costs. */
export const sellerRoutes = (parts: OrderParts): Route[] => [
  rates(parts),
  pending(parts),
  counts(parts),
  payouts(parts),
];

const rates = (parts: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/shipping/rates",
    operationId: "getShippingRates",
    summary: "What sending a product to a postcode costs, as a quote to order at",
    tag: "shipping",
    policy: anyone(),
    query: strict({
      ...{ productId: IdOf("product"), quantity: Quantity, postcode: Postcode },
      variantId: Type.Optional(IdOf("variant")),
    }),
    responses: { 200: ref(QuoteJson) },
    problems: ["NOT_FOUND", "OWN_LISTING", "SHIPPING_NOT_AVAILABLE", "CARRIER_UNAVAILABLE"],
    async handle({ query, principal, now }) {
      const goods = await offerOf(parts.db, query);
      if (!goods) return problem("NOT_FOUND");
      if (principal.kind === "user" && (await isOneOfOrColleague(parts.db, principal.id, [goods.product.seller])))
        return problem("OWN_LISTING", "This is your own listing, or one of your company's.");
      const quoted = await quoteGoods(parts, [goods], query.postcode, now);
      return quoted.ok
        ? reply(200, quoteJson(quoted.value.quote, quoted.value.terms))
        : problem(PROBLEM_OF_QUOTE[quoted.error]);
    },
  });

const PROBLEM_OF_QUOTE = {
  nothing_to_fetch: "NOT_FOUND",
  no_carrier: "CARRIER_UNAVAILABLE",
  not_shipped_there: "SHIPPING_NOT_AVAILABLE",
} as const satisfies Record<QuoteRefusal, string>;

/** What is for sale; null where there is no such thing. */
async function offerOf(
  db: Database,
  asked: { readonly productId: ProductId; readonly variantId?: string; readonly quantity: number },
): Promise<Goods | null> {
  const product = await readProduct(db, asked.productId);
  const seller = product?.active ? await readUser(db, product.seller) : null;
  if (!product || !seller?.pickupAddress) return null;
  const variant = product.variants.find(({ id }) => id === asked.variantId) ?? null;
  return asked.variantId !== undefined && !variant ? null : { product, variant, quantity: asked.quantity };
}

const Urgent = strict(
  { ...SummaryJson.properties, dueAt: InstantJson, urgency: oneOf(["overdue", "critical", "soon", "calm"]) },
  { $id: "PendingOrder" },
);

const pending = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/seller/orders/pending",
    operationId: "listPendingOrders",
    summary: "What I have to send, and services that wait for me to accept them, the most urgent first",
    tag: "seller",
    policy: signedIn("orders:read"),
    responses: { 200: strict({ data: Type.Array(ref(Urgent)) }) },
    problems: [],
    async handle({ principal, now }) {
      const orders = await pendingOf(db, principal.id, MOST);
      const names = await readUsers(
        db,
        orders.map(({ buyer }) => buyer),
      );
      return reply(200, {
        data: orders.map((order) => {
          const dueAt = order.deadline?.dueAt ?? now;
          return {
            ...summaryJson(order, principal.id, names),
            dueAt: instantJson(dueAt),
            urgency: urgencyOf(dueAt - now),
          };
        }),
      });
    },
  });

const counts = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/seller/orders/counts",
    operationId: "countSellerOrders",
    summary: "How many of the orders that I was given are in each state",
    tag: "seller",
    policy: signedIn("orders:read"),
    responses: { 200: strict({ data: Type.Array(CountJson) }) },
    problems: [],
    async handle({ principal }) {
      return reply(200, { data: await countsOf(db, principal.id) });
    },
  });

const CountJson = strict({ status: SummaryJson.properties.status, count: Type.Integer({ minimum: 1 }) });

function urgencyOf(left: number): "overdue" | "critical" | "soon" | "calm" {
  if (left <= 0) return "overdue";
  if (left < hours(12)) return "critical";
  return left < hours(24) ? "soon" : "calm";
}

const STATES = {
  pending: ["waiting_for_bank_account", "withheld"],
  in_flight: ["requested", "pending"],
  paid: ["paid", "failed", "returned"],
} as const satisfies Record<string, readonly PayoutState[]>;

const payouts = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/seller/payouts",
    operationId: "listSellerPayouts",
    summary: "What I am paid: still held, on its way, paid",
    tag: "seller",
    policy: signedIn("wallet:read"),
    query: strict({ state: Type.Optional(oneOf(["pending", "in_flight", "paid"])) }),
    responses: { 200: strict({ data: Type.Array(ref(SellerPayoutJson)) }) },
    problems: [],
    async handle({ query, principal }) {
      const state = query.state ?? "pending";
      const held = state === "pending" ? await awaitingRelease(db, principal.id, MOST) : [];
      const payouts = await payoutsOf(db, principal.id, STATES[state], MOST);
      const orders = await ordersOfDeals(
        db,
        payouts.flatMap(({ deal }) => deal ?? []),
      );
      const waiting = held.map((order) => ({
        id: null,
        orderId: order.id,
        orderNumber: order.number,
        amount: moneyJson(order.sellerReceives),
        status: "held" as const,
        dueAt: order.deadline && instantJson(order.deadline.dueAt),
        bankReference: null,
      }));
      const made = payouts.flatMap((payout) => {
        const order = payout.deal && orders.get(payout.deal);
        return order ? [payoutJson(payout, order)] : [];
      });
      return reply(200, { data: [...waiting, ...made] });
    },
  });

const payoutJson = (payout: Payout, order: Pick<Order, "id" | "number">) => ({
  id: payout.id,
  orderId: order.id,
  orderNumber: order.number,
  amount: moneyJson(payout.amount),
  status: payout.state,
  dueAt: null,
  bankReference: payout.bankReference,
});
