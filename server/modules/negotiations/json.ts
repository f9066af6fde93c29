import type { Id } from "@amana/core/ids";
import { actsOf, type OfferTerms, offerStateAt, type Side, stateAt, totalOf } from "@amana/core/negotiation";
import type { Instant } from "@amana/core/time";
import type { Static } from "typebox";
import { agreementsOf, variantJson } from "#modules/agreements";
import { readUsers } from "#modules/identity";
import type { Queryable } from "#runtime/database";
import { instantJson, moneyFrom, moneyJson } from "#runtime/http";
import type { NegotiationJson, NegotiationSummaryJson, OfferJson, OfferWishJson } from "./schemas.ts";
import { type Offer, offersOf, type StoredNegotiation } from "./store.ts";

export const termsOfWish = (wish: Static<typeof OfferWishJson>): OfferTerms => ({
  unitPrice: moneyFrom(wish.unitPrice),
  quantity: wish.quantity,
  shipping: { bearer: wish.shipping.bearer, amount: moneyFrom(wish.shipping.amount) },
  paymentHours: wish.paymentHours,
  dispatchDays: wish.dispatchDays,
  deliveryDays: wish.deliveryDays,
  inspectionDays: wish.inspectionDays,
  freeTerms: wish.freeTerms ?? "",
});

const offerJson = ({ terms, ...offer }: Offer, now: Instant): Static<typeof OfferJson> => ({
  id: offer.id,
  number: offer.number,
  by: offer.by,
  status: offerStateAt(offer.state, offer.expiresAt, now),
  unitPrice: moneyJson(terms.unitPrice),
  quantity: terms.quantity,
  shipping: { bearer: terms.shipping.bearer, amount: moneyJson(terms.shipping.amount) },
  paymentHours: terms.paymentHours,
  dispatchDays: terms.dispatchDays,
  deliveryDays: terms.deliveryDays,
  inspectionDays: terms.inspectionDays,
  freeTerms: terms.freeTerms === "" ? null : terms.freeTerms,
  total: moneyJson(totalOf(terms)),
  madeAt: instantJson(offer.madeAt),
  expiresAt: instantJson(offer.expiresAt),
});

type Shown = {
  readonly negotiation: StoredNegotiation;
  readonly offers: readonly Offer[];
  readonly names: ReadonlyMap<string, { readonly name: string }>;
  readonly agreement: Id<"agreement"> | null;
  readonly role: Side;
};

function summaryJson(
  { negotiation, offers, names, agreement, role }: Shown,
  now: Instant,
): Static<typeof NegotiationSummaryJson> {
  const { id, version, buyer, seller, product, title, picture } = negotiation;
  const status = stateAt(negotiation, now);
  const last = offers.at(-1);
  if (!last) throw new Error(`${id} was opened without an offer`);
  const standing = status === "open" ? offers.find((offer) => offer.id === negotiation.standingOffer) : undefined;
  return {
    ...{ id, version, status, role },
    product: { id: product, title, pictureUrl: picture, variant: variantJson(negotiation.variant) },
    buyer: { id: buyer, name: names.get(buyer)?.name ?? "" },
    seller: { id: seller, name: names.get(seller)?.name ?? "" },
    standingOffer: standing ? offerJson(standing, now) : null,
    lastOffer: offerJson(last, now),
    agreementId: agreement,
    openedAt: instantJson(negotiation.openedAt),
    updatedAt: instantJson(negotiation.updatedAt),
    expiresAt: instantJson(negotiation.runsOutAt),
  };
}

/** Negotiations as one of their two sides sees them. */
export async function summariesJson(
  db: Queryable,
  shown: readonly { readonly negotiation: StoredNegotiation; readonly role: Side }[],
  now: Instant,
): Promise<Static<typeof NegotiationSummaryJson>[]> {
  return (await gathered(db, shown)).map((one) => summaryJson(one, now));
}

export async function negotiationJson(
  db: Queryable,
  shown: { readonly negotiation: StoredNegotiation; readonly role: Side },
  now: Instant,
): Promise<Static<typeof NegotiationJson>> {
  const [one] = await gathered(db, [shown]);
  if (!one) throw new Error(`${shown.negotiation.id} was not gathered`);
  return {
    ...summaryJson(one, now),
    offers: one.offers.map((offer) => offerJson(offer, now)),
    actions: actsOf(one.negotiation, one.role, now),
    now: instantJson(now),
  };
}

async function gathered(
  db: Queryable,
  shown: readonly { readonly negotiation: StoredNegotiation; readonly role: Side }[],
): Promise<Shown[]> {
  const negotiations = shown.map(({ negotiation }) => negotiation);
  const ids = negotiations.map(({ id }) => id);
  const names = await readUsers(
    db,
    negotiations.flatMap(({ buyer, seller }) => [buyer, seller]),
  );
  const offers = await offersOf(db, negotiations);
  const agreements = await agreementsOf(db, ids);
  return shown.map(({ negotiation, role }) => ({
    ...{ negotiation, role, names },
    offers: offers.get(negotiation.id) ?? [],
    agreement: agreements.get(negotiation.id) ?? null,
  }));
}
