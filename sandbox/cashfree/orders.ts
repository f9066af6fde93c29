import { randomBytes } from "node:crypto";
import type { Answer, Call } from "../call.ts";
import { istIso } from "../india-time.ts";
import { asObject, asText, at, isObject, paiseOf, rupees } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { invalid, isAnswer, missing, wrong } from "./errors.ts";
import type { Order } from "./records.ts";

const DEFAULT_LIFE_MS = 30 * 24 * 60 * 60 * 1000;
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;

/** POST /orders */
export function createOrder(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const objection = objectionTo(body, sandbox.clock.now());
  if (objection) return objection;
  const { state } = sandbox.store;
  const number = sandbox.store.next();
  const orderId = asText(body.order_id) ?? `order_${number}`;
  if (state.orders.has(orderId)) {
    return invalid("order_already_exists", "order with same id is already present", 409);
  }
  const order = newOrder(sandbox, body, orderId, number);
  state.orders.set(orderId, order);
  sandbox.clock.schedule(order.expiresAt, { kind: "order_expiry", orderId });
  return { status: 200, body: orderEntity(sandbox, order) };
}

/** GET /orders/{order_id} */
export function getOrder(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  return isAnswer(order) ? order : { status: 200, body: orderEntity(sandbox, order) };
}

/** PATCH /orders/{order_id}: the answer tells whether the order was really terminated. */
export function terminateOrder(sandbox: Sandbox, call: Call): Answer {
  const order = findOrder(sandbox, call);
  if (isAnswer(order)) return order;
  const wanted = at(call.body, "order_status");
  if (wanted === undefined) return missing("order_status");
  if (wanted !== "TERMINATED") return wrong("order_status", "should be TERMINATED. Value received: other");
  if (statusOf(sandbox, order) === "ACTIVE") {
    const inFlight = [...sandbox.store.state.payments.values()].some(
      (payment) => payment.orderId === order.orderId && payment.status === "PENDING",
    );
    order.status = inFlight ? "TERMINATION_REQUESTED" : "TERMINATED";
  }
  return { status: 200, body: orderEntity(sandbox, order) };
}

/** The order named in the path, or the 404 that says it is unknown. */
export function findOrder(sandbox: Sandbox, call: Call): Order | Answer {
  const order = sandbox.store.state.orders.get(call.params.order_id ?? "");
  return order ?? invalid("order_not_found", "Order Reference Id does not exist", 404);
}

/** The status as of now: an order past its expiry is EXPIRED even before the timer has run. */
export const statusOf = (sandbox: Sandbox, order: Order): Order["status"] =>
  order.status === "ACTIVE" && sandbox.clock.now() >= order.expiresAt ? "EXPIRED" : order.status;

export function expireOrder(sandbox: Sandbox, orderId: string): void {
  const order = sandbox.store.state.orders.get(orderId);
  if (order) order.status = statusOf(sandbox, order);
}

export const orderEntity = (sandbox: Sandbox, order: Order): object => ({
  cart_details: null,
  cf_order_id: order.cfOrderId,
  created_at: istIso(order.createdAt),
  customer_details: {
    customer_id: order.customer.id,
    customer_name: order.customer.name,
    customer_email: order.customer.email,
    customer_phone: order.customer.phone,
    customer_uid: null,
  },
  entity: "order",
  order_amount: rupees(order.paise),
  order_currency: order.currency,
  order_expiry_time: istIso(order.expiresAt),
  order_id: order.orderId,
  order_meta: { return_url: order.returnUrl, notify_url: order.notifyUrl, payment_methods: order.paymentMethods },
  order_note: order.note,
  order_splits: [],
  order_status: statusOf(sandbox, order),
  order_tags: order.tags,
  payment_session_id: order.sessionId,
  products: null,
  terminal_data: null,
});

