import { type ProductId, shardOf, type UserId, type VariantId } from "@amana/core/ids";
import {
  accept,
  close,
  type Negotiation,
  type NegotiationRefusal,
  type OfferTerms,
  offer,
  opened,
  type Side,
  type WrongTerm,
  withdraw,
  wrongTerm,
} from "@amana/core/negotiation";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, hours, type Instant } from "@amana/core/time";
import { type ChosenVariant, chosenVariant, type Product, readProduct } from "#modules/catalog";
import { holdCompanies, isOneOfOrColleague } from "#modules/organizations";
import type { Database, Tx } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { announce } from "#runtime/work";
import {
  insertNegotiation,
  insertOffer,
  type NegotiationId,
  noteExpired,
  type Offer,
  type OfferId,
  offersOf,
  readNegotiation,
  type StoredNegotiation,
  setOfferState,
  updateNegotiation,
} from "./store.ts";

/** So many offers are made in one negotiation. */
export const MOST_OFFERS = 100;

export type Offered = { readonly terms: OfferTerms; readonly validForHours: number };

/** A listing, and which of its variants where it has some. */
export type About = { readonly product: ProductId; readonly variant: VariantId | null };

export type OpenRefusal =
  | "listing_unavailable"
  | "variant_not_named"
  | "own_listing"
  | "talking_already"
  | { readonly wrong: WrongTerm };

/** A buyer opens the talk about a listing with an offer. */
export const openNegotiation = (
  db: Database,
  buyer: UserId,
  about: About,
  offered: Offered,
  now: Instant,
): Promise<Result<StoredNegotiation, OpenRefusal>> =>
  db.transaction(async (tx) => {
    const product = await readProduct(tx, about.product);
    if (!product?.active) return refuse("listing_unavailable");
    const variant = variantIn(product, about.variant);
    if (!variant.ok) return variant;
    await holdCompanies(tx, [buyer, product.seller]);
    if (await isOneOfOrColleague(tx, buyer, [product.seller])) return refuse("own_listing");
    const wrong = wrongTerm(offered.terms, product.price.currency);
    if (wrong) return refuse({ wrong });
    await noteExpired(tx, buyer, product.id, now);
    const first = newOffer(product.id, 1, "buyer", offered, now);
    const negotiation: StoredNegotiation = {
      ...opened("buyer", first.expiresAt),
      id: newIdBeside("negotiation", now, product.id),
      ...{ product: product.id, buyer, seller: product.seller, currency: product.price.currency },
      variant: variant.value,
      ...{ title: product.title, picture: product.pictures[0]?.url ?? null },
      ...{ version: 1, standingOffer: first.id, openedAt: now, updatedAt: now },
    };
    if (!(await insertNegotiation(tx, negotiation))) return refuse("talking_already");
    await insertOffer(tx, negotiation.id, first);
    await updateNegotiation(tx, negotiation);
    await tell(tx, negotiation, "offered", "buyer", now);
    return ok(negotiation);
  });

function variantIn(product: Product, id: VariantId | null): Result<ChosenVariant | null, OpenRefusal> {
  if (id === null) return product.variants.length > 0 ? refuse("variant_not_named") : ok(null);
  const variant = product.variants.find((one) => one.id === id);
  return variant ? ok(chosenVariant(product, variant)) : refuse("listing_unavailable");
}

const newOffer = (
  beside: string,
  number: number,
  by: Side,
  { terms, validForHours }: Offered,
  now: Instant,
): Offer => ({
  id: newIdBeside("offer", now, beside),
  ...{ number, by, terms, madeAt: now, expiresAt: after(now, hours(validForHours)), state: "standing" },
});

export type ActRefusal =
  | NegotiationRefusal
  | "no_such_negotiation"
  | "changed_meanwhile"
  | "too_many_offers"
  | { readonly wrong: WrongTerm };

/** Who acts upon which negotiation, and the version that he has seen, if he says one. */
export type Acting = { readonly id: NegotiationId; readonly user: UserId; readonly expected: number | null };

