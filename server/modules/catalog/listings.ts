import {
  faultOfVariants,
  type ListingCommand,
  type ListingKind,
  mayBeDeleted,
  mayBeEdited,
  mayBeFiledUnder,
  missingToSell,
  nextListingState,
  type Review,
  type STAFF_COMMANDS,
  type VariantFault,
} from "@amana/core/catalog";
import { type Id, type ListingId, shardOf, type UserId } from "@amana/core/ids";
import type { Currency } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { NotClean } from "#modules/files";
import type { Database, Queryable, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newIdBeside } from "#runtime/ids";
import { announce } from "#runtime/work";
import { filesForSale, holdForSale, objectionToFiles } from "./files.ts";
import type { Content, Listing, Variant } from "./listing.ts";
import { type StockChange, shiftStock } from "./stock.ts";
import {
  deleteListing,
  insertListing,
  insertRevision,
  listingsWith,
  lockListing,
  readListing,
  saveContent,
  saveState,
} from "./store.ts";
import { replaceVariants } from "./variant-store.ts";

/** What a marketplace allows of listings. */
export type ListingRules = { readonly review: Review; readonly currencies: readonly Currency[] };

export type NewVariant = Omit<Variant, "id">;
export type Draft = Omit<Content, "files"> & {
  readonly stock: number;
  readonly variants: readonly NewVariant[];
  readonly files: readonly Id<"file">[];
};

export type ContentRefusal =
  | {
      readonly kind: "no_such_category" | "price_not_positive" | "currency_not_taken" | "no_such_file" | "has_no_files";
    }
  | { readonly kind: "variants_do_not_fit"; readonly fault: VariantFault }
  | { readonly kind: "incomplete"; readonly missing: readonly string[] };

export type ListingRefusal =
  | ContentRefusal
  | { readonly kind: NotClean }
  | { readonly kind: "no_such_listing" | "not_in_this_state" | "changed_meanwhile" | "no_such_variant" | "not_enough" };

/** Makes a draft. */
export async function createListing(
  db: Database,
  rules: ListingRules,
  { user }: Asker,
  kind: ListingKind,
  wish: Draft,
  now: Instant,
): Promise<Result<Listing, ContentRefusal>> {
  const draft = atLowestPrice(wish);
  const refused = objectionTo(rules, kind, draft);
  if (refused) return refuse(refused);
  const id = newIdBeside(kind === "service" ? "service" : "product", now, user);
  return await db.transaction(async (tx) => {
    const { variants, ...content } = draft;
    const files = await filesForSale(tx, user, draft.files);
    if (!files.ok) return files;
    const held = await holdForSale(tx, user, files.value, now);
    if (!held.ok) return held;
    const base = { id, seller: user, kind, state: "draft", version: 1, pictures: [], listedAt: now } as const;
    await insertListing(tx, { ...content, ...base, files: files.value, submittedAt: null, rejection: null });
    await replaceVariants(tx, id, withIds(variants, id, now));
    const made = await present(tx, id);
    await insertRevision(tx, made, now);
    return ok(made);
  });
}

export type ListingChange = Partial<Omit<Content, "files">> & {
  readonly variants?: readonly NewVariant[];
  /** Those that are sold from now on; who has bought keeps what was bought. */
  readonly files?: readonly Id<"file">[];
  /** Null: whatever it says now. */
  readonly expected: number | null;
};

type Wished = Partial<Omit<Content, "files">> & {
  readonly variants: readonly NewVariant[] | undefined;
  readonly files: readonly Id<"file">[] | undefined;
};

/** Writes down a new version; of what is for sale too, for orders keep what they bought as it was. */
export const changeListing = (
  db: Database,
  rules: ListingRules,
  { user }: Asker,
  id: ListingId,
  { variants, files, expected, ...change }: ListingChange,
  now: Instant,
): Promise<Result<Listing, ListingRefusal>> =>
  db.transaction(async (tx) => {
    const before = await lockListing(tx, id);
    if (before?.seller !== user) return refuse({ kind: "no_such_listing" });
    if (expected !== null && expected !== before.version) return refuse({ kind: "changed_meanwhile" });
    const edited = await withFiles(tx, rules, before, { ...change, variants, files }, now);
    if (!edited.ok) return edited;
    const changed = edited.value;
    await saveContent(tx, changed);
    if (variants) await replaceVariants(tx, id, withIds(variants, id, now));
    const after = await present(tx, id);
    await insertRevision(tx, after, now);
    await tell(tx, id, now);
    return ok(after);
  });

