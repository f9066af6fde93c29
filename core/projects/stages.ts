import { type Deal, isFinal, processOf } from "../escrow/index.ts";

/**
 * Where a milestone stands: not paid for, or paid back, and so to be paid for (again); ordered and not paid; paid and waiting for its
 * turn; in work or in dispute; accepted and paid out, also where the money was divided.
 */
export const STAGES = ["planned", "unpaid", "waiting", "working", "done"] as const;
export type Stage = (typeof STAGES)[number];

/** The stage that a deal gives its milestone; null where none was made yet. */
export function stageOf(deal: Pick<Deal, "process" | "processVersion" | "state" | "escrow"> | null): Stage {
  if (!deal) return "planned";
  if (isFinal(processOf(deal.process, deal.processVersion), deal.state))
    return deal.escrow === "released" || deal.escrow === "settled" ? "done" : "planned";
  if (deal.state === "payment_pending") return "unpaid";
  return deal.state === "escrow_locked" ? "waiting" : "working";
}

const PAID: readonly Stage[] = ["waiting", "working", "done"];

export type FundObjection = "paid_already" | "earlier_unpaid";

/** Milestones are paid for in their sequence, and as far ahead as the client likes. */
export function objectionToFunding(stages: readonly Stage[], index: number): FundObjection | null {
  const [stage, earlier] = [stages[index], stages.slice(0, index)];
  if (stage !== undefined && PAID.includes(stage)) return "paid_already";
  return earlier.every((one) => PAID.includes(one)) ? null : "earlier_unpaid";
}

/** The milestone whose turn it is, where it is paid for and not begun. */
export function toBegin(stages: readonly Stage[]): number | null {
  const next = stages.findIndex((stage) => stage !== "done");
  return stages[next] === "waiting" ? next : null;
}

export const isComplete = (stages: readonly Stage[]): boolean => stages.every((stage) => stage === "done");

/** A contract ends between milestones: whoever works is not sent away. */
export const mayEnd = (stages: readonly Stage[]): boolean => !isComplete(stages) && !stages.includes("working");
