/** A letter in one of our languages, before it has an address. */
export type Letter = {
  readonly language: "en" | "ar";
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type LetterParts = {
  readonly language: "en" | "ar";
  readonly name: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Where to go on, at the end of the letter. */
  readonly link?: { readonly label: string; readonly url: string };
};

const DIRECTIONS = { en: "ltr", ar: "rtl" } as const;
/** A name is in either script, and keeps its own direction whichever it is. */
const HELLO = {
  en: (name: string) => `Hello \u2068${name}\u2069,`,
  ar: (name: string) => `مرحبا \u2068${name}\u2069،`,
} as const;

/** The same letter as plain text and as a page, in the direction of its language. */
export function letter({ language, name, subject, paragraphs, link }: LetterParts): Letter {
  const all = [HELLO[language](name), ...paragraphs];
  const text = [...all, ...(link ? [`${link.label}\n${link.url}`] : [])].join("\n\n");
  return { language, subject, text: `${text}\n`, html: pageOf(language, subject, all, link) };
}

const STYLE =
  "font-family: system-ui, sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em; margin: 2em auto";

function pageOf(
  language: Letter["language"],
  subject: string,
  paragraphs: readonly string[],
  link: LetterParts["link"],
): string {
  const body = paragraphs.map((paragraph) => `<p>${linked(paragraph)}</p>`);
  const end = link ? [`<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>`] : [];
  return [
    `<!doctype html>`,
    `<html lang="${language}" dir="${DIRECTIONS[language]}">`,
    `<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body dir="${DIRECTIONS[language]}" style="${STYLE}">`,
    ...body,
    ...end,
    `</body></html>\n`,
  ].join("\n");
}

/** A paragraph that is an address and nothing else is one to follow. */
const linked = (paragraph: string): string =>
  /^https?:\/\/\S+$/.test(paragraph)
    ? `<a dir="ltr" href="${escaped(paragraph)}">${escaped(paragraph)}</a>`
    : escaped(paragraph);

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll("\n", "<br>");

/** Keeps its own direction among words of either: Unicode's isolates, which mails carry as they are. */
export const apart = (text: string): string => `\u2066${text}\u2069`;
