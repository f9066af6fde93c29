import { formatMajor, type Money } from "../money/index.ts";
import { momentText } from "./moment.ts";
import { type AgreementTerms, amountsOf, type Party } from "./terms.ts";
import { type Language, type Words, words } from "./words.ts";

/** Isolates, so that a name, an amount or an id is read in its own direction within either language. */
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_DIRECTIONAL_ISOLATE = "\u2069";

/**
 * The whole agreement in one language, made of its terms and of nothing else. Lines that begin with a number and a full stop are
 * headings; whatever was filled in stands between isolates.
 */
export function agreementText(terms: AgreementTerms, language: Language): string {
  const said = words[language];
  const clauses: readonly (readonly string[])[] = [
    partiesClause(terms, said),
    goodsClause(terms, said, language),
    priceClause(terms, said),
    [said.payment, said.paymentText, pair(said.paymentHours, terms.paymentHours)],
    [said.signatures, said.signaturesText, pair(said.signatureHours, terms.signatureHours)],
    [
      ...[said.delivery, said.deliveryText],
      ...[pair(said.dispatchDays, terms.dispatchDays), pair(said.deliveryDays, terms.deliveryDays)],
    ],
    [said.inspection, said.inspectionText, pair(said.inspectionDays, terms.inspectionDays)],
    [said.further, ...furtherLines(terms, said), said.furtherText],
    [said.changes, said.changesText],
  ];
  const numbered = clauses.map(([heading, ...lines], index) => ["", `${index + 1}. ${heading}`, ...lines].join("\n"));
  return [
    said.title,
    pair(said.agreement, terms.agreement),
    pair(said.version, terms.version),
    pair(said.agreedAt, momentText(terms.agreedAt)),
    ...numbered,
    "",
  ].join("\n");
}

const partiesClause = ({ buyer, seller }: AgreementTerms, said: Words): string[] => [
  ...[said.parties, `${said.buyer}:`, ...partyLines(buyer, said)],
  ...[`${said.seller}:`, ...partyLines(seller, said)],
];

const partyLines = ({ name, company, country, taxNumber, user }: Party, said: Words): string[] => [
  pair(said.name, name),
  ...(company === null ? [] : [pair(said.company, company)]),
  ...(country === null ? [] : [pair(said.country, country)]),
  ...(taxNumber === null ? [] : [pair(said.taxNumber, taxNumber)]),
  pair(said.user, user),
];

const goodsClause = ({ item, quantity, unitPrice }: AgreementTerms, said: Words, language: Language): string[] => [
  ...[said.goods, pair(said.item, item.title[language])],
  ...(item.variant?.choices ?? []).map(({ name, value }) => `${filled(name[language])}: ${filled(value[language])}`),
  pair(said.listing, item.product),
  ...[pair(said.quantity, quantity), pair(said.unitPrice, amountText(unitPrice))],
];

function priceClause(terms: AgreementTerms, said: Words): string[] {
  const { goods, shipping, total } = amountsOf(terms);
  const sending =
    terms.shipping.bearer === "buyer" ? pair(said.shippingByBuyer, amountText(shipping)) : said.shippingBySeller;
  return [said.price, pair(said.goodsAmount, amountText(goods)), sending, pair(said.total, amountText(total))];
}

const furtherLines = ({ freeTerms }: AgreementTerms, said: Words): string[] =>
  freeTerms === "" ? [said.none] : freeTerms.split(/\r\n|\r|\n/).map((line) => (line === "" ? "" : filled(line)));

export const amountText = (amount: Money): string => `${amount.currency} ${formatMajor(amount)}`;

const filled = (value: string | number): string => `${FIRST_STRONG_ISOLATE}${value}${POP_DIRECTIONAL_ISOLATE}`;

const pair = (label: string, value: string | number): string => `${label}: ${filled(value)}`;
