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

const BRAND = { en: "Amana", ar: "أمانة" } as const;

/** Written at each element, for many programs for mail read no style sheets. */
const STYLE = {
  body: "margin: 0; background: #f6f1e7; color: #16211f; font-family: system-ui, 'Segoe UI', Tahoma, sans-serif; font-size: 16px; line-height: 1.6",
  page: "max-width: 36em; margin: 0 auto; padding: 24px 16px 40px",
  brand: "margin: 0 0 12px; color: #0b5a5e; font-size: 20px; font-weight: 700",
  card: "padding: 12px 24px 20px; background: #ffffff; border: 1px solid #e3dccd; border-radius: 12px",
  button:
    "display: inline-block; padding: 12px 22px; border-radius: 10px; background: #0b5a5e; color: #ffffff; font-weight: 600; text-decoration: none",
} as const;

function pageOf(
  language: Letter["language"],
  subject: string,
  paragraphs: readonly string[],
  link: LetterParts["link"],
): string {
  const dir = DIRECTIONS[language];
  const body = paragraphs.map((paragraph) => `<p>${linked(paragraph)}</p>`);
  const end = link ? [`<p><a style="${STYLE.button}" href="${escaped(link.url)}">${escaped(link.label)}</a></p>`] : [];
  return [
    `<!doctype html>`,
    `<html lang="${language}" dir="${dir}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body dir="${dir}" style="${STYLE.body}">`,
    `<div style="${STYLE.page}">`,
    `<p style="${STYLE.brand}">${BRAND[language]}</p>`,
    `<div style="${STYLE.card}">`,
    ...body,
    ...end,
    `</div>`,
    `</div>`,
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
