import type { Http, HttpAnswer, HttpRequest } from "../../support/http.ts";

type Order = { [field: string]: unknown; order_id: string; order_amount: number; order_status: string };
type Attempt = { [field: string]: unknown; payment_status: string };
type Refund = { [field: string]: unknown; refund_id: string; refund_amount: number; refund_status: string };
type Dispute = { [field: string]: unknown; dispute_type: string; dispute_status: string };
type Standing = {
  readonly order: Order;
  readonly attempts: Attempt[];
  readonly refunds: Refund[];
  readonly disputes: Dispute[];
};

type State = {
  readonly orders: Map<string, Standing>;
  readonly kept: Map<string, { readonly body: string; readonly answer: HttpAnswer }>;
  /** Said in place of the true status. */
  readonly words: { payment?: string; refund?: string; dispute?: string };
  serial: number;
};

/**
 * Cashfree's payment gateway as its documents describe it, in memory, for tests: written from the OpenAPI file of
 * 2025-01-01, not from the adapter.
 */
export function fakeCashfree({ clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string }) {
  const state: State = { orders: new Map(), kept: new Map(), words: {}, serial: 5_114_910_000_000 };
  const requests: HttpRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    const { headers } = request;
    const known = headers["x-client-id"] === clientId && headers["x-client-secret"] === clientSecret;
    if (!known) return refusal(401, "request_failed", "authentication_error");
    if (headers["x-api-version"] !== "2025-01-01") return refusal(400, "version_invalid");
    return onceAKey(state, request, headers["x-idempotency-key"]);
  };
  const attempt = (order: string, fields: Partial<Attempt>) => addAttempt(state, order, fields);
  const dispute = (order: string, type: string, rupees?: number) => addDispute(state, order, type, rupees);
  return { http, requests, attempt, dispute, orders: state.orders, words: state.words };
}

function onceAKey(state: State, request: HttpRequest, key: string | undefined): HttpAnswer {
  const body = JSON.stringify(request.body) ?? "";
  if (key === undefined) return route(state, request, body);
  const place = `${request.method} ${request.url} ${key}`;
  const before = state.kept.get(place);
  if (before) return before.body === body ? before.answer : refusal(422, "request_invalid", "idempotency_error");
  const answer = route(state, request, body);
  if (answer.status === 200) state.kept.set(place, { body, answer });
  return answer;
}

function route(state: State, { method, url }: HttpRequest, body: string): HttpAnswer {
  const [, , , id = "", part, refundId = ""] = new URL(url).pathname.split("/");
  const json = body === "" ? {} : JSON.parse(body);
  if (method === "POST" && id === "") return createOrder(state, json);
  const standing = state.orders.get(id);
  if (!standing) return refusal(404, "order_not_found");
  if (part === "payments") return yes(standing.attempts);
  if (part === "disputes") return yes(standing.disputes.map((dispute) => worded(state, dispute)));
  if (part === "refunds")
    return method === "POST" ? createRefund(state, standing, json) : readRefund(state, standing, refundId);
  if (method === "PATCH") return terminate(standing.order);
  return yes({
    ...standing.order,
    ...(state.words.payment === undefined ? {} : { order_status: state.words.payment }),
  });
}

function createOrder(state: State, json: Order): HttpAnswer {
  if (!/^[A-Za-z0-9_-]{3,45}$/.test(json.order_id)) return refusal(400, "order_id_invalid");
  if (json.order_amount < 1) return refusal(400, "order_amount_invalid");
  if (state.orders.has(json.order_id)) return refusal(409, "order_already_exists");
  state.serial += 1;
  const { serial } = state;
  const order = {
    ...json,
    cf_order_id: String(serial),
    entity: "order",
    order_status: "ACTIVE",
    payment_session_id: `session_${serial}`,
  };
  state.orders.set(json.order_id, { order, attempts: [], refunds: [], disputes: [] });
  return yes(order);
}

function terminate(order: Order): HttpAnswer {
  if (order.order_status !== "ACTIVE") return refusal(400, "order_not_active");
  order.order_status = "TERMINATED";
  return yes(order);
}

function createRefund(state: State, { order, refunds }: Standing, json: Refund): HttpAnswer {
  if (!/^[A-Za-z0-9]{3,40}$/.test(json.refund_id)) return refusal(400, "refund_id_invalid");
  if (refunds.some(({ refund_id }) => refund_id === json.refund_id)) return refusal(409, "refund_already_exists");
  const sent = refunds.reduce((sum, { refund_amount }) => sum + paise(refund_amount), 0);
  const left = order.order_status === "PAID" ? paise(order.order_amount) - sent : 0;
  if (paise(json.refund_amount) > left) return refusal(400, "refund_amount_invalid");
  state.serial += 1;
  const about = {
    cf_refund_id: String(state.serial),
    order_id: order.order_id,
    entity: "refund",
    refund_currency: "INR",
  };
  const refund: Refund = { ...json, ...about, refund_status: "PENDING" };
  refunds.push(refund);
  return yes(refund);
}

function readRefund({ words }: State, { refunds }: Standing, id: string): HttpAnswer {
  const refund = refunds.find(({ refund_id }) => refund_id === id);
  if (!refund) return refusal(404, "refund_not_found");
  return yes({ ...refund, ...(words.refund === undefined ? {} : { refund_status: words.refund }) });
}

/** An attempt as a buyer's browser makes it; fields given replace the usual ones. */
function addAttempt(state: State, orderId: string, fields: Partial<Attempt>): void {
  const standing = state.orders.get(orderId);
  if (!standing) throw new Error(`no order ${orderId}`);
  const { order, attempts } = standing;
  state.serial += 1;
  const attempt = {
    cf_payment_id: String(state.serial),
    order_id: orderId,
    entity: "payment",
    is_captured: true,
    order_amount: order.order_amount,
    payment_amount: order.order_amount,
    payment_currency: "INR",
    payment_group: "upi",
    payment_time: "2026-01-05T17:41:10+05:30",
    payment_completion_time: "2026-01-05T17:41:22+05:30",
    payment_status: "SUCCESS",
    ...fields,
  };
  attempts.push(attempt);
  if (attempt.payment_status === "SUCCESS") order.order_status = "PAID";
}

const worded = ({ words }: State, dispute: Dispute): Dispute =>
  words.dispute === undefined ? dispute : { ...dispute, dispute_status: words.dispute };

/** As the published example has it: the id a number, times without a zone. */
function addDispute(state: State, orderId: string, type: string, rupees?: number): void {
  const standing = state.orders.get(orderId);
  if (!standing) throw new Error(`no order ${orderId}`);
  state.serial += 1;
  standing.disputes.push({
    dispute_id: state.serial,
    dispute_type: type,
    dispute_status: `${type}_CREATED`,
    reason_code: "1401",
    reason_description: "Fraud Transaction",
    dispute_amount: rupees ?? standing.order.order_amount,
    dispute_amount_currency: "INR",
    created_at: "2026-01-18T11:26:58",
    respond_by: "2026-01-19T00:00:00",
    order_details: { order_id: orderId, order_currency: "INR", order_amount: standing.order.order_amount },
  });
}

const paise = (rupees: number): number => Number(rupees.toFixed(2).replace(".", ""));

/** What travels is text, so that numbers reach the adapter the way JSON carries them. */
const yes = (json: unknown): HttpAnswer => ({ status: 200, headers: {}, json: JSON.parse(JSON.stringify(json)) });

const refusal = (status: number, code: string, type = "invalid_request_error"): HttpAnswer => ({
  status,
  headers: {},
  json: { type, code, message: "words" },
});
