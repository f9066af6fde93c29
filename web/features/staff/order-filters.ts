import { amountIn } from "../../ui/amount-in.ts";
import { dayAfter, dayIn } from "./days.ts";

export const ESCROW = ["pending", "held", "disputed", "released", "refunded", "settled"] as const;
export const KINDS = ["physical", "digital", "service", "milestone"] as const;
export const SORTS = ["-placedAt", "placedAt", "dueAt", "-total", "total"] as const;
export const CURRENCIES = ["INR", "SAR", "AED", "USD", "EUR", "JPY", "KWD", "BHD", "USDC", "USDT"] as const;

/** As they stand in the page's address: amounts in major units, days as days. */
export type OrderFilters = {
  readonly q: string;
  readonly escrow: string;
  readonly kind: string;
  readonly sort: string;
  readonly currency: string;
  readonly min: string;
  readonly max: string;
  readonly from: string;
  readonly until: string;
  readonly buyer: string;
  readonly seller: string;
};

const oneOf = (choices: readonly string[], text: string): string => (choices.includes(text) ? text : "");
const user = (text: string): string => (/^usr_[0-9a-f]{32}$/.test(text) ? text : "");

/** What is not understood is not asked for, and not shown as if it were. */
export function filtersIn(query: URLSearchParams): OrderFilters {
  const text = (name: string): string => (query.get(name) ?? "").trim().slice(0, 100);
  const amount = (name: string): string => (amountIn(text(name), text("currency") || "INR") ? text(name) : "");
  const [min, max] = [amount("min"), amount("max")];
  return {
    ...{ q: text("q"), escrow: oneOf(ESCROW, text("escrow")), kind: oneOf(KINDS, text("kind")) },
    ...{ sort: oneOf(SORTS.slice(1), text("sort")), min, max },
    currency: oneOf(CURRENCIES, text("currency")) || (min || max ? "INR" : ""),
    ...{
      from: dayIn(text("from")),
      until: dayIn(text("until")),
      buyer: user(text("buyer")),
      seller: user(text("seller")),
    },
  };
}

/** The page's own address for these. */
export const pageQuery = (filters: OrderFilters): URLSearchParams =>
  new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));

/** The same for the API: minor units, and the last day as a part of it. */
export function apiQuery({ min, max, from, until, ...same }: OrderFilters): URLSearchParams {
  const query = pageQuery({ ...same, min: "", max: "", from: "", until: "" });
  for (const [name, text] of [
    ["min", min],
    ["max", max],
  ] as const) {
    const amount = text && amountIn(text, same.currency);
    if (amount) query.set(name, `${amount.amount}`);
  }
  if (from) query.set("from", `${from}T00:00:00Z`);
  if (until) query.set("until", dayAfter(until));
  return query;
}
