import type { Contract, ContractMilestone, Stage } from "../../api/projects.ts";
import type { Money, Order } from "../../api/types.ts";

/** Where the money of a milestone is. */
export type Place = "client" | "escrow" | "frozen" | "paid" | "divided";
export type Seen = { milestone: ContractMilestone; order: Order | null };

export function placeOf({ milestone: { stage }, order }: Seen): Place {
  if (stage === "planned" || stage === "unpaid") return "client";
  if (stage === "done") return order?.escrow.status === "settled" ? "divided" : "paid";
  return order?.escrow.status === "disputed" ? "frozen" : "escrow";
}

/** How much of a contract is still to be paid, is held, and is the freelancer's. */
export function sharesOf({ price: { currency } }: Pick<Contract, "price">, seen: readonly Seen[]) {
  const sum = (...places: Place[]): Money => ({
    amount: seen
      .filter((one) => places.includes(placeOf(one)))
      .reduce((total, { milestone }) => total + milestone.amount.amount, 0),
    currency,
  });
  return { client: sum("client"), escrow: sum("escrow", "frozen"), done: sum("paid", "divided") };
}

const RUNNING: readonly Stage[] = ["working", "waiting", "unpaid", "planned"];

/** The milestone that a contract waits for: the first that is not done. */
export const currentOf = (seen: readonly Seen[]): Seen | null =>
  seen.find(({ milestone }) => RUNNING.includes(milestone.stage)) ?? null;

/** The milestone that can be paid for next: an order that waits for its payment goes before a new one. */
export const payableOf = (seen: readonly Seen[]): ContractMilestone | null =>
  seen.find(({ milestone }) => milestone.actions.includes("fund"))?.milestone ?? null;

export type Situation =
  | "completed"
  | "ended"
  | "to_fund"
  | "unpaid"
  | "waiting"
  | "disputed"
  | "delivered"
  | "late"
  | "working";

/** What a contract's first sentence says. */
export function situationOf({ state }: Pick<Contract, "state">, current: Seen | null): Situation {
  if (state !== "active") return state;
  const { milestone, order } = current ?? {};
  if (!milestone || milestone.stage === "planned") return "to_fund";
  if (milestone.stage === "unpaid") return "unpaid";
  if (milestone.stage === "waiting") return "waiting";
  if (order?.status === "disputed" || order?.status === "delivered") return order.status;
  return order?.outlook.next?.kind === "lateness" ? "late" : "working";
}
