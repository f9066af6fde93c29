import { type OrderStatus, type Policy, processOf, stateOf } from "@amana/core/escrow";
import type { PostingKind } from "@amana/core/ledger";
import type { Money } from "@amana/core/money";
import type { TaxTable } from "@amana/core/pricing";
import { eventsOf } from "#modules/escrow";
import { postingsOfDeal } from "#modules/ledger";
import type { DownloadRules } from "#modules/library";
import type { Gateways } from "#modules/payments";
import { DealStatementJson, statementOfDeal } from "#modules/seals";
import { scansOf, shipmentOfOrder } from "#modules/shipping";
import type { Carrier } from "#ports/carrier";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  instantJson,
  invalid,
  moneyJson,
  nothing,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { findOrder } from "./find.ts";
import { orderJson } from "./json.ts";
import { OrderWish, placeWish } from "./order-wish.ts";
import type { PlaceRefusal } from "./place-order.ts";
import { OrderJson, StatementJson, TimelineJson, TrackingJson } from "./schemas.ts";
import { type Role, viewOrder } from "./view.ts";

/** What the routes of this module are made of. */
export type OrderParts = {
  readonly db: Database;
  readonly policy: Policy;
  /** Absent: the standard rates. */
  readonly taxes?: TaxTable;
  /** How often and for how long files that are bought can be downloaded; absent: `DEFAULT_DOWNLOADS`. */
  readonly downloads?: DownloadRules;
  readonly gateways: Gateways;
  readonly carriers: readonly Carrier[];
  /** Who holds the money, as people are told. */
  readonly holder: string;
  readonly publicUrl: string;
  /** Rouses the worker after work has been added. */
  readonly wake: () => void;
};

const params = strict({ id: IdOf("order") });

/** Placing, listing and reading orders. */
export const orderRoutes = (parts: OrderParts): Route[] => [
  place(parts),
  read(parts),
  timeline(parts),
  tracking(parts),
  label(parts),
  statement(parts),
  statementProof(parts),
];

const place = (parts: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders",
    operationId: "placeOrder",
    summary: "Place an order",
    description:
      "Price, shipping and total come from the listing and, for what travels, from the quote. One Idempotency-Key places one order.",
    tag: "orders",
    policy: signedIn("orders:write"),
    body: OrderWish,
    responses: { 201: ref(OrderJson) },
    problems: [
      "LISTING_UNAVAILABLE",
      "OWN_LISTING",
      "INSUFFICIENT_INVENTORY",
      "QUOTE_EXPIRED",
      "INVALID_SHIPPING_ADDRESS",
    ],
    async handle({ body, principal, commandKey, now }) {
      const placed = await placeWish(parts, { buyer: principal.id, key: commandKey }, body, now);
      if ("kind" in placed) return placed;
      if (!placed.ok) return problemOfPlacing(placed.error);
      parts.wake();
      return reply(201, orderJson(await viewOrder(parts.db, placed.value, "buyer"), parts.holder, now));
    },
  });

export function problemOfPlacing(refusal: PlaceRefusal) {
  switch (refusal) {
    case "listing_unavailable":
      return problem("LISTING_UNAVAILABLE");
    case "variant_not_named":
      return invalid("items.0.variantId", "is missing: there are several variants to choose from");
    case "no_such_package":
      return invalid("items.0.package", "is not one of this service's");
    case "more_than_can_be_paid":
      return invalid("items.0.quantity", "comes to more than can be paid");
    case "own_listing":
      return problem("OWN_LISTING", "This is your own listing, or one of your company's.");
    case "insufficient_stock":
      return problem("INSUFFICIENT_INVENTORY");
    case "quote_expired":
      return problem("QUOTE_EXPIRED");
    case "quote_for_something_else":
      return problem(
        "INVALID_SHIPPING_ADDRESS",
        "The quote is for another product, quantity, postcode or courier: ask for rates again.",
      );
    default:
      return refusal satisfies never;
  }
}

