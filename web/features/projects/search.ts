import type { Text } from "../../api/types.ts";
import { amountIn } from "../../ui/amount-in.ts";

/** Which projects somebody looks for, as the address bar says it. Amounts are texts in major units. */
export type Search = { words: string; category: string; min: string; max: string; currency: string };

/** A group of kinds of work, and the kinds in it. */
export type Group = { id: string; name: Text; children: { id: string; name: Text }[] };

/** What budgets are typed in unless something else is chosen. */
export const CURRENCIES = ["INR", "SAR", "AED", "USD", "EUR", "KWD", "BHD"] as const;
const FIRST = CURRENCIES[0];

export function searchIn(query: URLSearchParams): Search {
  const text = (name: string) => (query.get(name) ?? "").trim();
  const currency = CURRENCIES.find((one) => one === text("currency")) ?? FIRST;
  const amount = (name: string) => (amountIn(text(name), currency) ? text(name) : "");
  return {
    words: text("q").slice(0, 100),
    category: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text("category")) ? text("category").slice(0, 80) : "",
    ...{ min: amount("min"), max: amount("max"), currency },
  };
}

/** What the API is asked; the currency counts only where there is an amount. */
export function askedOf({ words, category, min, max, currency }: Search): URLSearchParams {
  const minor = (text: string) => (text === "" ? "" : String(amountIn(text, currency)?.amount ?? ""));
  const asked: [string, string][] = [
    ["q", words],
    ["category", category],
    ["atLeast", minor(min)],
    ["atMost", minor(max)],
    ["currency", min + max === "" ? "" : currency],
  ];
  return new URLSearchParams(asked.filter(([, value]) => value !== ""));
}

/** The same search in the address bar. */
export function queryOf({ words, category, min, max, currency }: Search): URLSearchParams {
  const fields: [string, string][] = [
    ["q", words],
    ["category", category],
    ["min", min],
    ["max", max],
    ["currency", min + max === "" ? "" : currency],
  ];
  return new URLSearchParams(fields.filter(([, value]) => value !== ""));
}

export const isNarrowed = ({ words, category, min, max }: Search): boolean => words + category + min + max !== "";
