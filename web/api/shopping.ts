/** The words of the API for finding and buying; times are ISO 8601 in UTC. */
import type { Money, OrderSummary, Party, Payment, Product, ShippingOption, Text } from "./types.ts";

export const LISTING_KINDS = ["physical", "digital", "service"] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];
export type PictureSize = { width: number; url: string };

export type Hit = {
  id: string;
  kind: ListingKind;
  category: string;
  title: Text;
  price: Money;
  seller: Party;
  pictureUrl: string | null;
  pictureSizes: PictureSize[];
  inStock: boolean | null;
};
export type Facets = {
  kinds: { kind: ListingKind; count: number }[];
  categories: { category: string; count: number }[];
  sellers: (Party & { count: number })[];
  /** In minor units. */
  prices: { from: number; to: number; count: number }[];
};
/** The first page counts, the later ones do not. */
export type Found = {
  data: Hit[];
  nextCursor: string | null;
  found: { count: number; orMore: boolean } | null;
  facets: Facets | null;
  searchedFor: string | null;
};
export type Suggestion = { text: string; category: string | null };

export type ServicePackage = {
  name: Text;
  description: Text | null;
  price: Money;
  deliveryDays: number;
  revisions: number;
};
export type Service = {
  id: string;
  kind: "service";
  category: string;
  title: Text;
  description: Text;
  specifications: { name: Text; value: Text }[];
  price: Money;
  seller: Party;
  pictures: Product["pictures"];
  packages: ServicePackage[];
};

/** What an order of files or of a service would cost now, and what would hold for it. */
export type Price = { goods: Money; tax: Money; buyerFee: Money; total: Money; conditions: Conditions };
/** A span of time; where it counts business days, days off do not use it up. */
export type Window = { minutes: number; businessDays: boolean };
export type Conditions = {
  inspection: Window;
  /** How long the seller has to accept; null where there is nothing to accept. */
  acceptance: Window | null;
  /** How often each file may be downloaded, and for how many days; null where nothing is. */
  downloads: { perFile: number; days: number | null } | null;
};

export type CartLine = {
  id: string;
  productId: string;
  variantId: string | null;
  title: Text;
  choices: Text[];
  pictureUrl: string | null;
  quantity: number;
  unitPrice: Money;
  priceWhenAdded: Money | null;
  total: Money | null;
  state: "buyable" | "unavailable" | "insufficient_stock" | "own_listing";
};
export type CartAmounts = { goods: Money; shipping: Money; tax: Money; buyerFee: Money; total: Money };
export type CartOption = ShippingOption & { amounts: CartAmounts };
export type CartPart = {
  seller: Party;
  lines: CartLine[];
  shipping: { quoteId: string; expiresAt: string; options: CartOption[]; cheapest: string } | null;
  problem:
    | "no_postcode"
    | "not_all_buyable"
    | "several_currencies"
    | "nothing_to_fetch"
    | "no_carrier"
    | "not_shipped_there"
    | null;
};
export type Cart = { sellers: CartPart[]; total: Money | null; now: string };

export type Purchase = {
  id: string;
  createdAt: string;
  total: Money;
  due: Money;
  orders: OrderSummary[];
  payment: Payment | null;
  actions: "pay"[];
  now: string;
};

export type PurchaseSummary = { id: string; createdAt: string; total: Money; orderIds: string[] };

export type Entitlement = {
  id: string;
  orderId: string;
  orderNumber: string;
  productId: string;
  version: number;
  title: Text;
  pictureUrl: string | null;
  seller: Party;
  licences: number;
  state: "unpaid" | "open" | "suspended" | "withdrawn" | "expired";
  boughtAt: string;
  expiresAt: string | null;
  files: {
    id: string;
    name: string;
    mediaType: string;
    size: number;
    sha256: string;
    downloads: number;
    downloadsLeft: number;
  }[];
};
