import { ok, type Result } from "@amana/core/result";
import { type Static, Type } from "typebox";
import type { CallRefusal } from "#ports/call";
import type { DisputeReport, GatewayHint } from "#ports/payment-gateway";
import { readAmount } from "../../support/decimal.ts";
import { decode, IdText, maybe, readInstant, unreadable } from "../../support/decode.ts";

const TheirDisputes = Type.Array(
  Type.Object({
    dispute_id: IdText,
    dispute_type: Type.String(),
    dispute_status: Type.String(),
    dispute_amount: Type.Number(),
    dispute_amount_currency: maybe(Type.String()),
    reason_description: maybe(Type.String()),
    created_at: maybe(Type.String()),
    respond_by: maybe(Type.String()),
    order_details: Type.Object({
      order_id: Type.String(),
      order_currency: maybe(Type.String()),
      cf_payment_id: maybe(IdText),
    }),
  }),
);
type TheirDispute = Static<typeof TheirDisputes>[number];

/** A dispute and a retrieval ask for an explanation; from a chargeback on the bank has taken the money. */
const STAGES = new Map<string, { readonly takesMoney: boolean }>([
  ["DISPUTE", { takesMoney: false }],
  ["RETRIEVAL", { takesMoney: false }],
  ["CHARGEBACK", { takesMoney: true }],
  ["PRE_ARBITRATION", { takesMoney: true }],
  ["ARBITRATION", { takesMoney: true }],
]);

/** Their word is the stage and one of these. */
const STATUS = new Map<string, DisputeReport["status"]>([
  ["CREATED", "open"],
  ["DOCS_RECEIVED", "open"],
  ["UNDER_REVIEW", "open"],
  ["INSUFFICIENT_EVIDENCE", "open"],
  ["MERCHANT_WON", "won"],
  ["MERCHANT_LOST", "lost"],
  ["MERCHANT_ACCEPTED", "lost"],
]);

/** What `GET /orders/{order_id}/disputes` answers. A word that we have not met is `unclear`: nothing is done to the money for it. */
export function disputeReports(json: unknown, payment: string): Result<readonly DisputeReport[], CallRefusal> {
  const decoded = decode(TheirDisputes, json);
  if (!decoded.ok) return decoded;
  const reports: DisputeReport[] = [];
  for (const theirs of decoded.value) {
    if (theirs.order_details.order_id !== payment) return unreadable("order_details/order_id");
    const report = reportOf(theirs);
    if (!report) return unreadable(`dispute ${theirs.dispute_id}`);
    reports.push(report);
  }
  return ok(reports);
}

function reportOf(theirs: TheirDispute): DisputeReport | null {
  const currency = theirs.dispute_amount_currency ?? theirs.order_details.order_currency;
  const amount = currency ? readAmount(theirs.dispute_amount, currency) : null;
  if (!amount || amount.minor === 0n) return null;
  return {
    reference: String(theirs.dispute_id),
    capture: theirs.order_details.cf_payment_id ? String(theirs.order_details.cf_payment_id) : null,
    amount,
    status: statusOf(theirs.dispute_status),
    takesMoney: STAGES.get(theirs.dispute_type)?.takesMoney ?? false,
    reason: theirs.reason_description?.slice(0, 200) ?? null,
    openedAt: readInstant(theirs.created_at ?? ""),
    respondBy: readInstant(theirs.respond_by ?? ""),
  };
}

function statusOf(word: string): DisputeReport["status"] {
  const stage = [...STAGES.keys()].find((name) => word.startsWith(`${name}_`));
  return (stage !== undefined && STATUS.get(word.slice(stage.length + 1))) || "unclear";
}

/** `DISPUTE_CREATED`, `DISPUTE_UPDATED` and `DISPUTE_CLOSED`. */
export const DisputeEvent = Type.Object({
  type: Type.String(),
  data: Type.Object({
    dispute: Type.Object({ dispute_id: IdText, dispute_status: Type.String(), updated_at: maybe(Type.String()) }),
    order_details: Type.Object({ order_id: Type.String() }),
  }),
});

/** One dispute sends many updates of one status, told apart by their time. */
export function disputeHint({ type, data: { dispute, order_details } }: Static<typeof DisputeEvent>): GatewayHint {
  const id = String(dispute.dispute_id);
  return {
    dedupeKey: `${type}:${id}:${dispute.dispute_status}:${dispute.updated_at ?? ""}`,
    type,
    payment: order_details.order_id,
    dispute: id,
  };
}
