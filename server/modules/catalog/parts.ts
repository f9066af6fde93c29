import type { Database } from "#runtime/database";
import type { ListingRules } from "./listings.ts";

export type CatalogParts = { readonly db: Database; readonly rules: ListingRules };
