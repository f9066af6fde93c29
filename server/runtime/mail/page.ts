import type { LetterParts } from "./parts.ts";

const DIRECTIONS = { en: "ltr", ar: "rtl" } as const;
const BRAND = { en: "Amana", ar: "أمانة" } as const;
const OR_COPY = { en: "Or copy this address into your browser:", ar: "أو انسخ هذا العنوان إلى متصفحك:" } as const;
const FONTS = "system-ui, 'Segoe UI', 'Noto Sans Arabic', Tahoma, sans-serif";

/** Written at each element, for many programs for mail read no style sheets. */
const STYLE = {
  body: `margin: 0; background: #f6f1e7; color: #16211f; font-family: ${FONTS}; font-size: 16px; line-height: 1.65`,
  page: "max-width: 36em; margin: 0 auto; padding: 24px 16px 40px",
  brand: "margin: 0 0 12px; color: #0b5a5e; font-size: 20px; font-weight: 700",
  card: "padding: 12px 24px 20px; background: #ffffff; border: 1px solid #e3dccd; border-radius: 12px; overflow-wrap: anywhere; word-break: break-word",
  button:
    "display: inline-block; margin: 8px 0; padding: 12px 22px; border-radius: 10px; background: #0b5a5e; color: #ffffff; font-weight: 600; text-decoration: none",
  small: "margin: 12px 0 0; color: #4a5c5e; font-size: 14px",
  address: "color: #0b5a5e; word-break: break-all",
  footer: "margin: 16px 0 0; padding: 0 24px; color: #4a5c5e; font-size: 14px",
} as const;

/** For the programs that do, at night: what is written at an element gives way to nothing less. */
const AT_NIGHT = [
  ":root { color-scheme: light dark }",
  "@media (prefers-color-scheme: dark) {",
  "  body { background: #0c191b !important; color: #ecf2ef !important }",
  "  .brand, .address { color: #6fd0c6 !important }",
  "  .card { background: #12252a !important; border-color: #23404a !important }",
  "  .button { background: #10686a !important }",
  "  .small, .footer { color: #a8bcbd !important }",
  "}",
].join("\n");

/** A letter as a page: its paragraphs on a card, where to go on, and why it came. */
export function pageOf({ language, subject, paragraphs, link, after = [], footer }: LetterParts): string {
  const dir = DIRECTIONS[language];
  return [
    `<!doctype html>`,
    `<html lang="${language}" dir="${dir}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title>`,
    `<style>${AT_NIGHT}</style></head>`,
    `<body dir="${dir}" style="${STYLE.body}">`,
    `<div style="${STYLE.page}">`,
    styled("p", "brand", BRAND[language]),
    `<div class="card" style="${STYLE.card}">`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...(link ? [linkOf(language, link)] : []),
    ...after.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    `</div>`,
    ...(footer === undefined ? [] : [styled("p", "footer", escaped(footer))]),
    `</div>`,
    `</body></html>\n`,
  ].join("\n");
}

function linkOf(language: LetterParts["language"], { label, url, written }: NonNullable<LetterParts["link"]>): string {
  const address = escaped(url);
  const button = `<p><a class="button" style="${STYLE.button}" href="${address}">${escaped(label)}</a></p>`;
  if (!written) return button;
  const copied = `<a class="address" dir="ltr" style="${STYLE.address}" href="${address}">${address}</a>`;
  return `${button}\n${styled("p", "small", `${OR_COPY[language]}<br>${copied}`)}`;
}

const styled = (tag: string, name: "brand" | "small" | "footer", html: string): string =>
  `<${tag} class="${name}" style="${STYLE[name]}">${html}</${tag}>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll("\n", "<br>");