const read = ({ db, holder }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id",
    operationId: "getOrder",
    summary: "One order: where the money is, what happens next, what may be done",
    tag: "orders",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: ref(OrderJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal, now }) {
      const found = await findOrder(db, params.id, principal);
      return found
        ? reply(200, orderJson(await viewOrder(db, found.order, found.role), holder, now))
        : problem("NOT_FOUND");
    },
  });

const timeline = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/timeline",
    operationId: "getOrderTimeline",
    summary: "Everything that has happened to an order, with actor and time",
    tag: "orders",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: TimelineJson },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await findOrder(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const { deal } = await viewOrder(db, found.order, found.role);
      const process = processOf(deal.process, deal.processVersion);
      const status = (state: string): OrderStatus => stateOf(process, state).status;
      const events = await eventsOf(db, found.order.deal);
      return reply(200, {
        data: events.map(({ seq, command, actor, from, to, reason, recordedAt }) => ({
          seq,
          at: instantJson(recordedAt),
          command,
          from: from === null ? null : status(from),
          to: status(to),
          actor,
          reason,
        })),
      });
    },
  });

const tracking = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/tracking",
    operationId: "getOrderTracking",
    summary: "Every scan of the parcel, oldest first",
    tag: "shipping",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: TrackingJson },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await findOrder(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const shipment = await shipmentOfOrder(db, found.order.id);
      const scans = shipment ? await scansOf(db, shipment.id) : [];
      return reply(200, {
        data: scans.map(({ state, text, location, scannedAt }) => ({
          state,
          text,
          location,
          scannedAt: instantJson(scannedAt),
        })),
      });
    },
  });

const label = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/label",
    operationId: "getOrderLabel",
    summary: "The parcel's label to print, at the carrier's",
    description: "For the seller. The carrier's link may expire, so it is handed on and never kept by a cache.",
    tag: "shipping",
    policy: signedIn("orders:read"),
    params,
    responses: { 302: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await findOrder(db, params.id, principal);
      const shipment = found?.role === "seller" ? await shipmentOfOrder(db, found.order.id) : null;
      return shipment?.labelUrl ? reply(302, null, { location: shipment.labelUrl }) : problem("NOT_FOUND");
    },
  });

/** Accounts are named by their kind alone, and the buyer does not see when the seller was paid by his bank. */
const statement = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/statement",
    operationId: "getOrderStatement",
    summary: "The ledger's postings of this order",
    tag: "orders",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: StatementJson },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await findOrder(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const postings = await postingsOfDeal(db, found.order.deal);
      const data = postings.filter(shownTo(found.role)).map(({ id, kind, at: postedAt, entries }) => ({
        id,
        kind,
        at: instantJson(postedAt),
        entries: entries.map(({ account, amount }) => ({
          account: account.split(":")[0] ?? account,
          amount: moneyJson(amount),
        })),
      }));
      return reply(200, { data, balanced: postings.every(balanced), deal: found.order.deal });
    },
  });

const statementProof = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/statement/proof",
    operationId: "getOrderStatementProof",
    summary: "The same postings, each bound to a signed block",
    description: "`ledger check-statement` and the order's page check it without asking us again.",
    tag: "orders",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: DealStatementJson },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await findOrder(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      return reply(200, await statementOfDeal(db, found.order.deal, shownTo(found.role)));
    },
  });

/** What concerns the buyer; what the seller then does with the money does not. */
const BUYERS_OWN: readonly PostingKind[] = [
  ...(["fund", "fund_from_wallet", "release", "refund", "settle", "chargeback"] as const),
  ...(["refund_confirmed", "refund_to_wallet", "unmatched", "unmatched_refund"] as const),
];

const shownTo =
  (role: Role) =>
  ({ kind }: { readonly kind: string }): boolean =>
    role !== "buyer" || BUYERS_OWN.some((own) => own === kind);

const balanced = ({ entries }: { readonly entries: readonly { readonly amount: Money }[] }): boolean =>
  entries.reduce((sum, { amount }) => sum + amount.minor, 0n) === 0n;