/** Makes an offer, which takes the place of whatever stands. */
export const makeOffer = (
  db: Database,
  acting: Acting,
  offered: Offered,
  now: Instant,
): Promise<Result<StoredNegotiation, ActRefusal>> =>
  act(db, acting, now, async (tx, { before, side }) => {
    const wrong = wrongTerm(offered.terms, before.currency);
    if (wrong) return refuse({ wrong });
    const made = (await offersOf(tx, [before])).get(before.id)?.length ?? 0;
    if (made >= MOST_OFFERS) return refuse("too_many_offers");
    const next = newOffer(before.id, made + 1, side, offered, now);
    const moved = offer(before, side, next.expiresAt, now);
    if (!moved.ok) return moved;
    if (before.standingOffer) await setOfferState(tx, before.id, before.standingOffer, "superseded");
    await insertOffer(tx, before.id, next);
    return ok({ what: "offered", moved: moved.value, standingOffer: next.id });
  });

/** What is done with an offer that was accepted, in the same transaction. */
export type Conclude = (tx: Tx, negotiation: StoredNegotiation, accepted: Offer, now: Instant) => Promise<void>;

/** Takes the offer of the other side: exactly this one, and only while it stands. */
export const acceptOffer = (
  db: Database,
  acting: Acting & { readonly offer: OfferId },
  conclude: Conclude,
  now: Instant,
): Promise<Result<StoredNegotiation, ActRefusal>> =>
  act(db, acting, now, async (tx, { before, side }) => {
    const moved = accept(before, side, before.standingOffer === acting.offer, now);
    if (!moved.ok) return moved;
    await setOfferState(tx, before.id, acting.offer, "accepted");
    const accepted = (await offersOf(tx, [before])).get(before.id)?.find(({ id }) => id === acting.offer);
    if (!accepted) throw new Error(`${acting.offer} stood and is not there`);
    await conclude(tx, before, accepted, now);
    return ok({ what: "accepted", moved: moved.value, standingOffer: null });
  });

/** Takes one's own standing offer back. */
export const withdrawOffer = (
  db: Database,
  acting: Acting & { readonly offer: OfferId },
  now: Instant,
): Promise<Result<StoredNegotiation, ActRefusal>> =>
  act(db, acting, now, async (tx, { before, side }) => {
    const moved = withdraw(before, side, before.standingOffer === acting.offer, now);
    if (!moved.ok) return moved;
    await setOfferState(tx, before.id, acting.offer, "withdrawn");
    return ok({ what: "withdrawn", moved: moved.value, standingOffer: null });
  });

export const closeNegotiation = (
  db: Database,
  acting: Acting,
  now: Instant,
): Promise<Result<StoredNegotiation, ActRefusal>> =>
  act(db, acting, now, async (tx, { before }) => {
    const moved = close(before, now);
    if (!moved.ok) return moved;
    if (before.standingOffer) await setOfferState(tx, before.id, before.standingOffer, "closed");
    return ok({ what: "closed", moved: moved.value, standingOffer: null });
  });

export const sideOf = ({ buyer, seller }: StoredNegotiation, user: UserId): Side | null =>
  user === buyer ? "buyer" : user === seller ? "seller" : null;

/** What `negotiation.changed` may say. */
export type What = "offered" | "accepted" | "withdrawn" | "closed";
type Done = { readonly what: What; readonly moved: Negotiation; readonly standingOffer: OfferId | null };
type Work = (
  tx: Tx,
  ground: { readonly before: StoredNegotiation; readonly side: Side },
) => Promise<Result<Done, ActRefusal>>;

/** Every act has the negotiation to itself from the look to the commit. */
const act = (
  db: Database,
  { id, user, expected }: Acting,
  now: Instant,
  work: Work,
): Promise<Result<StoredNegotiation, ActRefusal>> =>
  db.transaction(async (tx) => {
    const before = await readNegotiation(tx, id, true);
    const side = before && sideOf(before, user);
    if (!before || !side) return refuse("no_such_negotiation");
    if (expected !== null && expected !== before.version) return refuse("changed_meanwhile");
    const done = await work(tx, { before, side });
    if (!done.ok) return done;
    const { what, moved, standingOffer } = done.value;
    const after: StoredNegotiation = {
      ...{ ...before, ...moved, standingOffer, version: before.version + 1, updatedAt: now },
    };
    await updateNegotiation(tx, after);
    await tell(tx, after, what, side, now);
    return ok(after);
  });

const tell = (tx: Tx, negotiation: StoredNegotiation, what: What, by: Side, now: Instant): Promise<void> =>
  announce(tx, now, {
    shard: shardOf(negotiation.id),
    topic: "negotiation.changed",
    payload: {
      ...{ negotiation: negotiation.id, version: negotiation.version, what, by },
      ...{ buyer: negotiation.buyer, seller: negotiation.seller, title: negotiation.title },
    },
  });
