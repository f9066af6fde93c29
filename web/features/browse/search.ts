import { parseMajor } from "@amana/core/money";
import { plainDigits } from "../../ui/digits.ts";

export const SORTS = ["relevance", "newest", "price_up", "price_down"] as const;
export type Sort = (typeof SORTS)[number];

/** What somebody looks for, as the address bar says it. Amounts are texts in major units, as people type them. */
export type Search = {
  words: string;
  category: string;
  seller: string;
  min: string;
  max: string;
  sort: Sort | "";
};

const MOST_WORDS = 200;

export function searchIn(query: URLSearchParams, category = ""): Search {
  const text = (name: string) => (query.get(name) ?? "").trim();
  return {
    words: text("q").slice(0, MOST_WORDS),
    category,
    seller: /^usr_[0-9a-f]{32}$/.test(text("seller")) ? text("seller") : "",
    min: amountText(text("min")),
    max: amountText(text("max")),
    sort: SORTS.find((one) => one === query.get("sort")) ?? "",
  };
}

/** Digits of any script, and no groups; nothing where it is no amount. */
function amountText(text: string): string {
  const plain = plainDigits(text).replaceAll(/[,٬\s]/g, "");
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? plain : "";
}

/** The page of a search, below the language. */
export function pageOf(search: Search): string {
  const query = queryOf(search);
  const path = search.category === "" ? "/browse" : `/browse/${encodeURIComponent(search.category)}`;
  return query === "" ? path : `${path}?${query}`;
}

/** What a form must carry along, and what a link says after the question mark. */
export const fieldsOf = ({ words, seller, min, max, sort }: Search): [string, string][] => {
  const fields: [string, string][] = [
    ["q", words],
    ["seller", seller],
    ["min", min],
    ["max", max],
    ["sort", sort],
  ];
  return fields.filter(([, value]) => value !== "");
};

const queryOf = (search: Search): string => new URLSearchParams(fieldsOf(search)).toString();

/** What the API is asked: amounts in minor units of the currency of what is for sale. */
export function askedOf(search: Search, currency: string): URLSearchParams {
  const { words, category, seller, min, max, sort } = search;
  const minor = (text: string): string => {
    const parsed = text === "" ? null : parseMajor(text, currency);
    return parsed?.ok ? String(parsed.value.minor) : "";
  };
  const asked: [string, string][] = [
    ["q", words],
    ["category", category],
    ["sellerId", seller],
    ["minPrice", minor(min)],
    ["maxPrice", minor(max)],
    // Without words nothing is more relevant than anything else.
    ["sort", words === "" && sort === "relevance" ? "" : sort],
  ];
  return new URLSearchParams(asked.filter(([, value]) => value !== ""));
}

/** Whether anything narrows the market or category that is looked at. */
export const isNarrowed = ({ words, seller, min, max }: Search): boolean => words + seller + min + max !== "";
