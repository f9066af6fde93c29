import type { OrderCount } from "../../api/selling.ts";
import type { OrderStatus } from "../../api/types.ts";

/** How sellers look at their orders; each state lies in one tab. */
export const ORDER_TABS = [
  "todo",
  "work",
  "transit",
  "delivered",
  "returning",
  "disputed",
  "unpaid",
  "done",
  "ended",
] as const;
export type OrderTab = (typeof ORDER_TABS)[number];

export const STATUSES: Readonly<Record<OrderTab, readonly OrderStatus[]>> = {
  todo: ["escrow_locked", "order_confirmed", "ready_to_ship"],
  work: ["processing", "revision_requested"],
  transit: ["shipped", "in_transit", "out_for_delivery"],
  delivered: ["delivered"],
  returning: ["returning"],
  disputed: ["disputed"],
  unpaid: ["payment_pending"],
  done: ["completed"],
  ended: ["cancelled", "refunded", "failed"],
};

export const orderTabIn = (text: string | null): OrderTab => ORDER_TABS.find((tab) => tab === text) ?? "todo";

export function countsByTab(counts: readonly OrderCount[]): Record<OrderTab, number> {
  const found = new Map(counts.map(({ status, count }) => [status, count]));
  const of = (tab: OrderTab) => STATUSES[tab].reduce((sum, status) => sum + (found.get(status) ?? 0), 0);
  return {
    ...{ todo: of("todo"), work: of("work"), transit: of("transit"), delivered: of("delivered") },
    ...{
      returning: of("returning"),
      disputed: of("disputed"),
      unpaid: of("unpaid"),
      done: of("done"),
      ended: of("ended"),
    },
  };
}

/** What runs against a clock is shown by it, the rest by when it came. */
export const sortOf = (tab: OrderTab): "dueAt" | "-placedAt" =>
  tab === "done" || tab === "ended" || tab === "disputed" ? "-placedAt" : "dueAt";