function newOrder(sandbox: Sandbox, body: object, orderId: string, number: number): Order {
  const now = sandbox.clock.now();
  const expiry = asText(at(body, "order_expiry_time"));
  const text = (path: string) => asText(at(body, path)) ?? null;
  const tags = at(body, "order_tags");
  return {
    orderId,
    cfOrderId: String(2_149_460_000 + number),
    sessionId: `session_${randomBytes(48).toString("base64url")}`,
    paise: paiseOf(at(body, "order_amount")) ?? 0,
    currency: text("order_currency") ?? "INR",
    customer: {
      id: text("customer_details.customer_id") ?? "",
      phone: text("customer_details.customer_phone") ?? "",
      email: text("customer_details.customer_email"),
      name: text("customer_details.customer_name"),
    },
    returnUrl: text("order_meta.return_url"),
    notifyUrl: text("order_meta.notify_url"),
    paymentMethods: text("order_meta.payment_methods"),
    note: text("order_note"),
    tags: isObject(tags) ? Object.fromEntries(Object.entries(tags).map(([key, tag]) => [key, String(tag)])) : null,
    createdAt: now,
    expiresAt: expiry === undefined ? now + DEFAULT_LIFE_MS : Date.parse(expiry),
    status: "ACTIVE",
  };
}

type Rule = {
  readonly field: string;
  readonly required?: boolean;
  readonly ok: (value: unknown) => boolean;
  readonly why: string;
};

const textOf =
  (min: number, max: number, pattern = /^[\s\S]*$/) =>
  (value: unknown): boolean =>
    typeof value === "string" && value.length >= min && value.length <= max && pattern.test(value);

const RULES: readonly Rule[] = [
  { field: "order_id", ok: textOf(3, 45, /^[A-Za-z0-9_-]+$/), why: "should be 3 to 45 letters, digits, _ or -." },
  {
    field: "order_amount",
    required: true,
    ok: (value) => (paiseOf(value) ?? 0) >= 100,
    why: "should be at least 1, with 2 decimals.",
  },
  { field: "order_currency", required: true, ok: (value) => value === "INR", why: "should be a supported currency." },
  { field: "customer_details", required: true, ok: isObject, why: "should be an object." },
  {
    field: "customer_details.customer_id",
    required: true,
    ok: textOf(3, 50, /^[A-Za-z0-9_-]+$/),
    why: "should be 3 to 50 alphanumeric characters.",
  },
  {
    field: "customer_details.customer_phone",
    required: true,
    ok: textOf(8, 16, /^(\d{10}|\+\d{7,15})$/),
    why: "should be 10 digits, or start with + for foreign numbers.",
  },
  {
    field: "customer_details.customer_email",
    ok: textOf(3, 100, /^[^@\s]+@[^@\s]+$/),
    why: "should be a valid email.",
  },
  { field: "customer_details.customer_name", ok: textOf(3, 100), why: "should be 3 to 100 characters." },
  {
    field: "order_meta.return_url",
    ok: textOf(1, 250, /^https?:\/\/\S+$/),
    why: "should be a URL of at most 250 characters.",
  },
  {
    field: "order_meta.notify_url",
    ok: (value) => textOf(1, 250, /^https:\/\/\S+$/)(value) || textOf(1, 250, LOOPBACK)(value),
    why: "should be an https URL of at most 250 characters.",
  },
  { field: "order_note", ok: textOf(3, 200), why: "should be 3 to 200 characters." },
  { field: "order_tags", ok: validTags, why: "should hold at most 10 texts." },
];

function validTags(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length <= 10 && Object.values(value).every(textOf(1, 255));
}

function objectionTo(body: object, now: number): Answer | undefined {
  for (const rule of RULES) {
    const objection = broken(rule, at(body, rule.field));
    if (objection) return objection;
  }
  const expiry = at(body, "order_expiry_time") ?? undefined;
  if (expiry === undefined || isFutureInstant(expiry, now)) return undefined;
  return wrong("order_expiry_time", "should be ISO 8601 and in the future.");
}

function broken({ field, required, ok, why }: Rule, value: unknown): Answer | undefined {
  if (value === undefined || value === null) return required ? missing(field) : undefined;
  return ok(value) ? undefined : wrong(field, why);
}

const isFutureInstant = (value: unknown, now: number): boolean =>
  typeof value === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  Date.parse(value) > now;
