import { LIMITS, NEGOTIATION_ACTS, NEGOTIATION_STATES, OFFER_STATES } from "@amana/core/negotiation";
import { Type } from "typebox";
import { FreeTerms, TERM_FIELDS, VariantJson } from "#modules/agreements";
import { IdOf, InstantJson, MoneyJson, nullable, oneOf, ref, strict, Text } from "#runtime/http";

const SideJson = oneOf(["buyer", "seller"]);

export const OfferWishJson = strict(
  {
    ...TERM_FIELDS,
    freeTerms: Type.Optional(FreeTerms),
    validForHours: Type.Integer({
      ...{ minimum: LIMITS.validForHours.least, maximum: LIMITS.validForHours.most },
      description: "How long the offer stands.",
    }),
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
  product: strict({
    id: IdOf("product"),
    title: ref(Text),
    pictureUrl: nullable(Type.String()),
    variant: nullable(ref(VariantJson)),
  }),
  buyer: PartyJson,
  seller: PartyJson,
  standingOffer: nullable(ref(OfferJson)),
  lastOffer: ref(OfferJson),
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
