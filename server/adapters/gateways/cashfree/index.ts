import { equal } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import { hours } from "@amana/core/time";
import type { CallRefusal } from "#ports/call";
import type {
  DisputeReport,
  OpenedPayment,
  OpenPayment,
  PaymentGateway,
  PaymentReport,
  RefundReport,
  RefundRequest,
} from "#ports/payment-gateway";
import { objectionTo } from "../../support/decimal.ts";
import { decode, unreadable } from "../../support/decode.ts";
import type { Http, HttpAnswer, HttpRequest } from "../../support/http.ts";
import { digestOf, openSigned, requireSecrets } from "../../support/signatures.ts";
import { disputeReports } from "./disputes.ts";
import * as messages from "./messages.ts";
import { refusalOf, saysAlreadyThere } from "./refusals.ts";
import { hintOf } from "./webhook.ts";

export type CashfreeConfig = {
  /** With the product's path: `https://sandbox.cashfree.com/pg` or `https://api.cashfree.com/pg`. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Secrets that still sign webhooks while keys rotate: Cashfree signs with the oldest one that is active. */
  readonly previousSecrets: readonly string[];
  /** The browser script, `https://sdk.cashfree.com/js/v3/cashfree.js`. */
  readonly scriptUrl: string;
  readonly mode: "sandbox" | "production";
  /** How old or early a webhook's timestamp may be; 300 when absent. */
  readonly webhookToleranceSeconds?: number;
};

type Call = (method: HttpRequest["method"], path: string, key?: string, body?: unknown) => Promise<HttpAnswer>;

const CURRENCIES = ["INR"] as const;

/** Cashfree Payments, payment gateway, interface version 2025-01-01 (its OpenAPI file). Throws when a secret is empty. */
export function cashfree(config: CashfreeConfig, http: Http): PaymentGateway {
  const secrets = requireSecrets("cashfree", [config.clientSecret, ...config.previousSecrets]);
  const call = caller(config, http);
  const look = (payment: string) => lookAt(call, payment);
  const rule = {
    signatureHeader: "x-webhook-signature",
    timestampHeader: "x-webhook-timestamp",
    secrets,
    toleranceSeconds: config.webhookToleranceSeconds ?? 300,
  };

  return {
    name: "cashfree",
    title: "Cashfree",
    currencies: CURRENCIES,
    methods: ["card", "upi", "netbanking", "wallet"],
    look,
    open: (request) => open(call, config, request),
    close: (payment) => close(call, payment),
    refund: (request) => refund(call, request),
    lookRefund: (payment, id) => lookRefund(call, payment, id),
    lookDisputes: (payment) => lookDisputes(call, payment),
    remembersFor: hours(24),

    readWebhook(webhook, now) {
      const event = openSigned(webhook, rule, now);
      if (!event.ok) return event;
      const hint = hintOf(event.value, digestOf(webhook.body));
      return hint ? ok(hint) : refuse("unreadable");
    },
  };
}

function caller({ baseUrl, clientId, clientSecret }: CashfreeConfig, http: Http): Call {
  const headers = { "x-client-id": clientId, "x-client-secret": clientSecret, "x-api-version": "2025-01-01" };
  return (method, path, key, body) =>
    http({
      method,
      url: `${baseUrl}${path}`,
      headers: key === undefined ? headers : { ...headers, "x-idempotency-key": key },
      ...(body === undefined ? {} : { body }),
    });
}

async function open(
  call: Call,
  config: CashfreeConfig,
  request: OpenPayment,
): Promise<Result<OpenedPayment, CallRefusal>> {
  const objection = objectionTo(request.amount, CURRENCIES);
  if (objection) return refuse({ kind: "declined", code: objection, detail: request.payment });

  const key = messages.idempotencyKey(request.payment);
  const answer = await call("POST", "/orders", key, messages.newOrder(request));
  const opened =
    answer.status === 200 ? openedPayment(answer.json, config, request) : refuse(refusalOf(answer, "write"));
  if (opened.ok || (opened.error.kind !== "outcome_unknown" && !saysAlreadyThere(answer))) return opened;

  const found = await call("GET", orderPath(request.payment));
  return found.status === 200
    ? openedPayment(found.json, config, request)
    : refuse(afterLooking(answer, refusalOf(found, "read").kind === "not_found"));
}

