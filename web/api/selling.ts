/** The words of what sellers do with what they offer. */
import type { Listed, Money, Party, Text } from "./types.ts";

export type ListingKind = "physical" | "digital" | "service";
export const KINDS: readonly ListingKind[] = ["physical", "digital", "service"];

/** As it was written: null in the language that it was not written in. */
export type Written = { en: string | null; ar: string | null };

export const SHELVES = ["draft", "rejected", "under_review", "active", "out_of_stock", "inactive"] as const;
export type Shelf = (typeof SHELVES)[number];
export type ListingCounts = Record<Shelf, number>;

export type ListingPicture = { id: string | null; url: string; alt: Text; sizes: { width: number; url: string }[] };
export type ListingVariant = { id: string; sku: string; choices: Written[]; price: Money; stock: number };
export type ListingPackage = {
  name: Written;
  description: Written;
  price: Money;
  deliveryDays: number;
  revisions: number;
};
export type ListingFile = { id: string; name: string; mediaType: string; size: number };

export type Listing = {
  id: string;
  kind: ListingKind;
  state: "draft" | "under_review" | "active" | "inactive";
  version: number;
  actions: ("submit" | "withdraw" | "deactivate" | "activate" | "edit" | "delete")[];
  seller: Party;
  category: string;
  title: Written;
  description: Written;
  specifications: { name: Written; value: Written }[];
  price: Money;
  options: Written[];
  variants: ListingVariant[];
  packages: ListingPackage[];
  pictures: ListingPicture[];
  stock: number;
  files: ListingFile[];
  weightGrams: number | null;
  dimensionsMm: { length: number; width: number; height: number } | null;
  listedAt: string;
  submittedAt: string | null;
  rejection: string | null;
};

export type Currency = { code: string; digits: number };

export type PickupAddress = { line1: string; line2: string | null; city: string; postcode: string };

export type OrderCount = { status: string; count: number };

/** What of a negotiation its seller has to know to see whose turn it is. */
export type Talk = {
  id: string;
  product: { title: Text };
  buyer: Party;
  standingOffer: { by: "buyer" | "seller"; total: Money; expiresAt: string } | null;
};

export type Listings = Listed<Listing>;

/** On which shelf a listing lies, as the server puts it. */
export function shelfOf({
  state,
  kind,
  stock,
  rejection,
}: Pick<Listing, "state" | "kind" | "stock" | "rejection">): Shelf {
  if (state === "draft" && rejection !== null) return "rejected";
  if (state === "active" && kind === "physical" && stock === 0) return "out_of_stock";
  return state;
}
