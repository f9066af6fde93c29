import { add, type Money, money } from "../money/index.ts";

/** One part of the work that is offered: paid for, delivered and accepted by itself. */
export type Milestone = {
  readonly title: string;
  readonly amount: Money;
  readonly days: number;
  /** How often the client may ask for changes. */
  readonly revisions: number;
};

export type PlanObjection = "no_milestones" | "amount_not_positive" | "currencies_differ" | "amounts_differ";

/** What is wrong with the parts of a price; null when they are all there and add up to it. */
export function objectionToPlan(price: Money, milestones: readonly Milestone[]): PlanObjection | null {
  const amounts = milestones.map(({ amount }) => amount);
  if (amounts.length === 0) return "no_milestones";
  if ([price, ...amounts].some(({ minor }) => minor <= 0n)) return "amount_not_positive";
  if (amounts.some(({ currency }) => currency !== price.currency)) return "currencies_differ";
  return amounts.reduce(add, money(0n, price.currency)).minor === price.minor ? null : "amounts_differ";
}

/** How long the whole takes, one part after the other. */
export const daysOf = (milestones: readonly Milestone[]): number => milestones.reduce((sum, { days }) => sum + days, 0);
