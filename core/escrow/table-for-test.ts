import type { Movement } from "./process.ts";

/**
 * Who may cause which change of a deal, and what it does to the money: written from the description of the domain, not from the
 * processes, so that a mistake in a process shows as a difference. States that share rows are named together.
 */
type Money = Movement | "-";
export type Allowed = {
  /** Actors; `raiser` and `respondent` are buyer or seller, as the dispute was raised. */
  readonly by: readonly string[];
  readonly to: string;
  readonly money: Money;
};

/** Goes back to where the deal was frozen. */
export const BACK = "back to where it was frozen";

type Line = readonly [from: readonly string[], command: string, by: string, to: string, money: Money];

/** With `counted`: where the marketplace has business days, only these count, or the end is put off to one. */
type Span = { readonly states: readonly string[]; readonly lasts: number; readonly counted?: "business" | "put off" };

export type Table = {
  readonly lines: readonly Line[];
  /** Carrier's news that come late where they move nothing any more. */
  readonly late: readonly (readonly [readonly string[], readonly string[]])[];
  /** How long each span of states may last, by the policy that an operator starts with; moving inside a span does not begin it anew. */
  readonly spans: readonly Span[];
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The command that every process knows: both parties give a running deadline more time. */
export const MORE_TIME = "extend";

const RULED = ["ruled_release", "ruled_refund", "ruled_split"];
const APPEALED = ["appealed_release", "appealed_refund", "appealed_split"];
const EARLY = ["disputed", "investigating"];
const LATE = ["delivered_disputed", "delivered_investigating"];
const BANK = ["chargeback_pending"];
export const ENDS: readonly string[] = ["completed", "cancelled", "refunded", "failed", "settled"];
/** Where the parties cannot give each other more time: others act by the deadline, or it protects somebody who is not asked. */
export const FIXED: readonly string[] = [
  ...["payment_pending", "agreed_payment_pending", "investigating", "delivered_investigating"],
  ...[...RULED, ...APPEALED, ...BANK],
];
export const FROZEN: readonly string[] = [...EARLY, ...LATE, ...RULED, ...APPEALED, ...BANK];

/** What holds in every process: `held` are its states with money in which nothing is frozen. */
function disputes(held: readonly string[], early: readonly string[], late: readonly string[]): Line[] {
  const open = early.length > 0 ? [...EARLY, ...LATE] : LATE;
  const undivided = [...held, ...open, ...RULED, ...APPEALED];
  const answered = early.length > 0 ? ["investigating", "delivered_investigating"] : ["delivered_investigating"];
  const first: Line[] = [
    [early, "dispute", "buyer seller", "disputed", "-"],
    [["disputed"], "respond", "respondent", "investigating", "-"],
    [["disputed"], "lapse_response", "clock", "investigating", "-"],
    [["investigating"], "lapse_decision", "clock", "refunded", "refund"],
  ];
  return [
    ...(early.length > 0 ? first : []),
    [late, "dispute", "buyer seller", "delivered_disputed", "-"],
    [["delivered_disputed"], "respond", "respondent", "delivered_investigating", "-"],
    [["delivered_disputed"], "lapse_response", "clock", "delivered_investigating", "-"],
    [["delivered_investigating"], "lapse_decision", "clock", "settled", "settle"],
    [open, "withdraw", "raiser", BACK, "-"],
    [open, "concede", "seller", "refunded", "refund"],
    [open, "confirm_receipt", "buyer", "completed", "release"],
    [answered, "decide_release", "arbiter", "ruled_release", "-"],
    [answered, "decide_refund", "arbiter", "ruled_refund", "-"],
    [answered, "decide_split", "arbiter", "ruled_split", "-"],
    [["ruled_release"], "appeal", "buyer seller", "appealed_release", "-"],
    [["ruled_refund"], "appeal", "buyer seller", "appealed_refund", "-"],
    [["ruled_split"], "appeal", "buyer seller", "appealed_split", "-"],
    [["ruled_release"], "accept_ruling", "parties", "completed", "release"],
    [["ruled_refund"], "accept_ruling", "parties", "refunded", "refund"],
    [["ruled_split"], "accept_ruling", "parties", "settled", "settle"],
    [["ruled_release"], "lapse_appeal", "clock", "completed", "release"],
    [["ruled_refund"], "lapse_appeal", "clock", "refunded", "refund"],
    [["ruled_split"], "lapse_appeal", "clock", "settled", "settle"],
    [APPEALED, "decide_release", "arbiter", "completed", "release"],
    [APPEALED, "decide_refund", "arbiter", "refunded", "refund"],
    [APPEALED, "decide_split", "arbiter", "settled", "settle"],
    [["appealed_release"], "lapse_decision", "clock", "completed", "release"],
    [["appealed_refund"], "lapse_decision", "clock", "refunded", "refund"],
    [["appealed_split"], "lapse_decision", "clock", "settled", "settle"],
    [undivided, "agree_release", "parties", "completed", "release"],
    [undivided, "agree_refund", "parties", "refunded", "refund"],
    [undivided, "agree_split", "parties", "settled", "settle"],
    [undivided, "admin_release", "finance", "completed", "release"],
    [undivided, "admin_refund", "finance", "refunded", "refund"],
    [undivided, "admin_settle", "finance", "settled", "settle"],
    [undivided, "chargeback_opened", "gateway", "chargeback_pending", "-"],
    [BANK, "chargeback_won", "gateway", BACK, "-"],
    [BANK, "chargeback_lost", "gateway", "refunded", "chargeback"],
    [BANK, "lapse_chargeback", "clock", "refunded", "chargeback"],
  ];
}

const disputeSpans: readonly Span[] = [
  ...[...EARLY.slice(0, 1), ...LATE.slice(0, 1)].map(
    (state): Span => ({ states: [state], lasts: 72 * HOUR, counted: "business" }),
  ),
  ...["investigating", "delivered_investigating", ...APPEALED].map((state) => ({ states: [state], lasts: 30 * DAY })),
  ...RULED.map((state): Span => ({ states: [state], lasts: 72 * HOUR, counted: "business" })),
  { states: BANK, lasts: 120 * DAY },
];

const unpaid = (paid: string): Line[] => [
  [["payment_pending"], "payment_captured", "gateway", paid, "fund"],
  [["payment_pending"], "cancel", "buyer seller", "cancelled", "-"],
  [["payment_pending"], "payment_failed", "gateway", "failed", "-"],
  [["payment_pending"], "lapse_payment", "clock", "cancelled", "-"],
];
const unpaidSpan = { states: ["payment_pending"], lasts: 30 * MINUTE };

const SIGNING = ["signatures_pending", "buyer_signature_pending", "seller_signature_pending"];
const TO_SEND = ["escrow_locked", "order_confirmed", "processing", "ready_to_ship"];
const TRACKED = ["shipped", "in_transit", "out_for_delivery"];
const TRAVELLING = [...TRACKED, "shipped_untracked"];
const ARRIVED = ["delivered", "declared_delivered"];
const RETURNING = ["returning", "return_shipped"];
const NEWS = ["in_transit", "out_for_delivery", "delivered", "returned"];

const shippedGoods: Table = {
  lines: [
    ...unpaid("escrow_locked"),
    [["agreed_payment_pending"], "payment_captured", "gateway", "signatures_pending", "fund"],
    [["agreed_payment_pending"], "cancel", "buyer seller", "cancelled", "-"],
    [["agreed_payment_pending"], "payment_failed", "gateway", "failed", "-"],
    [["agreed_payment_pending"], "lapse_payment", "clock", "cancelled", "-"],
    [["signatures_pending"], "sign_as_buyer", "buyer", "seller_signature_pending", "-"],
    [["signatures_pending"], "sign_as_seller", "seller", "buyer_signature_pending", "-"],
    [["buyer_signature_pending"], "sign_as_buyer", "buyer", "order_confirmed", "-"],
    [["seller_signature_pending"], "sign_as_seller", "seller", "order_confirmed", "-"],
    [SIGNING, "lapse_signatures", "clock", "refunded", "refund"],
    [[...SIGNING, ...TO_SEND], "cancel", "buyer seller", "cancelled", "refund"],
    [["escrow_locked"], "accept", "seller", "order_confirmed", "-"],
    [["escrow_locked", "order_confirmed"], "start", "seller", "processing", "-"],
    [["escrow_locked", "order_confirmed", "processing"], "ready", "seller", "ready_to_ship", "-"],
    [TO_SEND, "dispatch", "seller", "shipped", "-"],
    [TO_SEND, "dispatch_untracked", "seller", "shipped_untracked", "-"],
    [TO_SEND, "lapse_dispatch", "clock", "refunded", "refund"],
    [["shipped"], "in_transit", "carrier", "in_transit", "-"],
    [["shipped", "in_transit"], "out_for_delivery", "carrier", "out_for_delivery", "-"],
    [TRACKED, "delivered", "carrier", "delivered", "-"],
    [TRACKED, "returned", "carrier", "refunded", "refund"],
    [["shipped_untracked"], "declare_delivered", "seller", "declared_delivered", "-"],
    [TRAVELLING, "lapse_delivery", "clock", "refunded", "refund"],
    [[...TRAVELLING, ...ARRIVED, "returning"], "confirm_receipt", "buyer", "completed", "release"],
    [ARRIVED, "lapse_inspection", "clock", "completed", "release"],
    [[...TRAVELLING, ...ARRIVED, ...EARLY, ...LATE], "reship", "parties", "order_confirmed", "-"],
    [[...ARRIVED, ...EARLY, ...LATE], "send_back", "parties", "returning", "-"],
    [["returning"], "return_shipped", "buyer", "return_shipped", "-"],
    [["returning"], "lapse_return", "clock", "completed", "release"],
    [["return_shipped"], "return_received", "seller", "refunded", "refund"],
    [["return_shipped"], "lapse_return", "clock", "refunded", "refund"],
    ...disputes(
      [...SIGNING, ...TO_SEND, ...TRAVELLING, ...ARRIVED, ...RETURNING],
      [...TO_SEND, ...TRAVELLING],
      [...ARRIVED, "return_shipped"],
    ),
  ],
  late: [
    [["in_transit"], ["in_transit"]],
    [["out_for_delivery"], ["in_transit", "out_for_delivery"]],
    [["delivered", ...RETURNING, ...FROZEN, "completed", "cancelled", "refunded", "settled"], NEWS],
  ],
  spans: [
    unpaidSpan,
    { states: ["agreed_payment_pending"], lasts: 24 * HOUR },
    { states: SIGNING, lasts: 72 * HOUR, counted: "business" },
    { states: TO_SEND, lasts: 48 * HOUR, counted: "business" },
    { states: TRAVELLING, lasts: 7 * DAY, counted: "put off" },
    { states: ["delivered"], lasts: 24 * HOUR, counted: "business" },
    { states: ["declared_delivered"], lasts: 7 * DAY, counted: "put off" },
    { states: ["returning"], lasts: 7 * DAY, counted: "put off" },
    { states: ["return_shipped"], lasts: 7 * DAY, counted: "put off" },
    ...disputeSpans,
  ],
};

const digitalGoods: Table = {
  lines: [
    ...unpaid("delivered"),
    [["delivered"], "confirm_receipt", "buyer", "completed", "release"],
    [["delivered"], "lapse_inspection", "clock", "completed", "release"],
    ...disputes(["delivered"], [], ["delivered"]),
  ],
  late: [],
  spans: [
    unpaidSpan,
    { states: ["delivered"], lasts: 0 },
    ...disputeSpans.filter(({ states: [state = ""] }) => !EARLY.includes(state)),
  ],
};

const UNDELIVERED = ["processing", "late"];
const CHANGING = ["revision_requested", "late_revision"];

/** Work, from the moment when somebody is at it. */
const work: Line[] = [
  [[...UNDELIVERED, ...CHANGING], "deliver", "seller", "delivered", "-"],
  [["late", "late_revision"], "cancel", "buyer", "cancelled", "refund"],
  [["processing"], "lapse_delivery", "clock", "late", "-"],
  [["revision_requested"], "lapse_delivery", "clock", "late_revision", "-"],
  [["late", "late_revision"], "lapse_lateness", "clock", "refunded", "refund"],
  [["delivered", ...CHANGING], "confirm_receipt", "buyer", "completed", "release"],
  [["delivered"], "request_revision", "buyer", "revision_requested", "-"],
  [["delivered"], "lapse_inspection", "clock", "completed", "release"],
  ...disputes(
    ["escrow_locked", ...UNDELIVERED, "delivered", ...CHANGING],
    ["escrow_locked", ...UNDELIVERED],
    ["delivered", ...CHANGING],
  ),
];
const workSpans: readonly Span[] = [
  { states: ["processing"], lasts: 7 * DAY, counted: "put off" },
  { states: ["revision_requested"], lasts: 7 * DAY, counted: "put off" },
  { states: ["late", "late_revision"], lasts: 7 * DAY, counted: "put off" },
  { states: ["delivered"], lasts: 7 * DAY, counted: "put off" },
  ...disputeSpans,
];

const service: Table = {
  lines: [
    ...unpaid("escrow_locked"),
    [["escrow_locked"], "accept", "seller", "processing", "-"],
    [["escrow_locked"], "cancel", "buyer seller", "cancelled", "refund"],
    [["escrow_locked"], "lapse_start", "clock", "refunded", "refund"],
    ...work,
  ],
  late: [],
  spans: [unpaidSpan, { states: ["escrow_locked"], lasts: 48 * HOUR, counted: "business" }, ...workSpans],
};

const milestone: Table = {
  lines: [
    ...unpaid("escrow_locked"),
    [["payment_pending"], "end_contract", "contract", "cancelled", "-"],
    [["escrow_locked"], "begin", "contract", "processing", "-"],
    [["escrow_locked"], "end_contract", "contract", "refunded", "refund"],
    [["escrow_locked"], "lapse_start", "clock", "refunded", "refund"],
    ...work,
  ],
  late: [],
  spans: [unpaidSpan, { states: ["escrow_locked"], lasts: 90 * DAY }, ...workSpans],
};

export const TABLES: { readonly [process: string]: Table } = {
  shipped_goods: shippedGoods,
  digital_goods: digitalGoods,
  service,
  milestone,
};

export function tableOf(process: string): Table {
  const table = TABLES[process];
  if (!table) throw new Error(`nothing is written about ${process}`);
  return table;
}

const rows = new Map(
  Object.entries(TABLES).flatMap(([process, { lines }]) =>
    lines.flatMap(([states, command, by, to, money]) =>
      states.map((from): [string, Allowed] => [`${process} ${from} ${command}`, { by: by.split(" "), to, money }]),
    ),
  ),
);

export const allowed = (process: string, from: string, command: string): Allowed | undefined =>
  rows.get(`${process} ${from} ${command}`);

export const isOldNews = (process: string, from: string, command: string): boolean =>
  tableOf(process).late.some(([states, news]) => states.includes(from) && news.includes(command));

/** Every state that the table of a process knows. */
export const statesOf = (process: string): string[] => [
  ...new Set([...tableOf(process).lines.flatMap(([from]) => [...from]), ...ENDS]),
];

export const commandsIn = (process: string): string[] =>
  [...new Set(tableOf(process).lines.map(([, command]) => command))].sort();

/** `from command` of every row. */
export const transitionsOf = (process: string): string[] =>
  tableOf(process).lines.flatMap(([from, command]) => from.map((state) => `${state} ${command}`));

/** How long a state may last, with the states that share its time. */
export const spanOf = (process: string, state: string): Span | undefined =>
  tableOf(process).spans.find(({ states }) => states.includes(state));
