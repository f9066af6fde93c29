import { uuidOf } from "@amana/core/ids";
import { byScript } from "@amana/core/search";
import type { SearchQuery } from "#ports/listing-search";

export type Conditions = {
  /** The query for the full text, as SQL; null where no words are asked for. */
  readonly words: string | null;
  /** What else is asked, as SQL: only that, so that the planner sees it. */
  readonly filters: readonly string[];
  readonly values: readonly unknown[];
};

export function conditionsOf({ words, kind, categories, seller, minPrice, maxPrice }: SearchQuery): Conditions {
  const { english, arabic } = byScript(words);
  const values: unknown[] = [];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const queries = [
    ...(english === "" ? [] : [`plainto_tsquery('english', ${value(english)})`]),
    ...(arabic === "" ? [] : [`plainto_tsquery('arabic', ${value(arabic)})`]),
  ];
  const filters = [
    ...(kind === null ? [] : [`kind = ${value(kind)}`]),
    ...(categories === null ? [] : [`category = any (${value(categories)}::text[])`]),
    ...(seller === null ? [] : [`seller_id = ${value(uuidOf(seller))}`]),
    ...(minPrice === null ? [] : [`price >= ${value(minPrice)}`]),
    ...(maxPrice === null ? [] : [`price <= ${value(maxPrice)}`]),
  ];
  return { words: queries.length > 0 ? queries.join(" && ") : null, filters, values };
}
