import { inBothLanguages, type ListingKind, type ListingState, type Wording } from "@amana/core/catalog";
import { type Id, idOf, type ListingId, type ProductId, parseId, type UserId, type VariantId } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import type { Parcel } from "@amana/core/shipping";
import type { Instant } from "@amana/core/time";

export type Text = { readonly en: string; readonly ar: string };

/** `id` and `sizes` are absent for pictures that come with the application. */
export type Picture = {
  readonly id?: string;
  readonly url: string;
  readonly alt: Text;
  readonly sizes?: readonly { readonly width: number; readonly url: string }[];
};

export type Specification = { readonly name: Wording; readonly value: Wording };

/** One way to have a service done. */
export type Package = {
  readonly name: Wording;
  readonly description: Wording;
  readonly price: Money;
  readonly deliveryDays: number;
  readonly revisions: number;
};

export type Variant = {
  readonly id: VariantId;
  readonly sku: string;
  readonly choices: readonly Wording[];
  readonly price: Money;
  readonly stock: number;
};

/** A file that buyers of a digital product get, as it was when its seller chose it. */
export type ListedFile = {
  readonly id: Id<"file">;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
};

/** What its seller writes: one change of it is one version. */
export type Content = {
  readonly category: string;
  readonly title: Wording;
  readonly description: Wording;
  readonly specifications: readonly Specification[];
  readonly options: readonly Wording[];
  readonly packages: readonly Package[];
  readonly price: Money;
  readonly parcel: Parcel | null;
  /** Of what is digital: all that is bought. */
  readonly files: readonly ListedFile[];
};

export type Listing = Content & {
  readonly id: ListingId;
  readonly seller: UserId;
  readonly kind: ListingKind;
  readonly state: ListingState;
  readonly version: number;
  readonly pictures: readonly Picture[];
  /** Of what has no variants. */
  readonly stock: number;
  readonly variants: readonly Variant[];
  readonly listedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly rejection: string | null;
};

/** What travels, as orders buy it. */
export type Product = {
  readonly id: ProductId;
  readonly seller: UserId;
  readonly category: string;
  readonly title: Text;
  readonly description: Text;
  readonly specifications: readonly { readonly name: Text; readonly value: Text }[];
  readonly options: readonly Text[];
  readonly variants: readonly Variant[];
  readonly pictures: readonly Picture[];
  readonly price: Money;
  readonly stock: number;
  readonly parcel: Parcel;
  readonly listedAt: Instant;
  readonly active: boolean;
};

export const listingIdOf = (kind: ListingKind, uuid: string): ListingId =>
  kind === "service" ? idOf("service", uuid) : idOf("product", uuid);

export const productIdOf = (id: ListingId): ProductId | null => parseId("product", id);

/** What was chosen in a variant, in the words of this moment. */
export type ChosenVariant = {
  readonly id: VariantId;
  readonly choices: readonly { readonly name: Text; readonly value: Text }[];
};

export const chosenVariant = (
  { options }: Pick<Product, "options">,
  { id, choices }: Pick<Variant, "id" | "choices">,
): ChosenVariant => ({
  id,
  choices: options.map((name, at) => ({ name, value: inBothLanguages(choices[at] ?? { en: null, ar: null }) })),
});

/** A listing's own stock, or that of its variants together. */
export const stockOf = ({ stock, variants }: Pick<Listing, "stock" | "variants">): number =>
  variants.length === 0 ? stock : variants.reduce((sum, variant) => sum + variant.stock, 0);
