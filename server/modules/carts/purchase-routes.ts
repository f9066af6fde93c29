import type { Deal } from "@amana/core/escrow";
import { type OrderId, parseId, type UserId } from "@amana/core/ids";
import { add, zero } from "@amana/core/money";
import { STANDARD_TAXES } from "@amana/core/pricing";
import { at, type Instant } from "@amana/core/time";
import type { Static } from "typebox";
import { Type } from "typebox";
import { readDeal } from "#modules/escrow";
import { readUsers } from "#modules/identity";
import {
  begun,
  PaymentJson,
  paymentJson,
  problemOfStart,
  type SeveralRefusal,
  summariesOf,
  summaryJson,
} from "#modules/orders";
import { type Payment, paymentsOfDeal, startJointPayment } from "#modules/payments";
import type { Queryable } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  instantJson,
  invalid,
  list,
  moneyFrom,
  moneyJson,
  oneOf,
  PAGE,
  type ProblemAnswer,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { type CheckoutRefusal, checkOut } from "./checkout.ts";
import { listPurchases, type Purchase, type PurchaseId, readPurchase } from "./purchase-store.ts";
import { CheckoutJson, PurchaseJson, PurchaseSummaryJson } from "./schemas.ts";
import type { CartParts } from "./view.ts";

const params = strict({ id: IdOf("purchase") });

/** Buying a cart, and paying for all of it at once. */
export const purchaseRoutes = (parts: CartParts): Route[] => [checkout(parts), mine(parts), read(parts), pay(parts)];

const checkout = (parts: CartParts): Route =>
  defineRoute({
    method: "POST",
    path: "/cart/checkout",
    operationId: "checkOutCart",
    summary: "Buy what lies in my cart: one order for each seller, all of them or none",
    description:
      "All that lies in the cart of each seller who is named, in one currency; ten sellers at most. Prices come from the listings and the quotes; `expectedTotal` is what the buyer was shown. One Idempotency-Key buys once.",
    tag: "cart",
    policy: signedIn("orders:write"),
    body: CheckoutJson,
    responses: { 201: ref(PurchaseJson) },
    problems: [
      "LISTING_UNAVAILABLE",
      "OWN_LISTING",
      "INSUFFICIENT_INVENTORY",
      "QUOTE_EXPIRED",
      "CART_CHANGED",
      "PRICE_CHANGED",
      "SEVERAL_CURRENCIES",
    ],
    async handle({ body, principal, commandKey, now }) {
      const { db, policy, taxes = STANDARD_TAXES, wake } = parts;
      const { line2 = null, ...address } = body.shippingAddress;
      const sellers = body.sellers.map(({ sellerId, quoteId, courier }) => ({
        seller: sellerId,
        quote: quoteId,
        courier,
      }));
      if (new Set(sellers.map(({ seller }) => seller)).size < sellers.length)
        return invalid("sellers", "must name each seller once");
      const bought = await checkOut(
        db,
        { policy, taxes },
        {
          ...{ buyer: principal.id, address: { ...address, line2 }, sellers, key: commandKey },
          expected: moneyFrom(body.expectedTotal),
        },
        now,
      );
      if (!bought.ok) return problemOfCheckout(bought.error);
      wake();
      return reply(201, await purchaseJson(db, bought.value, now));
    },
  });

const Cursor = Type.Tuple([Type.Integer(), IdOf("purchase")]);
const MOST_ORDERS = 100;

const mine = ({ db }: CartParts): Route =>
  defineRoute({
    method: "GET",
    path: "/purchases",
    operationId: "listPurchases",
    summary: "What I have bought at once, the last first",
    tag: "cart",
    policy: signedIn("orders:read"),
    query: strict({
      ...PAGE,
      orders: Type.Optional(
        Type.String({
          maxLength: MOST_ORDERS * "ord_0199aa00c0de7000a000000000000042,".length,
          description: `Only those that one of these orders belongs to: the id of one, or of up to ${MOST_ORDERS} with commas.`,
        }),
      ),
    }),
    responses: { 200: list(ref(PurchaseSummaryJson)) },
    problems: [],
    async handle({ query, principal }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const having = ordersIn(query.orders);
      if (having === "unreadable") return invalid("orders", `must be up to ${MOST_ORDERS} ids of orders with commas`);
      const beyond = asked.after && { placedAt: at(asked.after[0]), id: asked.after[1] };
      const found = await listPurchases(db, { buyer: principal.id, having, limit: asked.rows }, beyond);
      const { page, nextCursor } = asked.cut(found, ({ placedAt, id }) => [placedAt, id]);
      return reply(200, { data: page.map(purchaseSummaryJson), nextCursor });
    },
  });

function ordersIn(text: string | undefined): OrderId[] | null | "unreadable" {
  if (text === undefined) return null;
  const ids = text.split(",").map((one) => parseId("order", one));
  const known = ids.filter((id) => id !== null);
  return known.length === ids.length && ids.length <= MOST_ORDERS ? known : "unreadable";
}

const purchaseSummaryJson = ({ id, placedAt, total, orders }: Purchase): Static<typeof PurchaseSummaryJson> => ({
  ...{ id, createdAt: instantJson(placedAt), total: moneyJson(total) },
  orderIds: orders.map(({ order }) => order),
});

