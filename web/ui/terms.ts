import type { Difference, Side, TermField, Terms } from "../api/negotiations.ts";
import type { Money } from "../api/types.ts";
import { amountIn } from "./amount-in.ts";

export const TERM_FIELDS = [
  ...(["unitPrice", "quantity", "shipping", "paymentHours", "dispatchDays", "deliveryDays"] as const),
  ...(["inspectionDays", "freeTerms"] as const),
] as const satisfies readonly TermField[];

/** What one field of the terms says, ready to be shown. */
export type TermValue =
  | { kind: "money"; money: Money }
  | { kind: "shipping"; bearer: Side; amount: Money }
  | { kind: "pieces" | "hours" | "days"; count: number }
  | { kind: "text"; text: string };

const COUNTED = {
  quantity: "pieces",
  paymentHours: "hours",
  dispatchDays: "days",
  deliveryDays: "days",
  inspectionDays: "days",
} as const;

export function valueOfTerm(terms: Terms, field: TermField): TermValue {
  if (field === "unitPrice") return { kind: "money", money: terms.unitPrice };
  if (field === "shipping") return { kind: "shipping", ...terms.shipping };
  if (field === "freeTerms") return { kind: "text", text: terms.freeTerms ?? "" };
  return { kind: COUNTED[field], count: terms[field] };
}

/** The same out of the words in which a change of an agreement is told; words that are none of ours stay words. */
export function valueIn(field: TermField, text: string): TermValue {
  const told: TermValue = { kind: "text", text };
  if (field === "freeTerms") return told;
  if (field === "unitPrice") return moneyIn(text, (money) => ({ kind: "money", money })) ?? told;
  if (field !== "shipping") return /^\d+$/.test(text) ? { kind: COUNTED[field], count: Number(text) } : told;
  const [, bearer, rest = ""] = /^(buyer|seller): (.*)$/s.exec(text) ?? [];
  if (bearer !== "buyer" && bearer !== "seller") return told;
  return moneyIn(rest, (amount) => ({ kind: "shipping", bearer, amount })) ?? told;
}

function moneyIn(text: string, made: (money: Money) => TermValue): TermValue | null {
  const [, currency, digits] = /^([A-Z]{3}) ([\d.]+)$/.exec(text) ?? [];
  const money = amountIn(digits, currency);
  return money && made(money);
}

export type TermChange = { field: TermField; before: TermValue; after: TermValue };

/** What differs between two offers. */
export const changesBetween = (before: Terms, after: Terms): TermChange[] =>
  TERM_FIELDS.map((field) => ({ field, before: valueOfTerm(before, field), after: valueOfTerm(after, field) })).filter(
    (one) => JSON.stringify(one.before) !== JSON.stringify(one.after),
  );

export const changesIn = (differences: readonly Difference[]): TermChange[] =>
  differences.map(({ field, before, after }) => ({
    ...{ field, before: valueIn(field, before), after: valueIn(field, after) },
  }));

type Typed = Readonly<Record<string, string>>;

/** Terms as a form sends them; the name of the first field whose amount is none. Numbers are the API's to judge. */
export function termsIn(typed: Typed): { terms: Terms } | { wrong: "unitPrice" | "amount" } {
  const { currency, bearer } = typed;
  const unitPrice = amountIn(typed.unitPrice, currency);
  if (!unitPrice) return { wrong: "unitPrice" };
  const side: Side = bearer === "seller" ? "seller" : "buyer";
  const sending = side === "seller" ? "0" : typed.shippingAmount || "0";
  const amount = amountIn(sending, currency);
  if (!amount) return { wrong: "amount" };
  const count = (name: string): number => Number(typed[name] || "0");
  return {
    terms: {
      ...{ unitPrice, quantity: count("quantity"), shipping: { bearer: side, amount } },
      ...{ paymentHours: count("paymentHours"), dispatchDays: count("dispatchDays") },
      ...{ deliveryDays: count("deliveryDays"), inspectionDays: count("inspectionDays") },
      freeTerms: typed.freeTerms ?? "",
    },
  };
}

/** What terms come to, as far as they are typed. */
export function totalIn(typed: Typed): Money | null {
  const found = termsIn(typed);
  if ("wrong" in found) return null;
  const { unitPrice, quantity, shipping } = found.terms;
  if (!Number.isSafeInteger(quantity) || quantity < 1) return null;
  const amount = unitPrice.amount * quantity + shipping.amount.amount;
  return Number.isSafeInteger(amount) ? { ...unitPrice, amount } : null;
}
