import type { Order } from "../../api/types.ts";

/** The commands that this app knows how to ask for, the most pressing first. */
const OFFERED = ["pay", "confirm_receipt", "dispatch", "ready", "start", "accept", "cancel"] as const;
export type Offered = (typeof OFFERED)[number];

export const isOffered = (text: unknown): text is Offered => OFFERED.some((name) => name === text);

/**
 * What to show of the actions that the API allows now: one primary, the rest secondary. Cancelling is never the primary, nor
 * is releasing the money before the parcel has come.
 */
export function actionsOf({ actions, status, shipment }: Pick<Order, "actions" | "status" | "shipment">): {
  primary: Offered | null;
  others: Offered[];
} {
  const booking = shipment?.status === "booking";
  const known = OFFERED.filter((name) => actions.includes(name) && !(booking && name !== "cancel"));
  const primary =
    known.find((name) => name !== "cancel" && (name !== "confirm_receipt" || status === "delivered")) ?? null;
  return { primary, others: known.filter((name) => name !== primary) };
}

/** How a command is asked of the API. */
export const REQUESTS: Record<
  Exclude<Offered, "pay" | "dispatch">,
  { method: "POST" | "PUT"; path: string; body: unknown }
> = {
  accept: { method: "POST", path: "accept", body: {} },
  start: { method: "PUT", path: "status", body: { status: "processing" } },
  ready: { method: "PUT", path: "status", body: { status: "ready_to_ship" } },
  cancel: { method: "POST", path: "cancel", body: {} },
  confirm_receipt: { method: "POST", path: "confirm-delivery", body: {} },
};
