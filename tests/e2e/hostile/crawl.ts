import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const ROUTES = join(import.meta.dirname, "../../../web/app/routes.ts");
/** What these answer is no page, or leads out of where one is. */
const NOT_PAGES =
  /\.csv$|\/download$|\/division$|^files\/|^sandbox\/|^sign-in|^authorize$|^orders\/:id\/pay$|\/pay$|^operations\/deals\/|^\*$/;

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

/** A page that was opened: what its address matches, null where it is not there for this reader or they were led elsewhere. */
export type Visit = { readonly pattern: string | null; readonly path: string; readonly status: number };

type Wish = { readonly pattern: string; readonly path: string };
type Walk = {
  readonly lang: string;
  /** What no link leads to, below the language. */
  readonly starts: readonly string[];
  readonly most: (pattern: string) => number;
  readonly look: (visit: Visit) => Promise<void>;
};

/**
 * Follows the links and the searching forms of the app from one page to the next, as whoever is signed in on it, and calls `look` on
 * each page that is opened: at most `most` of each pattern, first those that nothing leads to. Where several addresses lead to one
 * page, such as that for signing in, it is looked at once.
 */
export async function crawl(page: Page, { lang, starts, most, look }: Walk): Promise<void> {
  const plan = planOf(lang, most);
  const looked = new Set<string>();
  for (const path of starts) plan.add(`/${lang}${path}`);
  for (let next = plan.next(); next; next = plan.next()) {
    const status = await statusOf(page, next.path);
    const { pathname } = new URL(page.url());
    const there = status < 400 && plan.patternOf(pathname) === next.pattern;
    if (!there && looked.has(pathname)) continue;
    looked.add(pathname);
    if (there) plan.was(next.pattern);
    await look({ pattern: there ? next.pattern : null, path: next.path, status });
    for (const path of await linksOf(page, lang)) plan.add(path);
  }
}

const statusOf = async (page: Page, path: string): Promise<number> => (await page.goto(path))?.status() ?? 0;

/** What is to be opened, beginning with the pages whose addresses name nothing. */
function planOf(lang: string, most: (pattern: string) => number) {
  const patterns = pagePatterns().map(compiled);
  const visited = new Map<string, number>();
  const known = new Set<string>();
  const waiting: Wish[] = [];
  const patternOf = (pathname: string) => patterns.find(({ matches }) => matches.test(pathname))?.pattern;
  const add = (path: string): void => {
    const pattern = patternOf(path.split("?", 1)[0] ?? "");
    if (pattern === undefined || known.has(path)) return;
    known.add(path);
    waiting.push({ pattern, path });
  };
  const isFull = ({ pattern }: Wish) => (visited.get(pattern) ?? 0) >= most(pattern);
  for (const { pattern } of patterns)
    if (!/:\w+(?!\?)\b(?!\?)/.test(pattern)) add(`/${lang}${pattern && `/${pattern.replace(/\/:\w+\?$/, "")}`}`);
  return {
    ...{ add, patternOf },
    was: (pattern: string) => visited.set(pattern, (visited.get(pattern) ?? 0) + 1),
    next(): Wish | undefined {
      let wish = waiting.shift();
      while (wish && isFull(wish)) wish = waiting.shift();
      return wish;
    },
  };
}

/** Addresses within the app, and those that its forms ask. */
async function linksOf(page: Page, lang: string): Promise<string[]> {
  const hrefs = await page.evaluate<string[]>(
    `[...document.querySelectorAll("a[href], form:not([method=post])")].map(
      (one) => one.getAttribute("href") ?? one.getAttribute("action") ?? "",
    )`,
  );
  const here = new URL(page.url());
  return hrefs.flatMap((href) => {
    const { origin, pathname, search } = new URL(href, here);
    return origin === here.origin && pathname.startsWith(`/${lang}`) ? [pathname + search] : [];
  });
}
