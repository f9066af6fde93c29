import type { Currency, Money } from "../money/index.ts";
import type { Instant } from "../time/index.ts";
import { baseOf, type CommissionBase, type CommissionCharge, goodsOf } from "./terms.ts";

/** When a rule applies; what is not said does not matter. */
export type RuleConditions = {
  /** Slugs of categories; what lies below one is in it. */
  readonly categories?: readonly string[];
  readonly sellerLevels?: readonly string[];
  /** The least and the most that the commission is taken of, one of each currency; a sale in another is not meant. */
  readonly atLeast?: readonly Money[];
  readonly atMost?: readonly Money[];
  /** The period, its end not in it. */
  readonly from?: Instant;
  readonly until?: Instant;
};

export type CommissionRule = {
  readonly name: string;
  readonly when: RuleConditions;
  readonly basisPoints: number;
  readonly base: CommissionBase;
  /** One amount of each currency at most; a currency that is not named has none. */
  readonly fixed: readonly Money[];
  readonly floor: readonly Money[];
  readonly cap: readonly Money[];
  /** 0: the seller pays the commission; 10,000: the buyer does. */
  readonly buyerShare: number;
};

/** What a rule looks at. */
export type PricedSale = {
  readonly lines: Parameters<typeof goodsOf>[0];
  readonly shipping: Money;
  /** The slug of its category and of those above it. */
  readonly categories: readonly string[];
  readonly sellerLevel: string;
};

export const STANDARD_LEVEL = "standard";
export const DEFAULT_RULE = "default";

/** The rule without conditions that is left when no other applies. */
export const defaultRule = (basisPoints: number): CommissionRule => ({
  ...{ name: DEFAULT_RULE, when: {}, basisPoints, base: "total" },
  ...{ fixed: [], floor: [], cap: [], buyerShare: 0 },
});

/** The first rule that applies. */
export const ruleFor = (
  rules: readonly CommissionRule[],
  fallback: CommissionRule,
  sale: PricedSale,
  now: Instant,
): CommissionRule => rules.find((rule) => applies(rule, sale, now)) ?? fallback;

function applies({ when, base }: CommissionRule, sale: PricedSale, now: Instant): boolean {
  const amount = baseOf(base, goodsOf(sale.lines, sale.shipping), sale.shipping);
  const { categories, sellerLevels } = when;
  return (
    (categories?.some((slug) => sale.categories.includes(slug)) ?? true) &&
    (sellerLevels?.includes(sale.sellerLevel) ?? true) &&
    within(when, amount) &&
    during(when, now)
  );
}

function within({ atLeast, atMost }: RuleConditions, { minor, currency }: Money): boolean {
  const [least, most] = [atLeast && amountIn(atLeast, currency), atMost && amountIn(atMost, currency)];
  return (
    (!atLeast || (least !== undefined && least.minor <= minor)) &&
    (!atMost || (most !== undefined && minor <= most.minor))
  );
}

const during = ({ from, until }: RuleConditions, now: Instant): boolean =>
  (from === undefined || from <= now) && (until === undefined || now < until);

const amountIn = (amounts: readonly Money[], currency: Currency): Money | undefined =>
  amounts.find((amount) => amount.currency === currency);

/** A rule as it charges a sale in one currency. */
export function chargeBy(rule: CommissionRule, currency: Currency, taxBasisPoints: number): CommissionCharge {
  const [fixed, floor, cap] = [rule.fixed, rule.floor, rule.cap].map((amounts) => amountIn(amounts, currency));
  const { basisPoints, base, buyerShare } = rule;
  return {
    basisPoints,
    taxBasisPoints,
    base,
    buyerShare,
    ...(fixed && { fixed }),
    ...(floor && { floor }),
    ...(cap && { cap }),
  };
}

export type RuleFault =
  | "the_same_name"
  | "a_currency_twice"
  | "an_amount_below_zero"
  | "the_floor_is_above_the_cap"
  | "the_least_is_above_the_most"
  | "ends_before_it_begins"
  | "is_never_reached";

/** What is wrong with a list of rules, by the place of the rule; empty when nothing is. */
export const faultsOf = (rules: readonly CommissionRule[]): { readonly rule: number; readonly fault: RuleFault }[] =>
  rules.flatMap((rule, place) => faultsIn(rule, rules.slice(0, place)).map((fault) => ({ rule: place, fault })));

function faultsIn(rule: CommissionRule, before: readonly CommissionRule[]): RuleFault[] {
  const { when, floor, cap, fixed } = rule;
  const { atLeast = [], atMost = [], from, until } = when;
  const faults: readonly (readonly [RuleFault, boolean])[] = [
    ["the_same_name", rule.name === DEFAULT_RULE || before.some(({ name }) => name === rule.name)],
    ["a_currency_twice", [fixed, floor, cap, atLeast, atMost].some(repeats)],
    ["an_amount_below_zero", [fixed, floor, cap, atLeast, atMost].flat().some(({ minor }) => minor < 0n)],
    ["the_floor_is_above_the_cap", anyAbove(floor, cap)],
    ["the_least_is_above_the_most", anyAbove(atLeast, atMost)],
    ["ends_before_it_begins", from !== undefined && until !== undefined && until <= from],
    ["is_never_reached", before.some((earlier) => Object.keys(earlier.when).length === 0)],
  ];
  return faults.filter(([, wrong]) => wrong).map(([fault]) => fault);
}

const repeats = (amounts: readonly Money[]): boolean =>
  new Set(amounts.map(({ currency }) => currency)).size < amounts.length;

const anyAbove = (lower: readonly Money[], upper: readonly Money[]): boolean =>
  lower.some(({ minor, currency }) => upper.some((other) => other.currency === currency && other.minor < minor));
