/** The words of negotiations, and of the agreements that they come to. */
import type { Money, Party, Text } from "./types.ts";

export type Side = "buyer" | "seller";

/** Everything that a sale needs to be known by, as one side offers it to the other. */
export type Terms = {
  unitPrice: Money;
  quantity: number;
  shipping: { bearer: Side; amount: Money };
  paymentHours: number;
  dispatchDays: number;
  deliveryDays: number;
  inspectionDays: number;
  freeTerms: string | null;
};

/** In the words of the moment at which it was chosen. */
export type ChosenVariant = { id: string; choices: { name: Text; value: Text }[] };

export type OfferStatus = "standing" | "superseded" | "withdrawn" | "accepted" | "closed" | "expired";
export type Offer = Terms & {
  id: string;
  number: number;
  by: Side;
  status: OfferStatus;
  total: Money;
  madeAt: string;
  expiresAt: string;
};

export type NegotiationStatus = "open" | "agreement_reached" | "closed" | "expired";
export type NegotiationSummary = {
  id: string;
  version: number;
  status: NegotiationStatus;
  role: Side;
  product: { id: string; title: Text; pictureUrl: string | null; variant: ChosenVariant | null };
  buyer: Party;
  seller: Party;
  standingOffer: Offer | null;
  /** The newest one, whatever became of it. */
  lastOffer: Offer;
  agreementId: string | null;
  openedAt: string;
  updatedAt: string;
  expiresAt: string;
};
export type Negotiation = NegotiationSummary & {
  offers: Offer[];
  actions: ("offer" | "accept" | "withdraw" | "close")[];
  now: string;
};

export type AgreementStatus = "to_be_ordered" | "lapsed" | "to_be_paid" | "to_be_signed" | "in_force" | "ended";
export type AgreementAct = "order" | "sign" | "amend";
export type AgreementSummary = {
  id: string;
  negotiationId: string;
  orderId: string | null;
  status: AgreementStatus;
  role: Side;
  version: number;
  item: { productId: string; title: Text };
  buyer: Party;
  seller: Party;
  quantity: number;
  total: Money;
  agreedAt: string;
  orderBy: string;
  signedBy: Side[];
  amendmentBy: Side | null;
  actions: AgreementAct[];
};

export type TermField = keyof Terms;
/** One field before and after, in the words of the agreement's texts: `INR 250.00`, `buyer: INR 90.00`, `3`. */
export type Difference = { field: TermField; before: string; after: string };
export type AgreedParty = Party & { company: string | null; country: string | null; taxNumber: string | null };
export type Signature = {
  version: number;
  by: Side;
  name: string;
  hash: string;
  signedAt: string;
  network: string | null;
};
export type Amendment = {
  id: string;
  by: Side;
  status: "proposed" | "accepted" | "declined" | "withdrawn";
  baseVersion: number;
  changes: Difference[];
  proposedAt: string;
  decidedAt: string | null;
};
export type Agreement = {
  id: string;
  negotiationId: string;
  orderId: string | null;
  status: AgreementStatus;
  role: Side;
  version: number;
  hash: string;
  orderBy: string;
  terms: Terms & {
    agreedAt: string;
    buyer: AgreedParty;
    seller: AgreedParty;
    item: { productId: string; title: Text; variant: ChosenVariant | null };
    signatureHours: number;
    goods: Money;
    total: Money;
  };
  texts: Text;
  signatures: Signature[];
  versions: { version: number; agreedAt: string; hash: string; changes: Difference[] }[];
  amendments: Amendment[];
  actions: AgreementAct[];
  now: string;
};
