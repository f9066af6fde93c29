import type { Movement, OrderStatus } from "@amana/core/escrow";
import type { Money } from "@amana/core/money";
import type { EventType } from "./catalogue.ts";

export type Side = "buyer" | "seller";

/** One step of a deal, in statuses. */
export type OrderStep = {
  readonly from: OrderStatus | null;
  readonly to: OrderStatus;
  readonly movement: Movement | null;
};

const BY_STATUS: Readonly<Record<OrderStatus, EventType>> = {
  payment_pending: "order.updated",
  escrow_locked: "order.paid",
  order_confirmed: "order.confirmed",
  processing: "order.processing",
  ready_to_ship: "order.ready_to_ship",
  shipped: "order.dispatched",
  in_transit: "order.in_transit",
  out_for_delivery: "order.out_for_delivery",
  delivered: "order.delivered",
  revision_requested: "order.revision_requested",
  returning: "order.returning",
  disputed: "order.disputed",
  completed: "order.completed",
  cancelled: "order.cancelled",
  refunded: "order.refunded",
  failed: "order.payment_failed",
};

const BY_MOVEMENT: Readonly<Record<Movement, EventType>> = {
  fund: "order.paid",
  release: "order.completed",
  refund: "order.refunded",
  settle: "order.settled",
  chargeback: "order.charged_back",
};

/** Named by what happened to the money, then by where the order is now, so that a process of other commands needs no new names. */
export function typeOfStep({ from, to, movement }: OrderStep): EventType {
  if (from === null) return "order.placed";
  if (to === "cancelled") return "order.cancelled";
  if (movement !== null) return BY_MOVEMENT[movement];
  if (from === to) return "order.updated";
  return from === "disputed" && to !== "returning" ? "order.resumed" : BY_STATUS[to];
}

export type MovedAmounts = {
  readonly movement: Movement | null;
  readonly total: Money;
  readonly buyerReceives: Money;
  readonly sellerReceives: Money;
};

/** What a step moved as far as one side may know: the buyer pays the total and is not told the seller's commission. */
export function amountFor(side: Side, { movement, total, buyerReceives, sellerReceives }: MovedAmounts): Money | null {
  if (movement === null) return null;
  if (movement === "settle") return side === "buyer" ? buyerReceives : sellerReceives;
  return movement === "release" && side === "seller" ? sellerReceives : total;
}
