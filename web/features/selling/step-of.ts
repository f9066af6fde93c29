import type { Order } from "../../api/types.ts";

export type Step = "address" | "courier" | "label";

/** Where the dispatch of an order stands: told by the order itself, but for the seller's own look at the address. */
export function stepOf(order: Pick<Order, "shipment" | "actions">, addressChecked: boolean): Step | "over" {
  const shipment = order.shipment?.status;
  if (shipment === "booking" || shipment === "booked") return "label";
  if (!order.actions.includes("dispatch")) return "over";
  return addressChecked || shipment === "failed" ? "courier" : "address";
}
