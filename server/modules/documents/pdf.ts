import { amountText, momentText } from "@amana/core/agreement";
import { at } from "@amana/core/time";
import { type Block, drawPdf, isolated } from "#runtime/pdf";
import { type Content, type DocumentKind, moneyOf, type Named } from "./content.ts";
import type { StoredDocument } from "./store.ts";

const en = {
  invoice: "Invoice",
  taxInvoice: "Tax invoice",
  creditNote: "Credit note",
  commission: "Invoice for commission",
  number: "Number",
  issuedAt: "Date",
  order: "Order",
  about: "For invoice",
  issuer: "Issued by",
  recipient: "Issued to",
  country: "Country",
  taxNumber: "Tax number",
  address: "Address",
  item: "Item",
  quantity: "Quantity",
  unitPrice: "Price",
  amount: "Amount",
  total: "Total",
  includes: "Tax within it",
  hash: "SHA-256 of the document's data",
};
const ar: { readonly [word in keyof typeof en]: string } = {
  invoice: "فاتورة",
  taxInvoice: "فاتورة ضريبية",
  creditNote: "إشعار دائن",
  commission: "فاتورة عمولة",
  number: "الرقم",
  issuedAt: "التاريخ",
  order: "الطلب",
  about: "عن الفاتورة",
  issuer: "صادرة عن",
  recipient: "صادرة إلى",
  country: "البلد",
  taxNumber: "الرقم الضريبي",
  address: "العنوان",
  item: "الصنف",
  quantity: "الكمية",
  unitPrice: "السعر",
  amount: "المبلغ",
  total: "المجموع",
  includes: "منه ضريبة",
  hash: "بصمة بيانات المستند (SHA-256)",
};
const WORDS = { en, ar };
type Words = typeof ar;
type Language = keyof typeof WORDS;

/** A document of its frozen data alone: the same bytes whenever it is drawn. */
export function documentPdf({ content, hash }: StoredDocument, language: Language) {
  const words = WORDS[language];
  const title = titleOf(content, words);
  const about = content.about === null ? [] : [[words.about, isolated(content.about)] as const];
  const blocks: Block[] = [
    { kind: "title", text: title },
    {
      kind: "pairs",
      pairs: [
        ...([
          [words.number, isolated(content.number)],
          [words.issuedAt, isolated(momentText(at(content.issuedAt)))],
        ] as const),
        ...([[words.order, isolated(content.orderNumber)]] as const),
        ...about,
      ],
    },
    { kind: "heading", text: words.issuer },
    ...partyBlocks(content.issuer, words),
    { kind: "heading", text: words.recipient },
    ...partyBlocks(content.recipient, words),
    { kind: "rule" },
    tableOf(content, words, language),
    { kind: "pairs", pairs: taxPairs(content, words) },
  ];
  return drawPdf({
    ...{ title: `${title} ${content.number}`, language, at: content.issuedAt, blocks },
    footer: `${words.hash}: ${isolated(hash)}`,
  });
}

/** One that names the number by which its issuer is taxed says so. */
function titleOf({ kind, issuer }: Content, words: Words): string {
  const titles: Readonly<Record<DocumentKind, string>> = {
    invoice: issuer.taxNumber === null ? words.invoice : words.taxInvoice,
    credit_note: words.creditNote,
    commission_invoice: words.commission,
  };
  return titles[kind];
}

function partyBlocks({ name, company, country, taxNumber, address }: Named, words: Words): Block[] {
  const pairs = [
    ...(taxNumber === null ? [] : [[words.taxNumber, isolated(taxNumber)] as const]),
    ...(country === null ? [] : [[words.country, isolated(country)] as const]),
    ...(address.length === 0 ? [] : [[words.address, address.map(isolated).join("\n")] as const]),
  ];
  return [
    ...(company === null ? [] : [{ kind: "text", text: isolated(company) } as const]),
    { kind: "text", text: isolated(name) },
    ...(pairs.length === 0 ? [] : [{ kind: "pairs", pairs } as const]),
  ];
}

const taxPairs = ({ taxes }: Content, { includes }: Words) =>
  taxes.map(({ code, basisPoints, amount }) => {
    const rate = `${code} ${basisPoints / 100} %`;
    return [includes, `${isolated(rate)}  ${isolated(amountText(moneyOf(amount)))}`] as const;
  });

const tableOf = ({ lines, total }: Content, words: Words, language: Language): Block => ({
  kind: "table",
  table: {
    columns: [{ share: 9 }, { share: 2, figures: true }, { share: 4, figures: true }, { share: 4, figures: true }],
    rows: [
      [words.item, words.quantity, words.unitPrice, words.amount],
      ...lines.map((line) => [
        ...[isolated(line.title[language]), isolated(String(line.quantity))],
        ...[isolated(amountText(moneyOf(line.unitPrice))), isolated(amountText(moneyOf(line.amount)))],
      ]),
      [words.total, "", "", isolated(amountText(moneyOf(total)))],
    ],
    sums: 1,
  },
});
