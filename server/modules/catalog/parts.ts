import type { LinkMeans } from "#modules/files";
import type { FileStore } from "#ports/file-store";
import type { Database } from "#runtime/database";
import type { ListingRules } from "./listings.ts";

export type CatalogParts = {
  readonly db: Database;
  readonly rules: ListingRules;
  /** Where pictures are kept; null: none are taken. */
  readonly store: FileStore | null;
  /** By what staff get the files of a listing; null: there are none. */
  readonly links: LinkMeans | null;
};
