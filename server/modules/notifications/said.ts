import { formatMajor, money } from "@amana/core/money";
import { type NoticeLanguage, type Piece, pageOf, piecesOf, type Slot, wordsOf } from "@amana/core/notices";
import { apart, ownWay } from "#runtime/mail";
import type { NoticeParams, StoredNotice } from "./store.ts";

/** A notice in a language: its title, all of its text, and the page that it leads to. */
export type Rendered = { readonly title: string; readonly text: string; readonly page: string };

const ORDER = { en: (number: string) => `Order ${number}.`, ar: (number: string) => `الطلب ${number}.` } as const;

/** Values stand apart from the words around them, so that their order survives a text of the other direction. */
export function rendered(
  language: NoticeLanguage,
  { key, params, order }: Pick<StoredNotice, "key" | "params" | "order">,
): Rendered {
  const { title, text, until } = wordsOf(language, key);
  const fill = (template: string): string =>
    piecesOf(template)
      .map((piece) => textOf(language, piece, params))
      .join("");
  const sentences = [
    fill(text),
    ...(until !== null && params.dueAt !== undefined ? [fill(until)] : []),
    ...(params.orderNumber === undefined ? [] : [ORDER[language](apart(params.orderNumber))]),
  ];
  return {
    title,
    text: sentences.join(" "),
    page: pageOf({
      ...{ key, order, conversation: params.conversationId ?? null },
      ...{ proposal: params.proposalId ?? null, contract: params.contractId ?? null },
      ...{ negotiation: params.negotiationId ?? null, agreement: params.agreementId ?? null },
      listing: params.listingId ?? null,
    }),
  };
}

const textOf = (language: NoticeLanguage, piece: Piece, params: NoticeParams): string =>
  "words" in piece
    ? piece.words
    : OWN_WAY.has(piece.slot)
      ? ownWay(filled(language, piece.slot, params))
      : apart(filled(language, piece.slot, params));

/** A name is of either script, and a day is written in the words of the language: neither is read from left to right everywhere. */
const OWN_WAY: ReadonlySet<Slot> = new Set(["name", "dueAt", "payoutsFrom"]);

function filled(language: NoticeLanguage, slot: Slot, params: NoticeParams): string {
  const { amount, dueAt, payoutsFrom } = params;
  switch (slot) {
    case "amount":
      return amount ? amountOf(language, amount) : "";
    case "dueAt":
      return momentOf(language, dueAt);
    case "payoutsFrom":
      return momentOf(language, payoutsFrom);
    case "oldAccount":
    case "newAccount":
    case "name":
    case "count":
      return String(params[slot] ?? "");
    default:
      return slot satisfies never;
  }
}

/** As pages show it; rupees are grouped by lakh and crore wherever they are read. */
function amountOf(language: NoticeLanguage, { amount, currency }: NonNullable<NoticeParams["amount"]>): string {
  const format = new Intl.NumberFormat(currency === "INR" ? LOCALES.en : LOCALES[language], {
    ...{ style: "currency", currency, currencyDisplay: "narrowSymbol", trailingZeroDisplay: "stripIfInteger" },
  });
  return format.format(formatMajor(money(BigInt(amount), currency)) as Intl.StringNumericLiteral);
}

const LOCALES = { en: "en-IN", ar: "ar-u-nu-latn" } as const;

/** In UTC, which is named: where the reader is is not known here. */
const momentOf = (language: NoticeLanguage, moment: string | undefined): string =>
  moment === undefined
    ? ""
    : new Intl.DateTimeFormat(LOCALES[language], {
        ...{ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
        ...{ hourCycle: "h23", timeZone: "UTC", timeZoneName: "short" },
      }).format(new Date(moment));
