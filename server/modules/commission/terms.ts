import type { Policy } from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import {
  type CommissionRule,
  chargeBy,
  defaultRule,
  ruleFor,
  type SaleTerms,
  saleTerms,
  type TaxLine,
  type TaxRate,
  type TaxTable,
  taxLines,
  taxOnTop,
} from "@amana/core/pricing";
import type { Instant } from "@amana/core/time";
import { taxedIn } from "#modules/organizations";
import type { Queryable } from "#runtime/database";
import { currentRules, levelOf } from "./store.ts";

/** What the marketplace has settled beforehand: its commission where no rule applies, the tax on it, taxes on sales. */
export type Conditions = {
  readonly policy: Pick<Policy, "commissionBasisPoints" | "commissionTax">;
  readonly taxes: TaxTable;
};

export type Sale = {
  readonly seller: UserId;
  readonly lines: readonly { readonly unitPrice: Money; readonly quantity: number }[];
  readonly shipping: Money;
  /** The slug of its category and of those above it. */
  readonly categories: readonly string[];
  /** Both have signed for a sum: tax is within it, and no part of the commission comes on top. */
  readonly agreed?: true;
};

/** Which rule of which version; version 0 is what is configured. */
export type DecidedBy = { readonly version: number; readonly rule: string };

export type Terms = { readonly terms: SaleTerms; readonly taxes: readonly TaxLine[]; readonly decidedBy: DecidedBy };

/** What a sale comes to now, by the rules that count now. */
export async function termsOfSale(db: Queryable, sale: Sale, conditions: Conditions, now: Instant): Promise<Terms> {
  const rules = await currentRules(db);
  const sellerLevel = await levelOf(db, sale.seller);
  const country = await taxedIn(db, sale.seller);
  const rate = country === null ? undefined : conditions.taxes[country];
  return priced({ ...sale, sellerLevel }, rules ?? NO_RULES, conditions.policy, rate ?? null, now);
}

export const NO_RULES = { version: 0, rules: [] } as const;

/** The same of rules and a level that are only thought of. */
export function priced(
  sale: Omit<Sale, "seller"> & { readonly sellerLevel: string },
  { version, rules }: { readonly version: number; readonly rules: readonly CommissionRule[] },
  policy: Conditions["policy"],
  rate: TaxRate | null,
  now: Instant,
): Terms {
  const fallback = defaultRule(policy.commissionBasisPoints);
  const rule = ruleFor(rules, fallback, sale, now);
  const charge = {
    ...chargeBy(rule, sale.shipping.currency, policy.commissionTax?.basisPoints ?? 0),
    ...(sale.agreed && { buyerShare: 0 }),
  };
  const taxes = rate ? taxLines(sale.lines, sale.shipping, sale.agreed ? { ...rate, included: true } : rate) : [];
  return {
    terms: saleTerms(sale.lines, sale.shipping, charge, taxOnTop(taxes, sale.shipping)),
    taxes,
    decidedBy: { version: rule.name === fallback.name ? 0 : version, rule: rule.name },
  };
}
