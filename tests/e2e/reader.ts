import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import ar from "../../web/i18n/ar.json" with { type: "json" };
import en from "../../web/i18n/en.json" with { type: "json" };

export type Lang = "en" | "ar";
export type Look = { lang: Lang; theme: "light" | "dark"; width: number; serviceWorker?: boolean };

const WORDS = { en, ar };
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The app's own words, so that a test finds things as its reader does. */
export function say(lang: Lang, key: string, values: Record<string, string> = {}): string {
  let node: unknown = WORDS[lang];
  for (const part of key.split(".")) {
    node = typeof node === "object" && node !== null ? Object.getOwnPropertyDescriptor(node, part)?.value : undefined;
  }
  if (typeof node !== "string") throw new Error(`${lang} has no text ${key}`);
  return node.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}

const LAID_OUT = `(() => {
  scrollTo(0, 0);
  for (const one of document.querySelectorAll("main *"))
    if (getComputedStyle(one).contentVisibility === "auto") one.style.contentVisibility = "visible";
})()`;

export type Reader = {
  page: Page;
  context: BrowserContext;
  lang: Lang;
  say: (key: string, values?: Record<string, string>) => string;
  /** Opens a page of the app in the reader's language. */
  open: (path: string) => Promise<void>;
  /** Everything that the browser complained about: scripts that the policy stopped, errors, failed hydrations. */
  complaints: string[];
};

/** The pages of this file's readers. */
export const opened = new Set<Page>();

/** Somebody with a browser window of their own: a language, a theme, a width. */
export async function newReader(
  browser: Browser,
  url: string,
  { lang, theme, width, serviceWorker = false }: Look,
): Promise<Reader> {
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    viewport: { width, height: 900 },
    locale: lang,
    timezoneId: lang === "ar" ? "Asia/Riyadh" : "Asia/Kolkata",
    reducedMotion: "reduce",
    // What is kept for lack of a connection has a walk of its own; the others see each page as the server makes it.
    serviceWorkers: serviceWorker ? "allow" : "block",
  });
  const page = await context.newPage();
  opened.add(page);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${page.url()})`);
  });
  return {
    page,
    context,
    lang,
    complaints,
    say: (key, values) => say(lang, key, values),
    open: async (path) => {
      await page.goto(`/${lang}${path}`);
      await alive(page);
    },
  };
}

/** The scripts have taken the page over: moments stand in the reader's own zone. A click before that may meet a page that moves. */
export async function alive(page: Page): Promise<void> {
  await settled(page);
  await expect.poll(() => page.locator("time", { hasText: / UTC$/ }).count(), { timeout: 20_000 }).toBe(0);
}

/** One click on the card of a demo person. */
export async function signInAs(reader: Reader, user: string): Promise<void> {
  await reader.open(`/sandbox/sign-in?as=${user}`);
  await reader.page.locator(`button[name="user"][value="${user}"]`).click();
  await reader.page.waitForURL((url) => !url.pathname.includes("/sign-in"));
}

/** The page is in its language and direction, nothing runs over its edge, and axe finds nothing to object to. */
export async function expectGoodPage({ page, lang }: Reader): Promise<void> {
  const where = page.url();
  await settled(page);
  expect(await page.locator("html").getAttribute("lang"), where).toBe(lang);
  expect(await page.locator("html").getAttribute("dir"), where).toBe(lang === "ar" ? "rtl" : "ltr");
  const overhang = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  // Seen from its top: what stands half under the head, which stays, is no fault. And all of it laid out: of panels that wait to be scrolled to, axe takes what
  // is cut off for something that lies above the page's foot.
  await page.evaluate(LAID_OUT);
  expect(overhang, `${where} is wider than its window`).toBeLessThanOrEqual(0);
  // So axe looks at it in place, without a page of its own to put together what frames say.
  expect(page.frames().length, `${where} has a frame, which axe would not look into`).toBe(1);
  // What passes is not described: that takes as long as the looking.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.withTags(LEVELS).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect(found, where).toEqual([]);
}

/** Fonts and pictures are there, so that axe measures what the reader sees. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate("document.fonts.ready.then(() => true)");
}
