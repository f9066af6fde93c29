/**
 * Who may cause which change of a deal of shipped goods, and what it does to the money: written from the description of the
 * domain, not from the process, so that a mistake in the process shows as a difference. `+` begins a row; states that share rows
 * are named together.
 */
type Money = "fund" | "release" | "refund" | "settle" | "chargeback" | "-";
export type Allowed = { readonly by: readonly string[]; readonly to: string; readonly money: Money };

const UNPAID = ["payment_pending", "agreed_payment_pending"];
const SIGNING = ["signatures_pending", "buyer_signature_pending", "seller_signature_pending"];
const TO_SEND = ["escrow_locked", "order_confirmed", "processing", "ready_to_ship"];
const TRACKED = ["shipped", "in_transit", "out_for_delivery"];
const UNTRACKED = ["shipped_untracked"];
const ARRIVED = ["delivered", "declared_delivered"];
const HELD = [...SIGNING, ...TO_SEND, ...TRACKED, ...UNTRACKED, ...ARRIVED];
export const ENDS: readonly string[] = ["completed", "cancelled", "refunded", "failed", "settled"];
export const FROZEN: readonly string[] = ["chargeback_pending"];
export const STATES: readonly string[] = [...UNPAID, ...HELD, ...FROZEN, ...ENDS];

/** Goes back to where the deal was frozen. */
export const BACK = "back to where it was frozen";

type Line = readonly [from: readonly string[], command: string, by: string, to: string, money: Money];

const LINES: readonly Line[] = [
  [["payment_pending"], "payment_captured", "gateway", "escrow_locked", "fund"],
  [["agreed_payment_pending"], "payment_captured", "gateway", "signatures_pending", "fund"],
  [UNPAID, "cancel", "buyer seller", "cancelled", "-"],
  [UNPAID, "payment_failed", "gateway", "failed", "-"],
  [UNPAID, "lapse_payment", "clock", "cancelled", "-"],
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
  [UNTRACKED, "declare_delivered", "seller", "declared_delivered", "-"],
  [[...TRACKED, ...UNTRACKED], "lapse_delivery", "clock", "refunded", "refund"],
  [[...TRACKED, ...UNTRACKED, ...ARRIVED], "confirm_receipt", "buyer", "completed", "release"],
  [ARRIVED, "lapse_inspection", "clock", "completed", "release"],
  [HELD, "chargeback_opened", "gateway", "chargeback_pending", "-"],
  [FROZEN, "chargeback_won", "gateway", BACK, "-"],
  [FROZEN, "chargeback_lost", "gateway", "refunded", "chargeback"],
  [FROZEN, "lapse_chargeback", "clock", "refunded", "chargeback"],
  [HELD, "admin_release", "finance", "completed", "release"],
  [HELD, "admin_refund", "finance", "refunded", "refund"],
  [HELD, "admin_settle", "finance", "settled", "settle"],
];

const NEWS = ["in_transit", "out_for_delivery", "delivered", "returned"];

/** Carrier's news that come late where they move nothing any more. */
const LATE: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["in_transit"], ["in_transit"]],
  [["out_for_delivery"], ["in_transit", "out_for_delivery"]],
  [["delivered", "chargeback_pending", "completed", "cancelled", "refunded", "settled"], NEWS],
];

export const COMMANDS: readonly string[] = [...new Set(LINES.map(([, command]) => command))].sort();
export const ACTORS: readonly string[] = ["buyer", "seller", "gateway", "carrier", "clock", "finance"];

const TABLE: ReadonlyMap<string, Allowed> = new Map(
  LINES.flatMap(([states, command, by, to, money]) =>
    states.map((from): [string, Allowed] => [`${from} ${command}`, { by: by.split(" "), to, money }]),
  ),
);
const OLD_NEWS: ReadonlySet<string> = new Set(
  LATE.flatMap(([states, news]) => states.flatMap((state) => news.map((name) => `${state} ${name}`))),
);

export const allowed = (from: string, command: string): Allowed | undefined => TABLE.get(`${from} ${command}`);
export const isOldNews = (from: string, command: string): boolean => OLD_NEWS.has(`${from} ${command}`);
export const transitions = (): readonly string[] => [...TABLE.keys()];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long each span of states may last; moving inside a span does not begin it anew. */
export const SPANS: readonly { readonly states: readonly string[]; readonly lasts: number }[] = [
  { states: UNPAID, lasts: 30 * MINUTE },
  { states: SIGNING, lasts: 72 * HOUR },
  { states: TO_SEND, lasts: 48 * HOUR },
  { states: [...TRACKED, ...UNTRACKED], lasts: 7 * DAY },
  { states: ["delivered"], lasts: 24 * HOUR },
  { states: ["declared_delivered"], lasts: 7 * DAY },
  { states: FROZEN, lasts: 120 * DAY },
];

export const spanOf = (state: string): (typeof SPANS)[number] | undefined =>
  SPANS.find(({ states }) => states.includes(state));
