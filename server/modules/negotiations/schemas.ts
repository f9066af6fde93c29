import { LIMITS, NEGOTIATION_ACTS, NEGOTIATION_STATES, OFFER_STATES } from "@amana/core/negotiation";
import { Type } from "typebox";
import { IdOf, InstantJson, MoneyJson, nullable, oneOf, paragraph, ref, strict, Text } from "#runtime/http";

const whole = ({ least, most }: { readonly least: number; readonly most: number }, description?: string) =>
  Type.Integer({ minimum: least, maximum: most, ...(description && { description }) });

const SideJson = oneOf(["buyer", "seller"]);

export const ShippingTermsJson = strict(
  {
    bearer: oneOf(["buyer", "seller"]),
    amount: ref(MoneyJson),
  },
  { $id: "ShippingTerms", description: "Who pays for sending; the amount is 0 where the seller does." },
);

/** The fields of terms, as offers and agreements carry them. */
export const TERM_FIELDS = {
  unitPrice: ref(MoneyJson),
  quantity: whole(LIMITS.quantity),
  shipping: ref(ShippingTermsJson),
  paymentHours: whole(LIMITS.paymentHours, "From the order to its payment."),
  dispatchDays: whole(LIMITS.dispatchDays, "From both signatures to the dispatch."),
  deliveryDays: whole(LIMITS.deliveryDays, "From the dispatch to the delivery."),
  inspectionDays: whole(LIMITS.inspectionDays, "From the delivery to the release."),
};

export const OfferWishJson = strict(
  {
    ...TERM_FIELDS,
    freeTerms: Type.Optional(paragraph({ maxLength: LIMITS.freeTerms, description: "What else is agreed." })),
    validForHours: whole(LIMITS.validForHours, "How long the offer stands."),
  },
  { $id: "OfferWish" },
);

export const OfferJson = strict(
  {
    id: IdOf("offer"),
    number: Type.Integer(),
    by: SideJson,
    status: oneOf(OFFER_STATES),
    ...TERM_FIELDS,
    freeTerms: nullable(Type.String()),
    total: ref(MoneyJson),
    madeAt: InstantJson,
    expiresAt: InstantJson,
  },
  { $id: "Offer" },
);

const PartyJson = strict({ id: IdOf("user"), name: Type.String() });
const ABOUT = {
  id: IdOf("negotiation"),
  version: Type.Integer({ description: "Rises with every change; send it as If-Match." }),
  status: oneOf(NEGOTIATION_STATES, { $id: "NegotiationStatus" }),
  role: SideJson,
  product: strict({ id: IdOf("product"), title: ref(Text), pictureUrl: nullable(Type.String()) }),
  buyer: PartyJson,
  seller: PartyJson,
  standingOffer: nullable(ref(OfferJson)),
  agreementId: nullable(IdOf("agreement")),
  openedAt: InstantJson,
  updatedAt: InstantJson,
  expiresAt: InstantJson,
};

export const NegotiationSummaryJson = strict(ABOUT, { $id: "NegotiationSummary" });

export const NegotiationJson = strict(
  {
    ...ABOUT,
    offers: Type.Array(ref(OfferJson), { description: "All that were made, the first one first." }),
    actions: Type.Array(oneOf(NEGOTIATION_ACTS), { description: "What this caller may do now." }),
    now: InstantJson,
  },
  { $id: "Negotiation" },
);
