import { CATEGORIES, categoryOf, type ListingKind, mayBeFiledUnder } from "@amana/core/catalog";
import type { Text } from "../api/types.ts";
import { folded } from "../features/listings/category-match.ts";

/** The whole tree stays on the server: a page is given what it shows of it. */
export type Place = { id: string; name: Text };
export type Counted = Place & { count: number; children: Counted[] };
export type CategoryTree = { path: Place[]; below: Counted[] };

const placed = ({ id, name }: Place): Place => ({ id, name: { en: name.en, ar: name.ar } });

export const MARKETS: readonly Place[] = CATEGORIES.filter(({ parent }) => parent === null).map(placed);

/** From its market down to it; null where there is no such category. */
export function pathOf(id: string): Place[] | null {
  const category = categoryOf(id);
  if (!category) return null;
  return category.path.flatMap((one) => {
    const above = categoryOf(one);
    return above ? [placed(above)] : [];
  });
}

/** What lies below a category, and one level more where nothing is chosen, of which something was found. */
export function treeBelow(id: string, counts: readonly { category: string; count: number }[]): Counted[] {
  const found = new Map(counts.map(({ category, count }) => [category, count]));
  const childrenOf = (parent: string | null, levels: number): Counted[] =>
    CATEGORIES.filter((one) => one.parent === parent && found.has(one.id))
      .map((one) => ({
        ...placed(one),
        count: found.get(one.id) ?? 0,
        children: levels > 1 ? childrenOf(one.id, levels - 1) : [],
      }))
      .sort((a, b) => b.count - a.count);
  return childrenOf(id === "" ? null : id, id === "" ? 2 : 1);
}

/** Where a listing of this kind may be filed, each with what it lies below. */
export const choicesFor = (kind: ListingKind): (Place & { above: Text })[] =>
  CATEGORIES.flatMap((category) => {
    const above = category.parent === null ? null : categoryOf(category.parent);
    return above && mayBeFiledUnder(kind, category.id) ? [{ ...placed(category), above: placed(above).name }] : [];
  });

const inLanguage = (lang: string | undefined) => (lang === "ar" ? "ar" : "en");

/** A category by its name and what it lies below, which two of one name differ in. */
function labelOf({ name, parent }: (typeof CATEGORIES)[number], lang: "en" | "ar"): string {
  const above = parent === null ? null : categoryOf(parent);
  return above ? `${name[lang]} (${above.name[lang]})` : name[lang];
}

/** All categories, as one looks for them by name in a language. */
export const placesIn = (lang: string | undefined): { id: string; label: string }[] =>
  CATEGORIES.map((category) => ({ id: category.id, label: labelOf(category, inLanguage(lang)) }));

/** Every way to say a category, folded; what two are called alone is neither's. */
const NAMED = new Map<string, string | null>();
const say = (words: string, id: string): void => {
  const key = folded(words);
  NAMED.set(key, NAMED.has(key) && NAMED.get(key) !== id ? null : id);
};
for (const category of CATEGORIES) for (const lang of ["en", "ar"] as const) say(category.name[lang], category.id);
for (const category of CATEGORIES) {
  for (const lang of ["en", "ar"] as const) NAMED.set(folded(labelOf(category, lang)), category.id);
  NAMED.set(category.id, category.id);
}

/** The id of the category that somebody typed the name of, in either language, as it is offered or alone. */
export const categoryNamed = (text: string): string | null => NAMED.get(folded(text)) ?? null;

/** The kinds of work that projects are filed under, by group. */
export const WORK: readonly (Place & { children: Place[] })[] = CATEGORIES.filter(
  ({ kind, path }) => kind === "service" && path.length === 2,
).map((group) => ({ ...placed(group), children: CATEGORIES.filter(({ parent }) => parent === group.id).map(placed) }));

/** The names of the categories that these are filed under. */
export const namesOf = (filed: readonly { category: string | null }[]): Record<string, Text> =>
  Object.fromEntries(
    filed.flatMap(({ category }) => {
      const known = category === null ? null : categoryOf(category);
      return known ? [[known.id, placed(known).name]] : [];
    }),
  );
