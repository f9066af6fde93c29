import { type Currency, type Money, money } from "@amana/core/money";
import type { Queryable } from "#runtime/database";
import { balances } from "./store.ts";

/** Where the money is: at providers, at our own bank, and owed to us. Shown above zero when it is there. */
export const HELD_FAMILIES = ["clearing", "bank", "receivable", "expense"] as const;
/** Whose it is. */
export const OWED_FAMILIES = [
  "escrow",
  "wallet",
  "reserve",
  "refunds_in_flight",
  "payouts_in_flight",
  "suspense",
  "revenue",
  "tax",
] as const;

export type Family = {
  readonly family: string;
  readonly sum: Money;
  /** Accounts of the family with money in them. */
  readonly accounts: number;
};

/**
 * The custody equation of one currency: what is held (with what is owed to us and what was spent) equals what is owed to others
 * and earned. `unknown` are accounts of no known family, which would belong to neither side; `difference` is held less owed.
 */
export type Custody = {
  readonly currency: Currency;
  readonly held: readonly Family[];
  readonly owed: readonly Family[];
  readonly unknown: readonly Family[];
  readonly heldTotal: Money;
  readonly owedTotal: Money;
  readonly difference: Money;
};

/** The custody equation of every currency in the books. One statement reads them, so that it is one moment's. */
export async function custody(db: Queryable): Promise<Custody[]> {
  const all = (await balances(db)).map(({ account, balance }) => ({ family: account.split(":")[0] ?? "", balance }));
  const currencies = [...new Set(all.map(({ balance }) => balance.currency))].sort();
  return currencies.map((currency) =>
    equation(
      currency,
      all.filter(({ balance }) => balance.currency === currency),
    ),
  );
}

/** Whether everything is where it should be: both sides equal, nothing of unknown family, nothing between shards. */
export const isBalanced = ({ difference, unknown }: Custody): boolean =>
  difference.minor === 0n && unknown.every(({ sum }) => sum.minor === 0n);

type Line = { readonly family: string; readonly balance: Money };

function equation(currency: Currency, lines: readonly Line[]): Custody {
  const familiesOf = (names: readonly string[], sign: bigint): Family[] =>
    names.map((family) => {
      const own = lines.filter((line) => line.family === family && line.balance.minor !== 0n);
      const sum = own.reduce((total, { balance }) => total + balance.minor, 0n);
      return { family, sum: money(sign * sum, currency), accounts: own.length };
    });
  const known: readonly string[] = [...HELD_FAMILIES, ...OWED_FAMILIES];
  const strange = [...new Set(lines.map(({ family }) => family))].filter((family) => !known.includes(family));
  const held = familiesOf(HELD_FAMILIES, -1n);
  const owed = familiesOf(OWED_FAMILIES, 1n);
  const [heldTotal, owedTotal] = [total(held), total(owed)];
  return {
    ...{ currency, held, owed, unknown: familiesOf(strange, 1n) },
    heldTotal: money(heldTotal, currency),
    owedTotal: money(owedTotal, currency),
    difference: money(heldTotal - owedTotal, currency),
  };
}

const total = (families: readonly Family[]): bigint => families.reduce((sum, family) => sum + family.sum.minor, 0n);
