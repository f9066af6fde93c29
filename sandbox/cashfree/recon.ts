import type { Answer, Call } from "../call.ts";
import { asObject, asText, at, rupees } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { invalid, isAnswer } from "./errors.ts";
import { damaged } from "./recon-damage.ts";
import { eventsOf, momentOf, type ReconEvent, settingsOf } from "./recon-events.ts";

/** POST /recon: every event of a period, settled or not. */
export function reconOfPeriod(sandbox: Sandbox, call: Call): Answer {
  const period = periodOf(call);
  if (isAnswer(period)) return period;
  const events = listed(sandbox).filter((event) => event.at >= period.from && event.at <= period.until);
  return page(call, events, reconEntity);
}

/** POST /settlement/recon: the events that settlements, named by number, UTR or period, paid out. */
export function reconOfSettlements(sandbox: Sandbox, call: Call): Answer {
  const wanted = settlementFilter(call);
  if (isAnswer(wanted)) return wanted;
  return page(
    call,
    listed(sandbox).filter((event) => event.type !== "SETTLEMENT" && wanted(event)),
    settlementReconEntity,
  );
}

/** POST /settlements: one entity per capture that was paid out. */
export function listSettlements(sandbox: Sandbox, call: Call): Answer {
  const wanted = settlementFilter(call);
  if (isAnswer(wanted)) return wanted;
  return page(
    call,
    listed(sandbox).filter((event) => event.type === "PAYMENT" && wanted(event)),
    settlementEntity,
  );
}

const listed = (sandbox: Sandbox): ReconEvent[] => damaged(eventsOf(sandbox), settingsOf(sandbox).damages);

type Wanted = (event: ReconEvent) => boolean;

function settlementFilter(call: Call): Wanted | Answer {
  const texts = (path: string): string[] => {
    const value = at(call.body, path);
    return Array.isArray(value) ? value.map(String) : [];
  };
  const ids = texts("filters.cf_settlement_ids");
  const utrs = texts("filters.settlement_utrs");
  if (ids.length + utrs.length > 0)
    return ({ settlement }) => settlement !== null && (ids.includes(settlement.id) || utrs.includes(settlement.utr));
  const period = periodOf(call);
  if (isAnswer(period)) return period;
  return ({ settlement }) => settlement !== null && settlement.at >= period.from && settlement.at <= period.until;
}

function periodOf(call: Call): { from: number; until: number } | Answer {
  const [from, until] = ["filters.start_date", "filters.end_date"].map((path) => instantOf(at(call.body, path)));
  if (from === undefined || until === undefined || Number.isNaN(from) || Number.isNaN(until)) {
    return invalid("order_expiry_time_invalid", "time should be ISO8601 string. Example 2021-07-02T10:20:12+05:30");
  }
  if (from > until) return invalid("order_expiry_time_invalid", "start date can not be greater than end date");
  return { from, until: until + 999 };
}

const instantOf = (value: unknown): number =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value)
    ? Date.parse(value)
    : Number.NaN;

/** Pages as Cashfree cuts them: 10 to 1000 at a time, and a cursor as long as there is more. */
function page(call: Call, events: readonly ReconEvent[], entity: (event: ReconEvent) => object): Answer {
  const { limit, cursor } = asObject(at(call.body, "pagination"));
  if (typeof limit !== "number" || limit < 10)
    return invalid("pagination.limit_invalid", "pagination.limit : should be at least 10");
  if (limit > 1000) return invalid("pagination.limit_invalid", "pagination.limit : should be at max 1000");
  const start = cursor === null || cursor === undefined ? 0 : startOf(asText(cursor) ?? "");
  if (start === undefined) return invalid("request_failed", "invalid cursor");
  const data = events.slice(start, start + limit);
  const next = start + limit < events.length ? Buffer.from(`from:${start + limit}`).toString("base64") : null;
  return { status: 200, body: { cursor: next, limit: data.length, data: data.map(entity) } };
}

function startOf(cursor: string): number | undefined {
  const [, digits] = /^from:(\d{1,9})$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const saleOf = ({ paise }: ReconEvent): string => (paise < 0 ? "DEBIT" : "CREDIT");
const netOf = ({ paise, fee, tax }: ReconEvent): number => Math.abs(paise) - fee - tax;

function reconEntity(event: ReconEvent): object {
  const settles = event.type === "SETTLEMENT";
  return {
    entity: "recon",
    event_id: event.id,
    event_type: event.type,
    event_status: settles ? "PAID" : "SUCCESS",
    event_time: momentOf(event.at),
    event_currency: event.currency,
    event_amount: rupees(Math.abs(event.paise)),
    event_settlement_amount: rupees(netOf(event)),
    // A settlement credits the merchant's bank.
    sale_type: settles ? "CREDIT" : saleOf(event),
    order_id: event.orderId,
    cf_payment_id: event.cfPaymentId,
    refund_id: event.refundId,
    payment_service_charge: rupees(event.fee),
    payment_service_tax: rupees(event.tax),
    charges_currency: event.currency,
    cf_settlement_id: event.settlement?.id ?? null,
    settlement_utr: event.settlement?.utr ?? null,
    settlement_date: event.settlement ? momentOf(event.settlement.at) : null,
    ...(settles
      ? { amount_settled: rupees(-event.paise), settlement_charge: rupees(0), settlement_tax: rupees(0) }
      : {}),
  };
}

const settlementReconEntity = (event: ReconEvent): object => ({
  event_details: {
    entity: "recon",
    event_id: event.id,
    event_type: event.type,
    event_status: "SUCCESS",
    event_time: momentOf(event.at),
    event_currency: event.currency,
    event_amount: rupees(Math.abs(event.paise)),
    event_settlement_amount: rupees(netOf(event)),
    event_service_charge: rupees(event.fee),
    event_service_tax: rupees(event.tax),
    sale_type: saleOf(event),
  },
  order_details: { order_id: event.orderId, order_currency: event.currency },
  payment_details: {
    cf_payment_id: event.cfPaymentId,
    payment_service_charge: rupees(event.fee),
    payment_service_tax: rupees(event.tax),
    charges_currency: event.currency,
  },
  refund_details: { refund_id: event.refundId },
  settlement_details: {
    cf_settlement_id: event.settlement?.id ?? null,
    utr: event.settlement?.utr ?? null,
    settlement_date: event.settlement ? momentOf(event.settlement.at) : null,
  },
});

const settlementEntity = (event: ReconEvent): object => ({
  entity: "settlement",
  cf_payment_id: event.cfPaymentId,
  cf_settlement_id: event.settlement?.id ?? null,
  order_id: event.orderId,
  order_amount: rupees(event.paise),
  order_currency: event.currency,
  payment_time: momentOf(event.at),
  service_charge: rupees(event.fee),
  service_tax: rupees(event.tax),
  settlement_amount: rupees(netOf(event)),
  settlement_currency: event.currency,
  transfer_id: Number(event.settlement?.id ?? 0),
  transfer_time: event.settlement ? momentOf(event.settlement.at) : null,
  transfer_utr: event.settlement?.utr ?? null,
});
