import type { Money } from "../../api/types.ts";
import type { StatementPart } from "../../api/wallet.ts";

export type Sums = { opening: Money; came: Money; went: Money; closing: Money };

/** What an account began with, what came to it and what left it, and what it ended with. */
export function sumsOf({ opening, entries, closing }: StatementPart): Sums {
  const { currency } = opening;
  const sum = (of: (amount: number) => boolean): Money => ({
    amount: entries.reduce((total, { amount }) => total + (of(amount.amount) ? amount.amount : 0), 0),
    currency,
  });
  return { opening, came: sum((amount) => amount > 0), went: sum((amount) => amount < 0), closing };
}

/** Whether the entries lead from the one balance to the other: said of the figures that the reader sees. */
export function addsUp(part: StatementPart): boolean {
  const { opening, came, went, closing } = sumsOf(part);
  return opening.amount + came.amount + went.amount === closing.amount;
}

/** Nothing in it, and nothing moved. */
export const isSilent = ({ opening, entries, closing }: StatementPart): boolean =>
  entries.length === 0 && opening.amount === 0 && closing.amount === 0;
