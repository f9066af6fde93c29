import { type Side, type Way, wayOf } from "./ways.ts";

const ORDERS = ["/orders", "/selling/orders", "/staff/orders"];

/** The way that a page belongs to, of those that a reader may open: an order is one of the orders of the side that they stand on. */
export function wayHere(side: Side, path: string, ways: readonly Way[]): Way | null {
  const found = wayOf(side, path);
  if (found || !path.startsWith("/orders/")) return found;
  return ways.find((way) => ORDERS.includes(way.path)) ?? null;
}
