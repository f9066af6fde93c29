/** Plain HTML pages: no script, no outside resource. */
export type Language = "en" | "ar";

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `?lang=` decides, else the first of the browser's languages that is Arabic or English, else English. */
export function languageOf(query: string | undefined, accept: string | undefined): Language {
  if (query === "ar" || query === "en") return query;
  const wanted = (accept ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((code): code is Language => code === "ar" || code === "en") ?? "en";
}

const BANNER: Record<Language, string> = {
  en: "Sandbox: no real money, no real parcels",
  ar: "بيئة تجريبية: لا أموال حقيقية ولا طرود حقيقية",
};

export const page = (language: Language, title: string, content: string): string => `<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="banner">${BANNER[language]}</header>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: #f4f5f7; color: #17202a; }
.banner { margin: 0; padding: .6rem 1rem; background: #7a4b00; color: #fff; text-align: center; font-weight: 600; }
main { max-width: 52rem; margin: 1.5rem auto; padding: 1rem 1.25rem; background: #fff; border-radius: 12px; }
h1 { font-size: 1.4rem; margin: 0 0 1rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
dt { color: #55606b; } dd { margin: 0; overflow-wrap: anywhere; font-weight: 600; }
fieldset { min-inline-size: 0; border: 1px solid #c9d0d8; border-radius: 8px; margin: 0 0 1rem; padding: .5rem 1rem .75rem; }
legend { padding: 0 .4rem; font-weight: 600; }
label { display: flex; gap: .6rem; align-items: center; min-height: 2.75rem; }
input[type=radio] { inline-size: 1.25rem; block-size: 1.25rem; }
select, button { font: inherit; padding: .6rem .8rem; border-radius: 8px; border: 1px solid #8b96a3; min-height: 2.75rem; max-inline-size: 100%; }
select { background: #fff; color: inherit; }
button { cursor: pointer; background: #eef1f5; color: #17202a; }
button.main { background: #0b5cad; color: #fff; border-color: #0b5cad; font-weight: 700; inline-size: 100%; font-size: 1.1rem; }
:focus-visible { outline: 3px solid #f2a100; outline-offset: 2px; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; padding: .4rem .6rem; border-block-end: 1px solid #dde2e8; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
article { border: 1px solid #c9d0d8; border-radius: 8px; padding: .75rem 1rem; margin: 0 0 1rem; }
.row { display: flex; flex-wrap: wrap; gap: .5rem; }
@media (prefers-color-scheme: dark) {
  body { background: #10151b; color: #e8edf2; } main { background: #1a222c; } dt { color: #a5b1bd; }
  select, button { background: #26313d; color: inherit; } a { color: #7db8ff; }
}
`;
