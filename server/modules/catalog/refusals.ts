import type { VariantFault } from "@amana/core/catalog";
import { NOT_CLEAN_PROBLEMS, problemOfScan } from "#modules/files";
import { invalid, type ProblemAnswer, problem } from "#runtime/http";
import type { ContentRefusal, ListingRefusal } from "./listings.ts";

const FAULTS = {
  options_without_variants: "is missing: there are options",
  choices_do_not_fit: "must make one choice for each option",
  sku_twice: "must not name a SKU twice",
  choices_twice: "must not make the same choices twice",
} as const satisfies Record<VariantFault, string>;

export function problemOfContent(refusal: ContentRefusal): ProblemAnswer<"VALIDATION_FAILED"> {
  switch (refusal.kind) {
    case "no_such_category":
      return invalid("category", "is not one for this kind of listing");
    case "price_not_positive":
      return invalid("price", "must be more than nothing");
    case "currency_not_taken":
      return invalid("price", "must be in one currency that this marketplace takes");
    case "no_such_file":
      return invalid("files", "must be files of yours for sale: uploaded with the purpose `asset`");
    case "has_no_files":
      return invalid("files", "are for what is digital");
    case "variants_do_not_fit":
      return invalid("variants", FAULTS[refusal.fault]);
    case "incomplete":
      return problem(
        "VALIDATION_FAILED",
        "The listing is not complete.",
        refusal.missing.map((field) => ({ field, message: "is missing" })),
      );
    default:
      return refusal satisfies never;
  }
}

export const LISTING_PROBLEMS = [
  "NOT_FOUND",
  "TRANSITION_NOT_ALLOWED",
  "VERSION_CONFLICT",
  "INSUFFICIENT_INVENTORY",
  ...NOT_CLEAN_PROBLEMS,
] as const;

export function problemOfListing(refusal: ListingRefusal) {
  switch (refusal.kind) {
    case "no_such_listing":
      return problem("NOT_FOUND");
    case "not_in_this_state":
      return problem("TRANSITION_NOT_ALLOWED", "The listing is in another state: its actions tell what may be done.");
    case "changed_meanwhile":
      return problem("VERSION_CONFLICT");
    case "no_such_variant":
      return invalid("variantId", "is not one of this listing's");
    case "not_enough":
      return problem("INSUFFICIENT_INVENTORY", "The stock is between nothing and a million.");
    case "being_checked":
    case "infected":
      return problemOfScan(refusal.kind);
    default:
      return problemOfContent(refusal);
  }
}
