import type { OrderId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { Type } from "typebox";
import { advanceFrom, readDeal } from "#modules/escrow";
import { payFromWallet, readPayment, startPayment } from "#modules/payments";
import {
  defineRoute,
  expectedVersion,
  IdOf,
  line,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  type Scope,
  signedIn,
  strict,
  type UserPrincipal,
} from "#runtime/http";
import { COMMAND_PROBLEMS, notAVersion, problemOf } from "./command-problems.ts";
import { requestDispatch } from "./dispatch.ts";
import { type Found, findOrder } from "./find.ts";
import { orderJson, paymentJson } from "./json.ts";
import { begun, problemOfStart, returnUrlOf } from "./paying.ts";
import type { OrderParts } from "./routes.ts";
import { OrderJson, PaymentJson } from "./schemas.ts";
import { viewOrder } from "./view.ts";

const params = strict({ id: IdOf("order") });

/** What the parties may do with an order. */
export const orderCommandRoutes = (parts: OrderParts): Route[] => [
  pay(parts),
  payment(parts),
  cancel(parts),
  accept(parts),
  setStatus(parts),
  dispatch(parts),
  confirmDelivery(parts),
];

export type Asked = {
  readonly params: { readonly id: OrderId };
  readonly principal: UserPrincipal;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly idempotencyKey: string | null;
  readonly now: Instant;
};

/** Gives a command as the party that the caller is, once per idempotency key, and answers with the order as it is then. */
export async function give(parts: OrderParts, asked: Asked, name: string, note?: string) {
  const found = await findOrder(parts.db, asked.params.id, asked.principal);
  if (!found) return problem("NOT_FOUND");
  const expected = expectedVersion(asked.headers["if-match"]);
  if (!expected.ok) return notAVersion;
  const { order, role } = found;
  if (role === "staff") return problem("FORBIDDEN");
  const { idempotencyKey, now, principal } = asked;
  const key = idempotencyKey === null ? undefined : `${principal.id}:${name}:${idempotencyKey}`;
  const given = { actorId: principal.id, ...(key && { key }), ...(note && { note }) };
  const moved = await advanceFrom(parts.db, order.deal, { name, by: role, at: now }, now, given, expected.value);
  if (!moved.ok) return problemOf(moved.error);
  parts.wake();
  return reply(200, orderJson(await viewOrder(parts.db, order, role), parts.holder, now));
}

async function findForChange({ db }: OrderParts, { params, principal, headers }: Asked) {
  const found: Found | null = await findOrder(db, params.id, principal);
  if (!found) return problem("NOT_FOUND");
  const expected = expectedVersion(headers["if-match"]);
  if (!expected.ok) return notAVersion;
  if (expected.value !== null && (await readDeal(db, found.order.deal))?.revision !== expected.value)
    return problem("VERSION_CONFLICT");
  return { kind: "found" as const, ...found };
}

const cancel = (parts: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/cancel",
    operationId: "cancelOrder",
    summary: "Cancel before dispatch; what was paid goes back in full",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: strict({ reason: Type.Optional(line({ maxLength: 300 })) }),
    responses: { 200: ref(OrderJson) },
    problems: COMMAND_PROBLEMS,
    handle: (asked) => give(parts, asked, "cancel", asked.body.reason),
  });

const accept = (parts: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/accept",
    operationId: "acceptOrder",
    summary: "The seller confirms the order",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(OrderJson) },
    problems: COMMAND_PROBLEMS,
    handle: (asked) => give(parts, asked, "accept"),
  });

const setStatus = (parts: OrderParts): Route =>
  defineRoute({
    method: "PUT",
    path: "/orders/:id/status",
    operationId: "setOrderStatus",
    summary: "The seller's own steps before dispatch",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: strict({ status: oneOf(["processing", "ready_to_ship"]) }),
    responses: { 200: ref(OrderJson) },
    problems: COMMAND_PROBLEMS,
    handle: (asked) => give(parts, asked, asked.body.status === "processing" ? "start" : "ready"),
  });

