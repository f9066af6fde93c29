export {
  CATEGORIES,
  type Category,
  categoriesUnder,
  categoryOf,
  LISTING_KINDS,
  type ListingKind,
  mayBeFiledUnder,
  readTree,
} from "./categories.ts";
