import type { Command } from "../../core/escrow/index.ts";
import { money } from "../../core/money/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";

const DAY = 24 * 3_600_000;

/** How much more time the parties give each other. */
export const GIVEN = 2 * DAY;

/** The part of the total that goes back to the buyer, by who divides: each in an own way, so that none is taken for another. */
const DIVIDED_BY: Readonly<Record<string, bigint>> = { admin_settle: 3n, decide_split: 4n, agree_split: 6n };

/** What a command of the people here says besides its name. */
export function partsSaid(order: Order, name: string): Pick<Command, "settlement" | "extension"> {
  if (name === "extend") return { extension: GIVEN };
  const by = DIVIDED_BY[name];
  return by === undefined ? {} : { settlement: { refund: money(order.terms.total.minor / by, "INR") } };
}

/** What the buyer must get where a deal is divided: as was said, as was ruled, or a half where nobody has decided. */
export function partOf(from: string, command: string, total: bigint): bigint {
  if (command === "lapse_decision" && from === "delivered_investigating") return total - total / 2n;
  return total / (DIVIDED_BY[command] ?? DIVIDED_BY.decide_split ?? 1n);
}
