import { inBothLanguages, isWorded } from "@amana/core/catalog";
import type { Id, ProductId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import { objectionToFiles } from "./files.ts";
import { type ListedFile, type Listing, type Package, type Product, productIdOf, type Text } from "./listing.ts";
import { readListing } from "./store.ts";

/** Files, as orders buy them. */
export type Digital = Omit<Product, "parcel" | "stock"> & {
  readonly version: number;
  readonly files: readonly ListedFile[];
};

/** Null for everything that is not digital. */
export async function readDigital(db: Queryable, id: ProductId): Promise<Digital | null> {
  const listing = await readListing(db, id);
  const product = listing?.kind === "digital" ? productIdOf(listing.id) : null;
  if (!listing || !product) return null;
  return {
    ...{ id: product, ...wordsOf(listing), price: listing.price, files: listing.files },
    ...{ options: listing.options.map(inBothLanguages), variants: listing.variants },
    active: listing.state === "active" && (await objectionToFiles(db, listing.files)) === null,
  };
}

const wordsOf = (listing: Listing) => ({
  ...{ seller: listing.seller, category: listing.category, version: listing.version },
  ...{ title: inBothLanguages(listing.title), description: inBothLanguages(listing.description) },
  specifications: listing.specifications.map(({ name, value }) => ({
    ...{ name: inBothLanguages(name), value: inBothLanguages(value) },
  })),
  ...{ pictures: listing.pictures, listedAt: listing.listedAt, active: listing.state === "active" },
});

/** Work in packages, as orders buy it. */
export type Service = ReturnType<typeof wordsOf> & {
  readonly id: Id<"service">;
  readonly packages: readonly ServicePackage[];
};

/** In both languages, as orders keep it. */
export type ServicePackage = Omit<Package, "name" | "description"> & {
  readonly name: Text;
  /** Null where its seller has written none. */
  readonly description: Text | null;
};

/** Null for everything that is no service. */
export async function readService(db: Queryable, id: Id<"service">): Promise<Service | null> {
  const listing = await readListing(db, id);
  if (listing?.kind !== "service") return null;
  return { id, ...wordsOf(listing), packages: listing.packages.map(packageOf) };
}

const packageOf = ({ name, description, ...terms }: Package): ServicePackage => ({
  ...{ ...terms, name: inBothLanguages(name) },
  description: isWorded(description) ? inBothLanguages(description) : null,
});
