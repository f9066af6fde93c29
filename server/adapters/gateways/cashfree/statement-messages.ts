import { parseId } from "@amana/core/ids";
import { type Money, money } from "@amana/core/money";
import type { LineKind, StatementLine } from "@amana/core/reconciliation";
import { ok, type Result } from "@amana/core/result";
import { type Static, Type } from "typebox";
import type { CallRefusal } from "#ports/call";
import { readAmount } from "../../support/decimal.ts";
import { IdText, maybe, readInstant, unreadable } from "../../support/decode.ts";
import { ourRefundId } from "./messages.ts";

const Amount = maybe(Type.Number());
const Words = maybe(Type.String());

/** Their ReconEntity. Fields that an event has no use for are null or absent. */
export const TheirEvents = Type.Object({
  cursor: Words,
  data: Type.Array(
    Type.Object({
      event_id: IdText,
      event_type: Type.String({ minLength: 1 }),
      event_amount: Type.Number(),
      event_currency: Type.String(),
      event_time: Type.String(),
      event_status: Words,
      sale_type: Words,
      order_id: Words,
      cf_payment_id: maybe(IdText),
      refund_id: Words,
      payment_utr: Words,
      payment_service_charge: Amount,
      payment_service_tax: Amount,
      split_service_charge: Amount,
      split_service_tax: Amount,
      charges_currency: Words,
      cf_settlement_id: maybe(IdText),
      settlement_date: Words,
      settlement_utr: Words,
      amount_settled: Amount,
      settlement_charge: Amount,
      settlement_tax: Amount,
    }),
  ),
});
type TheirEvent = Static<typeof TheirEvents>["data"][number];

/** Their words on the left, ours on the right. A word that we have not met is an adjustment: its money moved all the same. */
const KIND = new Map<string, LineKind>([
  ["PAYMENT", "capture"],
  ["REFUND", "refund"],
  ["REFUND_REVERSAL", "refund_return"],
  ["DISPUTE", "chargeback"],
  ["CHARGEBACK", "chargeback"],
  ["DISPUTE_REVERSAL", "chargeback_return"],
  ["CHARGEBACK_REVERSAL", "chargeback_return"],
  ["SETTLEMENT", "settlement"],
]);

/** What a Cashfree statement lists. Payouts are another product, with a report of its own. */
export const COVERED: readonly LineKind[] = [
  "capture",
  "refund",
  "refund_return",
  "chargeback",
  "chargeback_return",
  "settlement",
  "adjustment",
];

const NOT_MOVED = ["FAILED", "PENDING", "CANCELLED"];

/** The events that moved money, as lines. */
export function linesOf(events: readonly TheirEvent[]): Result<StatementLine[], CallRefusal> {
  const lines: StatementLine[] = [];
  for (const event of events) {
    if (NOT_MOVED.includes(event.event_status ?? "")) continue;
    const line = event.event_type === "SETTLEMENT" ? settlementLine(event) : eventLine(event);
    if (!line.ok) return line;
    if (line.value.amount.minor !== 0n || line.value.fee + line.value.tax !== 0n) lines.push(line.value);
  }
  return ok(lines);
}

function eventLine(event: TheirEvent): Result<StatementLine, CallRefusal> {
  const kind = KIND.get(event.event_type) ?? "adjustment";
  const currency = event.event_currency;
  const amount = readAmount(event.event_amount, currency);
  if (!amount) return unreadable(`${event.event_type} ${event.event_id} event_amount`);
  if (event.sale_type !== "CREDIT" && event.sale_type !== "DEBIT")
    return unreadable(`${event.event_type} ${event.event_id} sale_type`);
  const fee = chargeOf([event.payment_service_charge, event.split_service_charge], currency);
  const tax = chargeOf([event.payment_service_tax, event.split_service_tax], currency);
  if (fee === null || tax === null || (fee + tax > 0n && (event.charges_currency ?? currency) !== currency))
    return unreadable(`${event.event_type} ${event.event_id} charges`);
  return dated(event, {
    kind,
    reference: referenceOf(kind, event),
    ourId: ourIdOf(kind, event),
    amount: event.sale_type === "CREDIT" ? amount : negative(amount),
    fee,
    tax,
    bankReference: event.settlement_utr || null,
  });
}

/** A settlement takes what it paid out, and its own charges, from the account; one below zero brings money back. */
function settlementLine(event: TheirEvent): Result<StatementLine, CallRefusal> {
  const { event_currency: currency, cf_settlement_id: id } = event;
  const settled = event.amount_settled;
  if (typeof settled !== "number" || id === undefined || id === null) return unreadable(`SETTLEMENT ${event.event_id}`);
  const size = readAmount(settled < 0 ? -settled : settled, currency);
  const fee = chargeOf([event.settlement_charge], currency);
  const tax = chargeOf([event.settlement_tax], currency);
  if (!size || fee === null || tax === null) return unreadable(`SETTLEMENT ${event.event_id} amounts`);
  return dated(event, {
    ...{
      kind: "settlement",
      reference: String(id),
      ourId: null,
      amount: settled < 0 ? size : negative(size),
      fee,
      tax,
    },
    bankReference: event.settlement_utr || null,
  });
}

function dated(
  { event_type, event_id, event_time, settlement_date }: TheirEvent,
  line: Omit<StatementLine, "at" | "settledAt">,
): Result<StatementLine, CallRefusal> {
  const at = readInstant(event_time);
  if (at === null) return unreadable(`${event_type} ${event_id} event_time`);
  return ok({ ...line, at, settledAt: readInstant(settlement_date ?? "") });
}

/** A payment is known to us by the number of its capture; an adjustment's number is also that of the settlement it belongs to. */
function referenceOf(kind: LineKind, { event_type, event_id, cf_payment_id }: TheirEvent): string {
  if (kind === "capture") return String(cf_payment_id ?? event_id);
  return kind === "adjustment" ? `${event_type}:${event_id}` : String(event_id);
}

function ourIdOf(kind: LineKind, { order_id, refund_id }: TheirEvent): string | null {
  if (kind === "refund" || kind === "refund_return") return ourRefundId(refund_id ?? "");
  return parseId("payment", order_id ?? "");
}

/** The sum of charges in minor units; null when one of them cannot be an amount. */
function chargeOf(charges: readonly (number | null | undefined)[], currency: string): bigint | null {
  let sum = 0n;
  for (const charge of charges) {
    const amount = readAmount(charge ?? 0, currency);
    if (!amount) return null;
    sum += amount.minor;
  }
  return sum;
}

const negative = (amount: Money): Money => money(-amount.minor, amount.currency);
