import { add, basisPoints, type Money, money, proportion, subtract, times } from "../money/index.ts";

/** A tax on sales. `included`: prices contain it, and it is taken out of them; else it comes on top. */
export type TaxRate = { readonly code: string; readonly basisPoints: number; readonly included: boolean };

/** By the country of the seller, ISO 3166 with two letters; nothing is taxed where a country is not named. */
export type TaxTable = Readonly<Record<string, TaxRate>>;

/** The standard rates: India's goods and services tax, the value-added tax of Saudi Arabia and of the Emirates. */
export const STANDARD_TAXES: TaxTable = {
  IN: { code: "GST", basisPoints: 1_800, included: true },
  SA: { code: "VAT", basisPoints: 1_500, included: true },
  AE: { code: "VAT", basisPoints: 500, included: true },
};

/** The tax on one line of a sale; net and tax are what the buyer pays for it. */
export type TaxLine = TaxRate & {
  /** The line's place in the order, or its shipping. */
  readonly of: number | "shipping";
  readonly net: Money;
  readonly tax: Money;
};

/** Rounded half to even, once a line, so that the lines are what the sale is taxed. */
export function taxLines(
  lines: readonly { readonly unitPrice: Money; readonly quantity: number }[],
  shipping: Money,
  rate: TaxRate,
): TaxLine[] {
  const amounts = lines.map(({ unitPrice, quantity }, of) => ({ of, amount: times(unitPrice, quantity) }));
  return [
    ...amounts.map(({ of, amount }) => ({ ...rate, of, ...taxed(amount, rate) })),
    ...(shipping.minor > 0n ? [{ ...rate, of: "shipping" as const, ...taxed(shipping, rate) }] : []),
  ];
}

function taxed(amount: Money, { basisPoints: points, included }: TaxRate): Pick<TaxLine, "net" | "tax"> {
  if (!included) return { net: amount, tax: basisPoints(amount, points) };
  const tax = proportion(
    amount,
    money(BigInt(points), amount.currency),
    money(BigInt(10_000 + points), amount.currency),
  );
  return { net: subtract(amount, tax), tax };
}

/** What comes on top of the prices. */
export const taxOnTop = (lines: readonly TaxLine[], { currency }: Money): Money =>
  lines.flatMap(({ included, tax }) => (included ? [] : [tax])).reduce(add, money(0n, currency));
