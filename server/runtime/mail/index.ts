import { pageOf } from "./page.ts";
import type { LetterParts } from "./parts.ts";

export type { LetterParts } from "./parts.ts";

/** A letter in one of our languages, before it has an address. */
export type Letter = {
  readonly language: LetterParts["language"];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** A name is in either script, and keeps its own direction whichever it is. */
const HELLO = {
  en: (name: string) => `Hello ${ownWay(name)},`,
  ar: (name: string) => `مرحبًا ${ownWay(name)}،`,
} as const;

/** The same letter as plain text and as a page, in the direction of its language. */
export function letter(parts: LetterParts): Letter {
  const { language, subject, link } = parts;
  const hello = HELLO[language](parts.name);
  const { paragraphs, after = [], footer } = parts;
  const text = [
    ...[hello, ...paragraphs],
    ...(link ? [`${link.label}\n${link.url}`] : []),
    ...after,
    ...(footer === undefined ? [] : [`-- \n${footer}`]),
  ].join("\n\n");
  return { language, subject, text: `${text}\n`, html: pageOf({ ...parts, paragraphs: [hello, ...paragraphs] }) };
}

/** What is read from left to right (an amount, a number) keeps its order among words of either direction: Unicode's isolates, which mails carry as they are. */
export const apart = (text: string): string => `\u2066${text}\u2069`;

/** The same for what has a direction of its own: a name in either script, a day in the reader's language. */
export const ownWay = (text: string): string => `\u2068${text}\u2069`;