const confirmDelivery = (parts: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/confirm-delivery",
    operationId: "confirmDelivery",
    summary: "The buyer has the goods: the money is released to the seller",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(OrderJson) },
    problems: COMMAND_PROBLEMS,
    handle: (asked) => give(parts, asked, "confirm_receipt"),
  });

const dispatch = (parts: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/dispatch",
    operationId: "dispatchOrder",
    summary: "The seller sends the parcel: the carrier is booked and the label made",
    description:
      "The order becomes `shipped` when the carrier has confirmed; the moment of this request decides whether dispatch was in time.",
    tag: "shipping",
    policy: signedIn("orders:write"),
    params,
    body: strict({ courier: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })) }),
    responses: { 202: ref(OrderJson) },
    problems: [...COMMAND_PROBLEMS, "INVALID_SHIPPING_ADDRESS"],
    async handle(asked) {
      const found = await findForChange(parts, asked);
      if (found.kind === "problem") return found;
      if (found.role !== "seller") return problem("FORBIDDEN");
      const requested = await requestDispatch(parts.db, found.order, asked.body.courier ?? null, asked.now);
      if (!requested.ok)
        return requested.error === "no_pickup_address"
          ? problem("INVALID_SHIPPING_ADDRESS", "Your shop has no pickup address.")
          : problemOf(requested.error);
      parts.wake();
      return reply(202, orderJson(await viewOrder(parts.db, found.order, found.role), parts.holder, asked.now));
    },
  });

const pay = (parts: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/payment",
    operationId: "startPayment",
    summary: "Begin to pay, or go on with the payment that is open",
    description:
      "While the gateway has not answered, the payment is `opening`: read it again. Only what the gateway itself reports counts as paid. With the method `wallet` the order is paid at once from the buyer's own balance.",
    tag: "payments",
    policy: signedIn("orders:write"),
    params,
    body: strict({ locale: Type.Optional(oneOf(["en", "ar"])), method: Type.Optional(oneOf(["gateway", "wallet"])) }),
    responses: { 201: ref(PaymentJson) },
    problems: [
      "NOT_FOUND",
      "FORBIDDEN",
      "TRANSITION_NOT_ALLOWED",
      "INSUFFICIENT_BALANCE",
      "INSUFFICIENT_SCOPE",
      "PAYMENT_CLOSING",
      "PAYMENT_GATEWAY_UNAVAILABLE",
    ],
    async handle({ params, principal, body, now }) {
      const found = await findOrder(parts.db, params.id, principal);
      const deal = found && (await readDeal(parts.db, found.order.deal));
      if (!deal) return problem("NOT_FOUND");
      if (found.role !== "buyer") return problem("FORBIDDEN");
      if (body.method === "wallet" && !mayUse(principal, "wallet:write")) return problem("INSUFFICIENT_SCOPE");
      const returnUrl = returnUrlOf(parts, params.id, body.locale);
      const started =
        body.method === "wallet"
          ? await payFromWallet(parts.db, deal, returnUrl, now)
          : await startPayment(parts.db, parts.gateways, deal, returnUrl, now);
      return started.ok ? reply(201, await begun(parts, started.value)) : problemOfStart(started.error);
    },
  });

/** What takes money out of the wallet needs the wallet's scope, whatever it pays for. */
const mayUse = ({ access }: UserPrincipal, scope: Scope): boolean =>
  access.kind === "session" || access.scopes.includes(scope);

const payment = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/payments/:id",
    operationId: "getPayment",
    summary: "One payment",
    tag: "payments",
    policy: signedIn("orders:read"),
    params: strict({ id: IdOf("payment") }),
    responses: { 200: ref(PaymentJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await readPayment(db, params.id);
      return found && found.buyer === principal.id ? reply(200, paymentJson(found)) : problem("NOT_FOUND");
    },
  });
