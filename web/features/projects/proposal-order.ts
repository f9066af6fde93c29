import type { Proposal } from "../../api/projects.ts";

/** How offers are put beside each other. */
export const ORDERS = ["newest", "price", "days"] as const;
export type Order = (typeof ORDERS)[number];
export const orderIn = (text: string | null): Order => ORDERS.find((one) => one === text) ?? "newest";

type Compared = Pick<Proposal, "id" | "price" | "days" | "madeAt">;

export function sorted<Offer extends Compared>(proposals: readonly Offer[], order: Order): Offer[] {
  const by: Record<Order, (a: Offer, b: Offer) => number> = {
    newest: (a, b) => b.madeAt.localeCompare(a.madeAt),
    price: (a, b) => a.price.amount - b.price.amount,
    days: (a, b) => a.days - b.days,
  };
  return [...proposals].sort(by[order]);
}

export const OFFERS_A_PAGE = 20;

/** A part of them, from so many on, and where the next part begins. What the address bar says is no number: from the beginning. */
export function partOf<Offer>(offers: readonly Offer[], from: string | null): { part: Offer[]; next: string | null } {
  const begin = /^\d{1,4}$/.test(from ?? "") ? Number(from) : 0;
  const end = begin + OFFERS_A_PAGE;
  return { part: offers.slice(begin, end), next: end < offers.length ? `${end}` : null };
}

/** What alone among several offers is the least; a tie is nobody's. */
export function strengthsOf(proposals: readonly Compared[]): Map<string, ("cheapest" | "fastest")[]> {
  const alone = (of: (one: Compared) => number): string | null => {
    const least = Math.min(...proposals.map(of));
    const those = proposals.filter((one) => of(one) === least);
    return proposals.length > 1 && those.length === 1 ? (those[0]?.id ?? null) : null;
  };
  const [cheapest, fastest] = [alone(({ price }) => price.amount), alone(({ days }) => days)];
  return new Map(
    proposals.map(({ id }) => [
      id,
      [...(id === cheapest ? (["cheapest"] as const) : []), ...(id === fastest ? (["fastest"] as const) : [])],
    ]),
  );
}
