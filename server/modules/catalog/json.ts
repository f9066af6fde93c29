import { inBothLanguages, listingActions, mayBeDeleted, mayBeEdited, SELLER_COMMANDS } from "@amana/core/catalog";
import { parseId, type UserId } from "@amana/core/ids";
import type { Static } from "typebox";
import { readUsers, type User } from "#modules/identity";
import type { Queryable } from "#runtime/database";
import { instantJson, moneyJson } from "#runtime/http";
import { type Listing, type Picture, stockOf } from "./listing.ts";
import type { ListingJson, PictureJson, ProductJson, ServiceJson } from "./schemas.ts";

type Of<L extends Pick<Listing, "seller">, J> = (listing: L, seller: User) => J;

/** Listings with their sellers, who are read at once. */
export async function withSellers<L extends Pick<Listing, "id" | "seller">, J>(
  db: Queryable,
  listings: readonly L[],
  json: Of<L, J>,
): Promise<J[]> {
  const sellers = await readUsers(
    db,
    listings.map(({ seller }) => seller),
  );
  return listings.map((listing) => {
    const seller = sellers.get(listing.seller);
    if (!seller) throw new Error(`${listing.id} has no seller`);
    return json(listing, seller);
  });
}

export const pictureJson = ({ id, url, alt, sizes }: Picture): Static<typeof PictureJson> => ({
  id: id === undefined ? null : parseId("picture", id),
  url,
  alt,
  sizes: (sizes ?? []).map((size) => ({ ...size })),
});

const sellerJson = ({ id, name }: { readonly id: UserId; readonly name: string }) => ({ id, name });

const shown = (listing: Listing, seller: User) => ({
  kind: listing.kind,
  category: listing.category,
  title: inBothLanguages(listing.title),
  description: inBothLanguages(listing.description),
  specifications: listing.specifications.map(({ name, value }) => ({
    ...{ name: inBothLanguages(name), value: inBothLanguages(value) },
  })),
  price: moneyJson(listing.price),
  seller: sellerJson(seller),
  pictures: listing.pictures.map(pictureJson),
  listedAt: instantJson(listing.listedAt),
});

const measuresOf = ({ parcel }: Listing) => ({
  weightGrams: parcel?.grams ?? null,
  dimensionsMm: parcel && { ...parcel.millimetres },
});

export function productJson(listing: Listing, seller: User): Static<typeof ProductJson> {
  const id = parseId("product", listing.id);
  if (!id) throw new Error(`${listing.id} is no product`);
  return {
    id,
    ...shown(listing, seller),
    options: listing.options.map(inBothLanguages),
    variants: listing.variants.map((variant) => ({
      ...variant,
      choices: variant.choices.map(inBothLanguages),
      price: moneyJson(variant.price),
    })),
    stock: stockOf(listing),
    ...measuresOf(listing),
    files: listing.files.map(({ name, mediaType, size }) => ({ name, mediaType, size })),
    pickupPostcode: seller.pickupAddress?.postcode ?? "",
  };
}

export function serviceJson(listing: Listing, seller: User): Static<typeof ServiceJson> {
  const id = parseId("service", listing.id);
  if (!id) throw new Error(`${listing.id} is no service`);
  return {
    id,
    ...shown(listing, seller),
    packages: listing.packages.map(({ name, description, price, deliveryDays, revisions }) => ({
      name: inBothLanguages(name),
      description: description.en === null && description.ar === null ? null : inBothLanguages(description),
      ...{ price: moneyJson(price), deliveryDays, revisions },
    })),
  };
}

export const listingJson = (listing: Listing, seller: User): Static<typeof ListingJson> => ({
  ...{ id: listing.id, kind: listing.kind, state: listing.state, version: listing.version },
  actions: [
    ...listingActions(listing.state, SELLER_COMMANDS),
    ...(mayBeEdited(listing.state) ? (["edit"] as const) : []),
    ...(mayBeDeleted(listing.state) && listing.submittedAt === null ? (["delete"] as const) : []),
  ],
  seller: sellerJson(seller),
  ...{ category: listing.category, title: { ...listing.title }, description: { ...listing.description } },
  specifications: listing.specifications.map(({ name, value }) => ({ name: { ...name }, value: { ...value } })),
  price: moneyJson(listing.price),
  options: listing.options.map((option) => ({ ...option })),
  variants: listing.variants.map((variant) => ({
    ...variant,
    choices: variant.choices.map((choice) => ({ ...choice })),
    price: moneyJson(variant.price),
  })),
  packages: listing.packages.map((one) => ({
    ...one,
    ...{ name: { ...one.name }, description: { ...one.description }, price: moneyJson(one.price) },
  })),
  pictures: listing.pictures.map(pictureJson),
  stock: stockOf(listing),
  ...measuresOf(listing),
  files: listing.files.map((file) => ({ ...file })),
  listedAt: instantJson(listing.listedAt),
  submittedAt: listing.submittedAt && instantJson(listing.submittedAt),
  rejection: listing.rejection,
});
