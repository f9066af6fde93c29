import { Type } from "typebox";
import { CONSENTS } from "#modules/escrow";
import { IdOf, nullable, oneOf, strict } from "#runtime/http";
import { type EventForm, money, ORDER, ORDER_EXAMPLE } from "./forms.ts";

const SIDE = oneOf(["buyer", "seller"]);
const BY = oneOf(["buyer", "seller"], { description: "Whose act it was." });
const VERSION = Type.Integer({ minimum: 1, description: "The newer one is the later one." });

const negotiationData = strict(
  { negotiationId: IdOf("negotiation"), role: SIDE, by: BY, version: VERSION },
  { $id: "NegotiationEventData" },
);
const agreementData = strict(
  {
    ...{ agreementId: IdOf("agreement"), role: SIDE, by: nullable(SIDE), version: VERSION },
    ...{ orderId: nullable(IdOf("order")), amendmentId: nullable(IdOf("amendment")) },
  },
  { $id: "AgreementEventData" },
);
const consentData = strict(
  {
    ...{ ...ORDER, consentId: IdOf("consent"), what: oneOf(CONSENTS), askedBy: SIDE },
    refund: nullable(money("With `settle`: what would go back to the buyer.")),
  },
  { $id: "ConsentEventData" },
);
const disputeData = strict({ ...ORDER, disputeId: IdOf("dispute"), by: nullable(SIDE) }, { $id: "DisputeEventData" });

const BOTH: EventForm["to"] = ["buyer", "seller"];

const negotiation = (description: string): EventForm => ({
  ...{ description, to: BOTH, data: negotiationData },
  example: { negotiationId: "neg_0199aa00c0de7000a000000000000050", role: "seller", by: "buyer", version: 1 },
});

const agreement = (description: string, by: "buyer" | "seller" | null, amended = false): EventForm => ({
  ...{ description, to: BOTH, data: agreementData },
  example: {
    ...{ agreementId: "agr_0199aa00c0de7000a000000000000051", role: "seller", by, version: 1, orderId: null },
    amendmentId: amended ? "amd_0199aa00c0de7000a000000000000052" : null,
  },
});

const consent = (description: string): EventForm => ({
  ...{ description, to: BOTH, data: consentData },
  example: {
    ...{ ...ORDER_EXAMPLE, role: "buyer", consentId: "cns_0199aa00c0de7000a000000000000053", what: "settle" },
    ...{ askedBy: "seller", refund: { amount: 10_000, currency: "INR" } },
  },
});

const dispute = (description: string, by: "buyer" | "seller" | null): EventForm => ({
  ...{ description, to: BOTH, data: disputeData },
  example: { ...ORDER_EXAMPLE, role: "seller", disputeId: "dsp_0199aa00c0de7000a000000000000054", by },
});

/** What happens between two people beside the steps of an order. */
export const TRADE_EVENTS = {
  "negotiation.offered": negotiation("An offer or a counter-offer was made; the first one opens the negotiation."),
  "negotiation.accepted": negotiation("The standing offer was accepted: there is an agreement."),
  "negotiation.withdrawn": negotiation("The standing offer was withdrawn."),
  "negotiation.closed": negotiation("One side has ended the negotiation."),
  "agreement.concluded": agreement("An offer was accepted and became an agreement.", null),
  "agreement.ordered": agreement("The buyer has placed the order of an agreement.", "buyer"),
  "agreement.signed": agreement("One side has signed the version of the agreement.", "seller"),
  "agreement.amendment_proposed": agreement("A change to the agreement was proposed.", "buyer", true),
  "agreement.amendment_declined": agreement("A change was declined.", "seller", true),
  "agreement.amendment_withdrawn": agreement("A change was taken back.", "buyer", true),
  "agreement.amended": agreement("A change was accepted: the agreement has a new version.", "seller", true),
  "consent.asked": consent("One side asks the other for its word."),
  "consent.given": consent("The other side has agreed; the order moves with it."),
  "consent.refused": consent("The other side has declined."),
  "consent.withdrawn": consent("Whoever asked no longer wants it."),
  "consent.superseded": consent("The same question was asked anew: a counter-offer."),
  "consent.ended": consent("The order has moved on, and what was asked is void."),
  "dispute.opened": dispute("A dispute was opened; the money is frozen.", null),
  "dispute.evidence_added": dispute("One side has put something into the file.", "buyer"),
  "dispute.taken": dispute("An arbiter has taken the case.", null),
} as const satisfies Readonly<Record<string, EventForm>>;
