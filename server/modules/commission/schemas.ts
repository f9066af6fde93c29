import type { UserId } from "@amana/core/ids";
import type { CommissionRule, SaleTerms, TaxLine } from "@amana/core/pricing";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import {
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  MoneyJson,
  moneyFrom,
  moneyJson,
  nullable,
  oneOf,
  Quantity,
  ref,
  strict,
} from "#runtime/http";

/** Rules as they were published together. */
export type RuleSet = {
  readonly version: number;
  readonly rules: readonly CommissionRule[];
  readonly reason: string;
  readonly publishedBy: UserId;
  readonly publishedAt: Instant;
};

/** A word of one's own, as addresses have them. */
export const Slug = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,59}$", examples: ["gold"] });

const Slugs = Type.Array(Slug, { maxItems: 100, uniqueItems: true });
const Amounts = Type.Array(ref(MoneyJson), { maxItems: 10, description: "One of each currency at most." });
const BasisPoints = Type.Integer({ minimum: 0, maximum: 10_000, examples: [300] });

export const RuleJson = strict(
  {
    name: Slug,
    when: strict(
      {
        categories: Type.Optional(Slugs),
        sellerLevels: Type.Optional(Slugs),
        atLeast: Type.Optional(Amounts),
        atMost: Type.Optional(Amounts),
        from: Type.Optional(InstantJson),
        until: Type.Optional(InstantJson),
      },
      { description: "What is not said does not matter. Amounts are compared with what the commission is taken of." },
    ),
    basisPoints: BasisPoints,
    base: oneOf(["total", "goods"]),
    fixed: Amounts,
    floor: Amounts,
    cap: Amounts,
    buyerShare: Type.Integer({
      ...{ minimum: 0, maximum: 10_000, examples: [0] },
      description: "What of the commission the buyer pays on top, in basis points.",
    }),
  },
  { $id: "CommissionRule" },
);

export const RulesJson = Type.Array(ref(RuleJson), { maxItems: 100 });

export const RuleSetJson = strict(
  {
    version: Type.Integer({ examples: [3] }),
    rules: RulesJson,
    reason: Type.String(),
    publishedBy: IdOf("user"),
    publishedAt: InstantJson,
  },
  { $id: "CommissionRules", description: "The first rule that applies decides; the newest version counts." },
);

export const TaxJson = strict(
  {
    line: nullable(Type.Integer({ description: "The item's place in the order; null for shipping." })),
    code: Type.String({ examples: ["GST"] }),
    basisPoints: BasisPoints,
    included: Type.Boolean({ description: "Whether the price contains it." }),
    net: ref(MoneyJson),
    tax: ref(MoneyJson),
  },
  { $id: "TaxLine" },
);

export const DecidedByJson = strict(
  { version: Type.Integer({ description: "0 for what is configured." }), rule: Type.String() },
  { $id: "CommissionDecidedBy" },
);

export const TermsJson = strict(
  {
    goods: ref(MoneyJson),
    shipping: ref(MoneyJson),
    tax: ref(MoneyJson),
    buyerFee: ref(MoneyJson),
    total: ref(MoneyJson),
    commission: ref(MoneyJson),
    commissionTax: ref(MoneyJson),
    sellerReceives: ref(MoneyJson),
    taxes: Type.Array(ref(TaxJson)),
    decidedBy: ref(DecidedByJson),
  },
  { $id: "SaleTerms", description: "What a sale comes to, for the buyer and for the seller." },
);

/** A price is not below zero, and no sum of prices is too large for JSON. */
const Price = strict({ ...MoneyJson.properties, amount: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) });

export const SaleJson = strict({
  price: Price,
  quantity: Type.Optional(Quantity),
  shipping: Type.Optional(Price),
  category: Type.Optional(Slug),
});

export function ruleFrom({ when, fixed, floor, cap, ...rule }: Static<typeof RuleJson>): CommissionRule {
  const { atLeast, atMost, from, until, ...conditions } = when;
  return {
    ...rule,
    when: {
      ...conditions,
      ...(atLeast && { atLeast: atLeast.map(moneyFrom) }),
      ...(atMost && { atMost: atMost.map(moneyFrom) }),
      ...(from !== undefined && { from: instantFrom(from) }),
      ...(until !== undefined && { until: instantFrom(until) }),
    },
    ...{ fixed: fixed.map(moneyFrom), floor: floor.map(moneyFrom), cap: cap.map(moneyFrom) },
  };
}

export function ruleJson({ when, fixed, floor, cap, ...rule }: CommissionRule): Static<typeof RuleJson> {
  const { categories, sellerLevels, atLeast, atMost, from, until } = when;
  return {
    ...rule,
    when: {
      ...(categories && { categories: [...categories] }),
      ...(sellerLevels && { sellerLevels: [...sellerLevels] }),
      ...(atLeast && { atLeast: atLeast.map(moneyJson) }),
      ...(atMost && { atMost: atMost.map(moneyJson) }),
      ...(from !== undefined && { from: instantJson(from) }),
      ...(until !== undefined && { until: instantJson(until) }),
    },
    ...{ fixed: fixed.map(moneyJson), floor: floor.map(moneyJson), cap: cap.map(moneyJson) },
  };
}

export const ruleSetJson = ({ rules, publishedAt, ...set }: RuleSet): Static<typeof RuleSetJson> => ({
  ...set,
  rules: rules.map(ruleJson),
  publishedAt: instantJson(publishedAt),
});

export const taxJson = ({ of, net, tax, ...rate }: TaxLine): Static<typeof TaxJson> => ({
  ...{ line: of === "shipping" ? null : of, net: moneyJson(net), tax: moneyJson(tax) },
  ...rate,
});

export const termsJson = (terms: SaleTerms) => ({
  goods: moneyJson(terms.goods),
  shipping: moneyJson(terms.shipping),
  tax: moneyJson(terms.tax),
  buyerFee: moneyJson(terms.buyerFee),
  total: moneyJson(terms.total),
  commission: moneyJson(terms.commission),
  commissionTax: moneyJson(terms.commissionTax),
  sellerReceives: moneyJson(terms.sellerReceives),
});