/** As `withChange`, with other files where some are named: nothing is held for a change that is refused. */
async function withFiles(
  tx: Tx,
  rules: ListingRules,
  before: Listing,
  { files, variants, ...change }: Wished,
  now: Instant,
): Promise<Result<Listing, ListingRefusal>> {
  if (!files) return withChange(rules, before, change, variants);
  const chosen = await filesForSale(tx, before.seller, files);
  if (!chosen.ok) return chosen;
  const edited = withChange(rules, before, { ...change, files: chosen.value }, variants);
  if (!edited.ok) return edited;
  const unclean = before.state === "draft" ? null : await objectionToFiles(tx, chosen.value);
  if (unclean) return refuse(unclean);
  const held = await holdForSale(tx, before.seller, chosen.value, now);
  return held.ok ? edited : held;
}

/** Its variants stay as they were: those that are wished for are written by themselves. */
function withChange(
  rules: ListingRules,
  before: Listing,
  change: Partial<Content>,
  variants: readonly NewVariant[] = before.variants,
): Result<Listing, ListingRefusal> {
  if (!mayBeEdited(before.state)) return refuse({ kind: "not_in_this_state" });
  const offered = atLowestPrice({ ...before, ...change, variants });
  const changed: Listing = { ...offered, variants: before.variants, version: before.version + 1 };
  const refused = objectionTo(rules, before.kind, offered) ?? (before.state === "draft" ? null : lackOf(changed));
  return refused ? refuse(refused) : ok(changed);
}

/** What leads towards the sale. */
const OFFERS: ReadonlySet<ListingCommand> = new Set(["submit", "activate", "approve"]);

const objectionToOffer = async (tx: Tx, listing: Listing, command: ListingCommand): Promise<ListingRefusal | null> =>
  OFFERS.has(command) ? (lackOf(listing) ?? (await objectionToFiles(tx, listing.files))) : null;

/** Moves a listing by its seller's word. */
export const moveListing = (
  db: Database,
  rules: ListingRules,
  { user }: Asker,
  id: ListingId,
  command: Exclude<ListingCommand, (typeof STAFF_COMMANDS)[number]>,
  now: Instant,
): Promise<Result<Listing, ListingRefusal>> =>
  db.transaction(async (tx) => {
    const before = await lockListing(tx, id);
    if (before?.seller !== user) return refuse({ kind: "no_such_listing" });
    const lack = await objectionToOffer(tx, before, command);
    if (lack) return refuse(lack);
    return await moved(tx, rules, before, { command, reason: null }, now);
  });

/** Approves a listing, or sends it back with a reason; nobody decides about his own. */
export const judgeListing = (
  db: Database,
  rules: ListingRules,
  asker: Asker,
  id: ListingId,
  { command, reason }: { readonly command: (typeof STAFF_COMMANDS)[number]; readonly reason: string | null },
  now: Instant,
): Promise<Result<Listing, ListingRefusal | { readonly kind: "your_own" }>> =>
  db.transaction(async (tx) => {
    const before = await lockListing(tx, id);
    if (!before) return refuse({ kind: "no_such_listing" });
    if (before.seller === asker.user) return refuse({ kind: "your_own" });
    const lack = await objectionToOffer(tx, before, command);
    if (lack) return refuse(lack);
    const after = await moved(tx, rules, before, { command, reason }, now);
    if (!after.ok) return after;
    const what = command === "approve" ? "approved" : "rejected";
    await record(tx, now, {
      ...{ ...doneBy("staff", asker), action: `listing.${what}`, subject: id, reason },
      detail: { version: before.version, from: before.state },
    });
    await announce(tx, now, { shard: shardOf(id), topic: "listing.judged", payload: { listing: id, what, at: now } });
    return after;
  });

async function moved(
  tx: Queryable,
  { review }: Pick<ListingRules, "review">,
  before: Listing,
  { command, reason }: { readonly command: ListingCommand; readonly reason: string | null },
  now: Instant,
): Promise<Result<Listing, ListingRefusal>> {
  const next = nextListingState(before.state, command, review);
  if (!next.ok) return refuse({ kind: next.error });
  const isFirstSeen = next.value === "active" && before.state !== "inactive";
  const after: Listing = {
    ...before,
    state: next.value,
    submittedAt: command === "submit" ? now : before.submittedAt,
    rejection: command === "reject" ? reason : command === "approve" ? null : before.rejection,
    listedAt: isFirstSeen ? now : before.listedAt,
  };
  await saveState(tx, after);
  await tell(tx, after.id, now);
  return ok(after);
}

