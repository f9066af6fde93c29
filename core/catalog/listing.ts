import { ok, type Result, refuse } from "../result/index.ts";
import type { ListingKind } from "./categories.ts";

/** Only what is active is found and bought; what is under review waits for staff. */
export const LISTING_STATES = ["draft", "under_review", "active", "inactive"] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** What its seller does with a listing, then what staff do. */
export const SELLER_COMMANDS = ["submit", "withdraw", "deactivate", "activate"] as const;
export const STAFF_COMMANDS = ["approve", "reject"] as const;
export type ListingCommand = (typeof SELLER_COMMANDS)[number] | (typeof STAFF_COMMANDS)[number];

/** Whether staff look at a listing before it is for sale. */
export type Review = "on" | "off";

/** From where a command leads where; what is not here is refused. */
const MOVES: Readonly<Record<ListingState, Readonly<Partial<Record<ListingCommand, ListingState>>>>> = {
  draft: { submit: "under_review" },
  under_review: { withdraw: "draft", approve: "active", reject: "draft" },
  // What was found wrong later goes back to its seller too.
  active: { deactivate: "inactive", reject: "draft" },
  inactive: { activate: "active", reject: "draft" },
};

export function nextListingState(
  state: ListingState,
  command: ListingCommand,
  review: Review,
): Result<ListingState, "not_in_this_state"> {
  const next = MOVES[state][command];
  if (!next) return refuse("not_in_this_state");
  return ok(next === "under_review" && review === "off" ? "active" : next);
}

/** What may be done now, in the order of the lists above. */
export const listingActions = <C extends ListingCommand>(state: ListingState, commands: readonly C[]): C[] =>
  commands.filter((command) => MOVES[state][command] !== undefined);

/** What staff have under their eyes is not changed meanwhile. */
export const mayBeEdited = (state: ListingState): boolean => state !== "under_review";

/** What nobody has ever seen may go without a trace. */
export const mayBeDeleted = (state: ListingState): boolean => state === "draft";

/** Words in one language or in both; never in none. */
export type Wording = { readonly en: string | null; readonly ar: string | null };

/** What readers of either language see: where one has no words of its own, those of the other. */
export const inBothLanguages = ({ en, ar }: Wording): { readonly en: string; readonly ar: string } => ({
  en: en ?? ar ?? "",
  ar: ar ?? en ?? "",
});

export const isWorded = ({ en, ar }: Wording): boolean => (en ?? "") !== "" || (ar ?? "") !== "";

/** What is looked at before a listing may be offered. */
export type Offered = {
  readonly kind: ListingKind;
  readonly description: Wording;
  readonly hasParcel: boolean;
  readonly packages: number;
  /** What its buyers get to download. */
  readonly files: number;
};

/** The fields that a listing lacks to be for sale; drafts may lack them. */
export function missingToSell({ kind, description, hasParcel, packages, files }: Offered): string[] {
  const missing = isWorded(description) ? [] : ["description"];
  if (kind === "physical" && !hasParcel) missing.push("weightGrams", "dimensionsMm");
  if (kind === "digital" && files === 0) missing.push("files");
  if (kind === "service" && packages === 0) missing.push("packages");
  return missing;
}

export type VariantChoice = { readonly sku: string; readonly choices: readonly Wording[] };
export type VariantFault = "options_without_variants" | "choices_do_not_fit" | "sku_twice" | "choices_twice";

/** Each variant makes one choice for every option, and no two are the same. */
export function faultOfVariants(options: number, variants: readonly VariantChoice[]): VariantFault | null {
  if (options > 0 && variants.length === 0) return "options_without_variants";
  if (variants.some(({ choices }) => choices.length !== options || options === 0)) return "choices_do_not_fit";
  if (hasTwice(variants.map(({ sku }) => sku))) return "sku_twice";
  return hasTwice(variants.map(({ choices }) => choices.map(wordsOf).join("\n"))) ? "choices_twice" : null;
}

const wordsOf = (wording: Wording): string => Object.values(inBothLanguages(wording)).join("\t");
const hasTwice = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;
