import type { Order } from "../../api/types.ts";

/** The commands that this app knows how to ask for, the most pressing first. */
const OFFERED = [
  ...(["pay", "sign_as_buyer", "sign_as_seller", "confirm_receipt", "dispatch", "deliver", "accept", "start"] as const),
  ...(["ready", "return_shipped", "return_received", "request_revision", "cancel"] as const),
] as const;
export type Offered = (typeof OFFERED)[number];

export const isOffered = (text: unknown): text is Offered => OFFERED.some((name) => name === text);

/** Never the one thing to do: it goes back, or it is a second choice. */
const NEVER_FIRST: readonly Offered[] = ["cancel", "request_revision"];

type Given = Pick<Order, "actions" | "status" | "shipment">;

/**
 * What to show of the actions that the API allows now: one primary, the rest secondary. Cancelling is never the primary, nor is releasing
 * the money before the goods have come. In a dispute everything but the bank's own matter is said in its room.
 */
export function actionsOf({ actions, status, shipment }: Given): { primary: Offered | null; others: Offered[] } {
  if (status === "disputed") return { primary: null, others: [] };
  const booking = shipment?.status === "booking";
  const known = OFFERED.filter((name) => actions.includes(name) && !(booking && name !== "cancel"));
  const primary =
    known.find((name) => !NEVER_FIRST.includes(name) && (name !== "confirm_receipt" || status === "delivered")) ?? null;
  return { primary, others: known.filter((name) => name !== primary) };
}

/** What is asked for by a form of its own, on a page of its own, or with more than a button. */
type Elsewhere = "pay" | "dispatch" | "sign_as_buyer" | "sign_as_seller" | "deliver" | "request_revision";
export type Plain = Exclude<Offered, Elsewhere>;

const ELSEWHERE: readonly Offered[] = [
  ...(["pay", "dispatch", "sign_as_buyer", "sign_as_seller", "deliver", "request_revision"] as const),
];
export const isPlain = (name: Offered): name is Plain => !ELSEWHERE.includes(name);

/** How a command is asked of the API. */
export const REQUESTS: Record<Plain, { method: "POST" | "PUT"; path: string; body: unknown }> = {
  accept: { method: "POST", path: "accept", body: {} },
  start: { method: "PUT", path: "status", body: { status: "processing" } },
  ready: { method: "PUT", path: "status", body: { status: "ready_to_ship" } },
  cancel: { method: "POST", path: "cancel", body: {} },
  confirm_receipt: { method: "POST", path: "confirm-delivery", body: {} },
  return_shipped: { method: "POST", path: "return-shipped", body: {} },
  return_received: { method: "POST", path: "return-received", body: {} },
};