const read = ({ db }: CartParts): Route =>
  defineRoute({
    method: "GET",
    path: "/purchases/:id",
    operationId: "getPurchase",
    summary: "What I have bought at once: its orders and the one payment",
    tag: "cart",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: ref(PurchaseJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal, now }) {
      const found = await findPurchase(db, params.id, principal.id);
      return found ? reply(200, await purchaseJson(db, found, now)) : problem("NOT_FOUND");
    },
  });

const pay = (parts: CartParts): Route =>
  defineRoute({
    method: "POST",
    path: "/purchases/:id/payment",
    operationId: "startPurchasePayment",
    summary: "Begin to pay all orders of a purchase that wait for payment, or go on with the payment that is open",
    description:
      "One payment covers them all. A payment that is open for other orders than these is closed first: until it is, the answer is PAYMENT_CLOSING.",
    tag: "payments",
    policy: signedIn("orders:write"),
    params,
    body: strict({ locale: Type.Optional(oneOf(["en", "ar"])) }),
    responses: { 201: ref(PaymentJson) },
    problems: [
      "NOT_FOUND",
      "TRANSITION_NOT_ALLOWED",
      "INSUFFICIENT_BALANCE",
      "PAYMENT_CLOSING",
      "PAYMENT_GATEWAY_UNAVAILABLE",
    ],
    async handle({ params, body, principal, now }) {
      const found = await findPurchase(parts.db, params.id, principal.id);
      if (!found) return problem("NOT_FOUND");
      // Where all of its orders are shown, and not the first of them.
      const returnUrl = `${parts.publicUrl}/${body.locale ?? "en"}/purchases/${found.id}`;
      const deals = await dealsOf(parts.db, found);
      const started = await startJointPayment(parts.db, parts.gateways, deals, returnUrl, now);
      // What is in the way may be just being closed.
      parts.wake();
      return started.ok ? reply(201, await begun(parts, started.value)) : problemOfStart(started.error);
    },
  });

/** A stranger's and a missing one are the same null. */
async function findPurchase(db: Queryable, id: PurchaseId, reader: UserId): Promise<Purchase | null> {
  const found = await readPurchase(db, id);
  return found?.buyer === reader ? found : null;
}

async function dealsOf(db: Queryable, { orders }: Purchase): Promise<Deal[]> {
  const deals: Deal[] = [];
  for (const { deal } of orders) {
    const found = await readDeal(db, deal);
    if (found) deals.push(found);
  }
  return deals;
}

async function purchaseJson(db: Queryable, purchase: Purchase, now: Instant): Promise<Static<typeof PurchaseJson>> {
  const summaries = await summariesOf(
    db,
    purchase.orders.map(({ order }) => order),
  );
  const names = await readUsers(
    db,
    summaries.map(({ seller }) => seller),
  );
  const waiting = (await dealsOf(db, purchase)).filter(
    ({ deadline }) => deadline?.kind === "payment" && now < deadline.dueAt,
  );
  const payment = await latestPayment(db, purchase);
  return {
    id: purchase.id,
    createdAt: instantJson(purchase.placedAt),
    total: moneyJson(purchase.total),
    due: moneyJson(waiting.map(({ total }) => total).reduce(add, zero(purchase.total.currency))),
    orders: summaries.map((summary) => summaryJson(summary, purchase.buyer, names)),
    payment: payment && paymentJson(payment),
    actions: waiting.length > 0 ? ["pay"] : [],
    now: instantJson(now),
  };
}

async function latestPayment(db: Queryable, { orders }: Purchase): Promise<Payment | null> {
  const payments: Payment[] = [];
  for (const { deal } of orders) payments.push(...(await paymentsOfDeal(db, deal)));
  return payments.sort((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1))[0] ?? null;
}

type CheckoutProblem =
  | "LISTING_UNAVAILABLE"
  | "OWN_LISTING"
  | "INSUFFICIENT_INVENTORY"
  | "QUOTE_EXPIRED"
  | "CART_CHANGED"
  | "PRICE_CHANGED"
  | "SEVERAL_CURRENCIES"
  | "VALIDATION_FAILED";

const PROBLEM_OF: Readonly<Record<SeveralRefusal["why"], Exclude<CheckoutProblem, "VALIDATION_FAILED">>> = {
  listing_unavailable: "LISTING_UNAVAILABLE",
  // What was chosen is gone, and there is something else to choose from.
  variant_not_named: "LISTING_UNAVAILABLE",
  no_such_package: "LISTING_UNAVAILABLE",
  more_than_can_be_paid: "LISTING_UNAVAILABLE",
  own_listing: "OWN_LISTING",
  insufficient_stock: "INSUFFICIENT_INVENTORY",
  quote_expired: "QUOTE_EXPIRED",
  quote_for_something_else: "CART_CHANGED",
  several_currencies: "SEVERAL_CURRENCIES",
};

function problemOfCheckout(refusal: CheckoutRefusal): ProblemAnswer<CheckoutProblem> {
  switch (refusal.why) {
    case "nothing_of_seller":
      return problem("CART_CHANGED", `Nothing of ${refusal.seller} lies in the cart.`);
    case "another_total":
      return problem("PRICE_CHANGED");
    default:
      return problem(PROBLEM_OF[refusal.why], saying(refusal));
  }
}

function saying({ line, seller }: Extract<CheckoutRefusal, { readonly line: unknown }>): string | undefined {
  if (line !== null) return `Line ${line} stands in the way; nothing was bought.`;
  return seller === null ? undefined : `What is of ${seller} stands in the way; nothing was bought.`;
}