/** What turned out to be infected goes back to its sellers, wherever it is offered. */
export async function withdrawFile(tx: Queryable, file: Id<"file">, seller: UserId, now: Instant): Promise<void> {
  for (const id of await listingsWith(tx, seller, file)) {
    const before = await lockListing(tx, id);
    const taken = { command: "reject", reason: null } as const;
    if (before && before.state !== "draft") await moved(tx, { review: "on" }, before, taken, now);
  }
}

/** A draft goes without a trace; what was once for sale is only taken off. */
export const removeListing = (
  db: Database,
  { user }: Asker,
  id: ListingId,
): Promise<Result<"removed", ListingRefusal>> =>
  db.transaction(async (tx) => {
    const before = await lockListing(tx, id);
    if (before?.seller !== user) return refuse({ kind: "no_such_listing" });
    if (!mayBeDeleted(before.state) || before.submittedAt !== null) return refuse({ kind: "not_in_this_state" });
    await deleteListing(tx, id);
    return ok("removed");
  });

class NotEnough extends Error {}

/** Puts pieces on the shelf or takes them from it. */
export async function changeStock(
  db: Database,
  { user }: Asker,
  change: StockChange,
  now: Instant,
): Promise<Result<Listing, ListingRefusal>> {
  try {
    return await db.transaction(async (tx) => {
      const before = await readListing(tx, change.listing);
      if (before?.seller !== user || before.kind !== "physical") return refuse({ kind: "no_such_listing" });
      const isThere =
        change.variant === null
          ? before.variants.length === 0
          : before.variants.some(({ id }) => id === change.variant);
      if (!isThere) return refuse({ kind: "no_such_variant" });
      // Whatever was written down of the request goes too.
      if (!(await shiftStock(tx, change, now))) throw new NotEnough();
      return ok(await present(tx, change.listing));
    });
  } catch (error) {
    if (error instanceof NotEnough) return refuse({ kind: "not_enough" });
    throw error;
  }
}

type Offer = Pick<Content, "category" | "price" | "options" | "packages"> & {
  readonly variants: readonly NewVariant[];
  readonly files: readonly unknown[];
};

function objectionTo({ currencies }: ListingRules, kind: ListingKind, offer: Offer): ContentRefusal | null {
  const { category, options, variants } = offer;
  if (!mayBeFiledUnder(kind, category) && category !== UNFILED) return { kind: "no_such_category" };
  const prices = [offer.price, ...variants.map(({ price }) => price), ...offer.packages.map(({ price }) => price)];
  if (prices.some(({ minor }) => minor <= 0n)) return { kind: "price_not_positive" };
  if (prices.some(({ currency }) => currency !== offer.price.currency || !currencies.includes(currency)))
    return { kind: "currency_not_taken" };
  if (kind !== "digital" && offer.files.length > 0) return { kind: "has_no_files" };
  const fault = faultOfVariants(options.length, variants);
  return fault && { kind: "variants_do_not_fit", fault };
}

/** Of what has several prices the lowest is the one that lists show. */
function atLowestPrice<T extends Offer>(offer: T): T {
  const prices = [...offer.variants, ...offer.packages].map(({ price }) => price);
  const [first, ...others] = prices;
  if (!first) return offer;
  return { ...offer, price: others.reduce((least, one) => (one.minor < least.minor ? one : least), first) };
}

/** Where products stand that were there before there were categories. */
const UNFILED = "goods";

function lackOf({ kind, description, parcel, packages, files }: Listing): ContentRefusal | null {
  const missing = missingToSell({
    ...{ kind, description, hasParcel: parcel !== null, packages: packages.length, files: files.length },
  });
  return missing.length === 0 ? null : { kind: "incomplete", missing };
}

const withIds = (variants: readonly NewVariant[], listing: ListingId, now: Instant): Variant[] =>
  variants.map((variant) => ({ ...variant, id: newIdBeside("variant", now, listing) }));

/** Whoever keeps a copy of what is for sale looks again. */
export const tell = (tx: Queryable, id: ListingId, now: Instant): Promise<void> =>
  announce(tx, now, { shard: shardOf(id), topic: "listing.changed", payload: { listing: id } });

async function present(tx: Queryable, id: ListingId): Promise<Listing> {
  const listing = await readListing(tx, id);
  if (!listing) throw new Error(`${id} is gone`);
  return listing;
}
