import type { Money } from "../money/index.ts";
import { type OfferTerms, shippingPaidByBuyer } from "../negotiation/index.ts";
import { saleTerms } from "../pricing/index.ts";
import type { Instant } from "../time/index.ts";

/** Somebody who agrees, in his own name or in that of his company. */
export type Party = {
  readonly user: string;
  readonly name: string;
  readonly company: string | null;
  /** ISO 3166, two letters. */
  readonly country: string | null;
  readonly taxNumber: string | null;
};

type Said = { readonly en: string; readonly ar: string };

/** Which of a listing's variants, by what was chosen. */
export type AgreedVariant = {
  readonly id: string;
  readonly choices: readonly { readonly name: Said; readonly value: Said }[];
};

/** All that two people have agreed upon, as the deal is made of it and as the texts say it. */
export type AgreementTerms = OfferTerms & {
  readonly agreement: string;
  /** 1 for what was agreed first; each amendment is the next one. */
  readonly version: number;
  readonly agreedAt: Instant;
  readonly buyer: Party;
  readonly seller: Party;
  /** The listing as it was when it was agreed upon. */
  readonly item: { readonly product: string; readonly title: Said; readonly variant?: AgreedVariant };
  readonly signatureHours: number;
};

export type Amounts = { readonly goods: Money; readonly shipping: Money; readonly total: Money };

/** What is paid by these terms, by the same arithmetic as every other sale. */
export function amountsOf(terms: OfferTerms): Amounts {
  const { goods, shipping, total } = saleTerms([terms], shippingPaidByBuyer(terms), { basisPoints: 0 });
  return { goods, shipping, total };
}
