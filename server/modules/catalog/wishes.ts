import type { Wording } from "@amana/core/catalog";
import type { Money } from "@amana/core/money";
import type { Parcel } from "@amana/core/shipping";
import type { Static } from "typebox";
import { invalid, moneyFrom, type ProblemAnswer } from "#runtime/http";
import type { Content, Package } from "./listing.ts";
import type { Draft, ListingChange, NewVariant } from "./listings.ts";
import type { PackageWish, ProductChange, ProductWish, ServiceChange, ServiceWish, VariantWish } from "./schemas.ts";

type Refused = ProblemAnswer<"VALIDATION_FAILED">;
type Written = { readonly en?: string; readonly ar?: string };

const NOTHING: Wording = { en: null, ar: null };
const wordingOf = ({ en, ar }: Written): Wording => ({ en: en ?? null, ar: ar ?? null });

const specificationsOf = (given: readonly { readonly name: Written; readonly value: Written }[]) =>
  given.map(({ name, value }) => ({ name: wordingOf(name), value: wordingOf(value) }));

const variantOf = ({ sku, choices, price, stock }: Static<typeof VariantWish>): NewVariant => ({
  ...{ sku, choices: choices.map(wordingOf), price: moneyFrom(price), stock: stock ?? 0 },
});

const packageOf = ({ name, description, price, deliveryDays, revisions }: Static<typeof PackageWish>): Package => ({
  ...{ name: wordingOf(name), description: description ? wordingOf(description) : NOTHING },
  ...{ price: moneyFrom(price), deliveryDays, revisions },
});

/** A product as a draft; what is missing of it is asked for when it is submitted. */
export function productDraft(wish: Static<typeof ProductWish>): Draft | Refused {
  const { kind, title, description, weightGrams, dimensionsMm } = wish;
  const variants = (wish.variants ?? []).map(variantOf);
  const price: Money | undefined = wish.price ? moneyFrom(wish.price) : variants[0]?.price;
  if (!price) return invalid("price", "is missing");
  if (kind === "digital" && (weightGrams ?? dimensionsMm ?? wish.stock) !== undefined)
    return invalid("kind", "has no weight, size or stock when it is digital");
  if ((weightGrams === undefined) !== (dimensionsMm === undefined)) return HALF_A_PARCEL;
  return {
    ...{
      category: wish.category,
      title: wordingOf(title),
      description: description ? wordingOf(description) : NOTHING,
    },
    ...{ specifications: specificationsOf(wish.specifications ?? []), options: (wish.options ?? []).map(wordingOf) },
    ...{ variants, packages: [], price, stock: wish.stock ?? 0, parcel: parcelFrom(weightGrams, dimensionsMm) },
    files: wish.files ?? [],
  };
}

const HALF_A_PARCEL = invalid("dimensionsMm", "and weightGrams come together");

const parcelFrom = (grams?: number, millimetres?: Parcel["millimetres"]): Parcel | null =>
  grams === undefined || !millimetres ? null : { grams, millimetres };

export function serviceDraft(wish: Static<typeof ServiceWish>): Draft {
  const packages = wish.packages.map(packageOf);
  const [first] = packages;
  if (!first) throw new Error("a service without packages was let through");
  return {
    ...{ category: wish.category, title: wordingOf(wish.title), packages, price: first.price },
    description: wish.description ? wordingOf(wish.description) : NOTHING,
    ...{
      specifications: specificationsOf(wish.specifications ?? []),
      options: [],
      variants: [],
      stock: 0,
      parcel: null,
      files: [],
    },
  };
}

/** The fields that are named; the others stay. */
export function changeFrom(
  wish: Static<typeof ProductChange> & Static<typeof ServiceChange>,
  expected: number | null,
): ListingChange | Refused {
  const { weightGrams, dimensionsMm } = wish;
  if ((weightGrams === undefined) !== (dimensionsMm === undefined)) return HALF_A_PARCEL;
  const parcel = parcelFrom(weightGrams, dimensionsMm);
  const content: Partial<Omit<Content, "files">> = {
    ...(wish.category !== undefined && { category: wish.category }),
    ...(wish.title && { title: wordingOf(wish.title) }),
    ...(wish.description && { description: wordingOf(wish.description) }),
    ...(wish.specifications && { specifications: specificationsOf(wish.specifications) }),
    ...(wish.options && { options: wish.options.map(wordingOf) }),
    ...(wish.packages && { packages: wish.packages.map(packageOf) }),
    ...(wish.price && { price: moneyFrom(wish.price) }),
    ...(parcel && { parcel }),
  };
  return {
    ...content,
    ...(wish.variants && { variants: wish.variants.map(variantOf) }),
    ...(wish.files && { files: wish.files }),
    expected,
  };
}
