import { equal } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { CallRefusal } from "#ports/call";
import type { Payee, PayeeReport, PayoutHint, PayoutRail, PayoutReport, PayoutRequest } from "#ports/payout-rail";
import { objectionTo } from "../../support/decimal.ts";
import { decode, maybe, unreadable } from "../../support/decode.ts";
import type { Http, HttpAnswer, HttpRequest } from "../../support/http.ts";
import { digestOf, openSigned, requireSecrets } from "../../support/signatures.ts";
import * as messages from "./messages.ts";
import { refusalOf, saysPayeeExists, saysTransferExists } from "./refusals.ts";

export type CashfreePayoutsConfig = {
  /** With the product's path: `https://sandbox.cashfree.com/payout` or `https://api.cashfree.com/payout`. */
  readonly baseUrl: string;
  /** The payouts product has its own pair of keys. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Secrets that still sign webhooks while keys rotate: Cashfree signs with the oldest one that is active. */
  readonly previousSecrets: readonly string[];
  /** How old or early a webhook's timestamp may be; 300 when absent. */
  readonly webhookToleranceSeconds?: number;
};

type Call = (method: HttpRequest["method"], path: string, body?: unknown) => Promise<HttpAnswer>;

const CURRENCIES = ["INR"] as const;

/**
 * Cashfree Payouts, interface version 2024-01-01 (its OpenAPI file), over bank transfer. There is no idempotency header:
 * our payout id as `transfer_id` is the only guard against paying twice. Throws when a secret is empty.
 */
export function cashfreePayouts(config: CashfreePayoutsConfig, http: Http): PayoutRail {
  const secrets = requireSecrets("cashfree payouts", [config.clientSecret, ...config.previousSecrets]);
  const call = caller(config, http);
  const rule = {
    signatureHeader: "x-webhook-signature",
    timestampHeader: "x-webhook-timestamp",
    secrets,
    toleranceSeconds: config.webhookToleranceSeconds ?? 300,
  };

  return {
    name: "cashfree",
    currencies: CURRENCIES,
    registerPayee: (payee) => registerPayee(call, payee),
    send: (request) => send(call, request),

    async lookPayee(payee) {
      return samePayee(await readPayee(call, payee.payee), payee);
    },

    async look(payout) {
      const answer = await readTransfer(call, payout);
      return answer.status === 200 ? messages.payoutReport(answer.json, payout) : refuse(refusalOf(answer, "read"));
    },

    readWebhook(webhook, now) {
      const event = openSigned(webhook, rule, now);
      if (!event.ok) return event;
      const hint = hintOf(event.value, digestOf(webhook.body));
      return hint ? ok(hint) : refuse("unreadable");
    },
  };
}

function caller({ baseUrl, clientId, clientSecret }: CashfreePayoutsConfig, http: Http): Call {
  const headers = { "x-client-id": clientId, "x-client-secret": clientSecret, "x-api-version": "2024-01-01" };
  return (method, path, body) =>
    http({ method, url: `${baseUrl}${path}`, headers, ...(body === undefined ? {} : { body }) });
}

async function registerPayee(call: Call, payee: Payee): Promise<Result<PayeeReport, CallRefusal>> {
  const answer = await call("POST", "/beneficiary", messages.newPayee(payee));
  if (answer.status === 200 || answer.status === 201) return samePayee(theirPayee(answer.json, payee.payee), payee);
  if (!saysPayeeExists(answer)) return refuse(refusalOf(answer, "write"));
  const found = await readPayee(call, payee.payee);
  return found.ok ? samePayee(found, payee) : unsettled(answer);
}

/** An account that cannot be compared is not trusted: money sent to the wrong one does not come back. */
function samePayee(found: Result<messages.TheirPayee, CallRefusal>, payee: Payee): Result<PayeeReport, CallRefusal> {
  if (!found.ok) return found;
  const same = messages.isSameAccount(found.value, payee);
  if (same === null) return unreadable("beneficiary_instrument_details");
  return same ? ok({ status: messages.payeeStatus(found.value) }) : reused(payee.payee, "account");
}

async function readPayee(call: Call, payee: string): Promise<Result<messages.TheirPayee, CallRefusal>> {
  const answer = await call("GET", `/beneficiary?beneficiary_id=${encodeURIComponent(payee)}`);
  return answer.status === 200 ? theirPayee(answer.json, payee) : refuse(refusalOf(answer, "read"));
}

function theirPayee(json: unknown, payee: string): Result<messages.TheirPayee, CallRefusal> {
  const decoded = decode(messages.TheirPayee, json);
  return decoded.ok && decoded.value.beneficiary_id !== payee ? unreadable("beneficiary_id") : decoded;
}

async function send(call: Call, request: PayoutRequest): Promise<Result<PayoutReport, CallRefusal>> {
  const objection = objectionTo(request.amount, CURRENCIES);
  if (objection) return refuse({ kind: "declined", code: objection, detail: request.payout });
  if (!messages.isTransferId(request.payout))
    return refuse({ kind: "declined", code: "id_not_usable", detail: request.payout });

  const answer = await call("POST", "/transfers", messages.newTransfer(request));
  if (answer.status === 200) return samePayout(answer, request);
  if (!saysTransferExists(answer)) return refuse(refusalOf(answer, "write"));
  const found = await readTransfer(call, request.payout);
  return found.status === 200 ? samePayout(found, request) : unsettled(answer);
}

function samePayout({ json }: HttpAnswer, request: PayoutRequest): Result<PayoutReport, CallRefusal> {
  const report = messages.payoutReport(json, request.payout);
  if (!report.ok) return report;
  if (!equal(report.value.amount, request.amount)) return reused(request.payout, "amount");
  const payee = messages.payeeOf(json);
  return payee === null || payee === request.payee ? report : reused(request.payout, "payee");
}

/** By query, not by path: `/transfers/{id}` is not part of the interface. */
const readTransfer = (call: Call, payout: string): Promise<HttpAnswer> =>
  call("GET", `/transfers?transfer_id=${encodeURIComponent(payout)}`);

const reused = (id: string, what: string): Result<never, CallRefusal> =>
  refuse({ kind: "declined", code: "reference_reused", detail: `${id} stands there with another ${what}` });

const unsettled = ({ status }: HttpAnswer): Result<never, CallRefusal> =>
  refuse({ kind: "outcome_unknown", detail: `HTTP ${status}, and looking did not settle it` });

const AnyEvent = Type.Object({ type: Type.String({ minLength: 1, maxLength: 100 }) });
const TransferEvent = Type.Object({
  type: Type.String(),
  data: Type.Object({ transfer_id: Type.String(), status: Type.String(), status_code: maybe(Type.String()) }),
});

/** Events that name no transfer (low balance, a beneficiary's trouble) still count, named by the digest of their bytes. */
function hintOf(event: unknown, digest: string): PayoutHint | null {
  if (Value.Check(TransferEvent, event)) {
    const { transfer_id, status, status_code } = event.data;
    return {
      dedupeKey: `${event.type}:${transfer_id}:${status}:${status_code ?? ""}`,
      type: event.type,
      payout: transfer_id,
    };
  }
  return Value.Check(AnyEvent, event) ? { dedupeKey: `${event.type}:${digest}`, type: event.type } : null;
}
