export { personalListings } from "./erase.ts";
export {
  type ChosenVariant,
  chosenVariant,
  type ListedFile,
  type Listing,
  type Picture,
  type Product,
  stockOf,
  type Text,
  type Variant,
} from "./listing.ts";
export { type ListingRules, tell as announceListing } from "./listings.ts";
export type { CatalogParts } from "./parts.ts";
export { catalogRoutes } from "./routes.ts";
export { type Digital, readDigital, readService, type Service, type ServicePackage } from "./sold.ts";
export { giveBack, reserve } from "./stock.ts";
export { activeOf, insertListing, insertProduct, readListing, readProduct } from "./store.ts";
export { withdrawInfected } from "./withdraw.ts";
