import { DIGITAL } from "./digital.ts";
import { GOODS } from "./goods.ts";
import { SERVICES } from "./services.ts";

/** What a listing is: something that travels, something that is downloaded, something that is done. */
export const LISTING_KINDS = ["physical", "digital", "service"] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

export type Category = {
  /** Stable: listings, filters and links name it. */
  readonly id: string;
  readonly parent: string | null;
  readonly kind: ListingKind;
  /** From its market down to itself. */
  readonly path: readonly string[];
  readonly name: { readonly en: string; readonly ar: string };
};

/** All categories of the three markets, each after its parent. */
export const CATEGORIES: readonly Category[] = [
  ...readTree(GOODS, "physical"),
  ...readTree(DIGITAL, "digital"),
  ...readTree(SERVICES, "service"),
];

const byId = new Map(CATEGORIES.map((category) => [category.id, category]));

export const categoryOf = (id: string): Category | null => byId.get(id) ?? null;

/** Whether something of this kind may be filed there: anywhere in its own market but at its root. */
export function mayBeFiledUnder(kind: ListingKind, id: string): boolean {
  const category = categoryOf(id);
  return category !== null && category.kind === kind && category.parent !== null;
}

const below = new Map<string, string[]>();
for (const { id, path } of CATEGORIES) for (const above of path) below.set(above, [...(below.get(above) ?? []), id]);

/** A category and all below it; empty for one that there is not. */
export const categoriesUnder = (id: string): readonly string[] => below.get(id) ?? [];

/** Reads a tree written as indented lines. */
export function readTree(text: string, kind: ListingKind): Category[] {
  const above: string[] = [];
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const [id = "", en = "", ar = ""] = line.trim().split(" | ");
      if (!Number.isInteger(depth) || depth > above.length || ar === "") throw new Error(`not a category: ${line}`);
      above.splice(depth, above.length, id);
      return { id, parent: above[depth - 1] ?? null, kind, path: [...above], name: { en, ar } };
    });
}
