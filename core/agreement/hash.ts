import { encode, type Field, type Sha256, TAGS } from "../seal/index.ts";
import type { AgreementTerms, Party } from "./terms.ts";
import { agreementText } from "./text.ts";

export type Texts = { readonly en: string; readonly ar: string };

export const textsOf = (terms: AgreementTerms): Texts => ({
  en: agreementText(terms, "en"),
  ar: agreementText(terms, "ar"),
});

/** The fields of an agreement in their order for good: who, what, how much, by when, and both texts. */
export function agreementFields(terms: AgreementTerms, texts: Texts): Field[] {
  const { unitPrice, shipping, item } = terms;
  return [
    ...[terms.agreement, terms.version, terms.agreedAt],
    ...partyFields(terms.buyer),
    ...partyFields(terms.seller),
    ...[item.product, item.title.en, item.title.ar],
    ...[unitPrice.currency, unitPrice.minor.toString(), terms.quantity],
    ...[shipping.bearer, shipping.amount.minor.toString()],
    ...[terms.paymentHours, terms.signatureHours, terms.dispatchDays, terms.deliveryDays, terms.inspectionDays],
    ...[terms.freeTerms, texts.en, texts.ar],
    ...variantFields(item),
  ];
}

/** At the end and only where there is one, so that what was signed without stays as it is. */
const variantFields = ({ variant }: AgreementTerms["item"]): Field[] =>
  variant ? [variant.id, ...variant.choices.flatMap(({ name, value }) => [name.en, name.ar, value.en, value.ar])] : [];

const partyFields = ({ user, name, company, country, taxNumber }: Party): Field[] => [
  ...[user, name, company, country, taxNumber],
];

/** What both sign: SHA-256 over terms and texts, as 64 hex digits. */
export const agreementHash = (sha256: Sha256, terms: AgreementTerms, texts: Texts): string =>
  sha256(encode(TAGS.agreement, agreementFields(terms, texts)));
