import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const ROUTES = join(import.meta.dirname, "../../../web/app/routes.ts");
/** What these answer is no page, or leads out of where one is. */
const NOT_PAGES =
  /\.csv$|\/download$|\/division$|^files\/|^sandbox\/|^sign-in|^authorize$|^orders\/:id\/pay$|\/pay$|^\*$/;

/** The paths of all pages as `web/app/routes.ts` says them, such as `orders/:id`. */
export function pagePatterns(): string[] {
  const text = readFileSync(ROUTES, "utf8");
  const paths = [...text.matchAll(/route\("([^"]+)"/g)].map(([, path = ""]) => path);
  return ["", ...paths.filter((path) => !NOT_PAGES.test(path) && !path.endsWith(".xml"))];
}

type Pattern = { readonly pattern: string; readonly matches: RegExp };

const compiled = (pattern: string): Pattern => ({
  pattern,
  matches: new RegExp(`^/[a-z]{2}${pattern.split("/").map(segment).join("")}/?$`),
});

function segment(part: string): string {
  if (part === "") return "";
  if (part.endsWith("?")) return "(?:/[^/]+)?";
  return part.startsWith(":") ? "/[^/]+" : `/${part.replaceAll(".", "\\.")}`;
}

export type Visit = { readonly pattern: string; readonly path: string };

/**
 * Follows the links of the app from one page to the next, as whoever is signed in on it, and calls `look` on each page that
 * is opened: at most `most` of each pattern, first those that nothing leads to.
 */
export async function crawl(
  page: Page,
  { lang, most, look }: { lang: string; most: (pattern: string) => number; look: (visit: Visit) => Promise<void> },
): Promise<void> {
  const patterns = pagePatterns().map(compiled);
  const visited = new Map<string, number>();
  const known = new Set<string>();
  const waiting: Visit[] = [];
  const add = (path: string) => {
    const pattern = patterns.find(({ matches }) => matches.test(path))?.pattern;
    if (pattern === undefined || known.has(path)) return;
    known.add(path);
    waiting.push({ pattern, path });
  };
  for (const { pattern } of patterns)
    if (!/:\w+(?!\?)\b(?!\?)/.test(pattern)) add(`/${lang}${pattern && `/${pattern.replace(/\/:\w+\?$/, "")}`}`);

  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const seen = visited.get(next.pattern) ?? 0;
    if (seen >= most(next.pattern)) continue;
    visited.set(next.pattern, seen + 1);
    await page.goto(next.path);
    await look(next);
    for (const path of await linksOf(page, lang)) add(path);
  }
}

/** Addresses within the app, without what they ask for. */
async function linksOf(page: Page, lang: string): Promise<string[]> {
  const hrefs = await page.evaluate<string[]>(
    "[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '')",
  );
  const here = new URL(page.url());
  return hrefs.flatMap((href) => {
    const { origin, pathname } = new URL(href, here);
    return origin === here.origin && pathname.startsWith(`/${lang}`) ? [pathname] : [];
  });
}