/** The payment that stands under our id, when it is the one that was asked for. */
function openedPayment(
  json: unknown,
  { scriptUrl, mode }: CashfreeConfig,
  request: OpenPayment,
): Result<OpenedPayment, CallRefusal> {
  const order = decode(messages.TheirOrder, json);
  if (!order.ok) return order;
  const amount = messages.orderAmount(order.value);
  if (order.value.order_id !== request.payment) return unreadable("order_id");
  if (!amount) return unreadable("order_amount");
  if (!equal(amount, request.amount)) return reused(request.payment);
  if (messages.isClosed(order.value))
    return refuse({ kind: "declined", code: "payment_closed", detail: request.payment });
  const session = order.value.payment_session_id;
  if (!session) return unreadable("payment_session_id");
  return ok({ reference: String(order.value.cf_order_id), next: { kind: "script", src: scriptUrl, session, mode } });
}

/** The order is read before its attempts, so that an order seen as ended cannot hide a later capture. */
async function lookAt(call: Call, payment: string): Promise<Result<PaymentReport, CallRefusal>> {
  const answer = await call("GET", orderPath(payment));
  if (answer.status !== 200) return refuse(refusalOf(answer, "read"));
  const order = decode(messages.TheirOrder, answer.json);
  if (!order.ok) return order;
  if (order.value.order_id !== payment) return unreadable("order_id");

  const list = await call("GET", `${orderPath(payment)}/payments`);
  if (list.status !== 200) return refuse(refusalOf(list, "read"));
  const attempts = decode(messages.TheirAttempts, list.json);
  return attempts.ok ? messages.paymentReport(order.value, attempts.value) : attempts;
}

/** Without an idempotency key: a stored answer "termination requested" would be repeated after the end has come. */
async function close(call: Call, payment: string): Promise<Result<PaymentReport, CallRefusal>> {
  const answer = await call("PATCH", orderPath(payment), undefined, { order_status: "TERMINATED" });
  if (answer.status === 200) return lookAt(call, payment);
  const refusal = refusalOf(answer, "write");
  if (refusal.kind !== "declined" && refusal.kind !== "outcome_unknown") return refuse(refusal);
  const report = await lookAt(call, payment);
  return report.ok && report.value.status !== "open" ? report : refuse(refusal);
}

async function refund(call: Call, request: RefundRequest): Promise<Result<RefundReport, CallRefusal>> {
  const objection = objectionTo(request.amount, CURRENCIES);
  if (objection) return refuse({ kind: "declined", code: objection, detail: request.refund });

  const key = messages.idempotencyKey(request.refund);
  const answer = await call("POST", `${orderPath(request.payment)}/refunds`, key, messages.newRefund(request));
  if (answer.status === 200)
    return sameRefund(messages.refundReport(answer.json, request.payment, request.refund), request);

  if (!saysAlreadyThere(answer)) return refuse(refusalOf(answer, "write"));
  const found = await lookRefund(call, request.payment, request.refund);
  return found.ok ? sameRefund(found, request) : refuse(afterLooking(answer, found.error.kind === "not_found"));
}

function sameRefund(
  report: Result<RefundReport, CallRefusal>,
  request: RefundRequest,
): Result<RefundReport, CallRefusal> {
  return !report.ok || equal(report.value.amount, request.amount) ? report : reused(request.refund);
}

async function lookRefund(call: Call, payment: string, id: string): Promise<Result<RefundReport, CallRefusal>> {
  const answer = await call("GET", `${orderPath(payment)}/refunds/${encodeURIComponent(messages.theirRefundId(id))}`);
  return answer.status === 200 ? messages.refundReport(answer.json, payment, id) : refuse(refusalOf(answer, "read"));
}

async function lookDisputes(call: Call, payment: string): Promise<Result<readonly DisputeReport[], CallRefusal>> {
  const answer = await call("GET", `${orderPath(payment)}/disputes`);
  return answer.status === 200 ? disputeReports(answer.json, payment) : refuse(refusalOf(answer, "read"));
}

/** A conflict over an id under which nothing stands contradicts itself, so only later looks can tell. */
function afterLooking(answer: HttpAnswer, nothingThere: boolean): CallRefusal {
  if (nothingThere && answer.status !== 409) return refusalOf(answer, "write");
  return { kind: "outcome_unknown", detail: `HTTP ${answer.status}, and looking did not settle it` };
}

const orderPath = (payment: string): string => `/orders/${encodeURIComponent(payment)}`;

const reused = (id: string): Result<never, CallRefusal> =>
  refuse({ kind: "declined", code: "reference_reused", detail: `${id} stands there with another amount` });
