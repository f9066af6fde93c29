import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import en from "./en.json";
import { FIRST_SECTIONS, isPublicPage } from "./sections.ts";

const APP = join(import.meta.dirname, "../app");
const PUBLIC = ["root.tsx", "frame.tsx", "error-page.tsx"].concat(
  ["shell", "home", "browse", "product", "service", "shop"].map((name) => `routes/${name}.tsx`),
);

/** A file and all that it brings along; what is imported when it is needed is not. */
function reached(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/^(?:import|\} from|export).*?"(\.[^"]+\.tsx?)";$/gm))
    reached(join(dirname(file), path), seen);
  return seen;
}

/** The sections of the words that a file asks for. */
const sectionsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/(?:\bt\(\s*|i18nKey=\{?)["`]([a-zA-Z]+)[."`]/g)].map(
    ([, section = ""]) => section,
  );

test("every section that comes first is there", () => {
  expect([...FIRST_SECTIONS].filter((section) => !(section in en))).toEqual([]);
});

test("the public pages, and the frame around all, say nothing beyond the first sections", () => {
  const files = PUBLIC.reduce((seen, path) => reached(join(APP, path), seen), new Set<string>());
  expect(files.size).toBeGreaterThan(40);
  const beyond = [...files].flatMap((file) =>
    sectionsOf(file)
      .filter((section) => !FIRST_SECTIONS.has(section))
      .map((section) => `${file.split("/web/")[1]}: ${section}`),
  );
  expect([...new Set(beyond)]).toEqual([]);
});

test.each([
  ["/en", true],
  ["/ar/", true],
  ["/ar/browse", true],
  ["/en/browse/lighting", true],
  ["/en/products/prd_1", true],
  ["/en/services/svc_1", true],
  ["/en/shops/usr_1", true],
  ["/en/cart", false],
  ["/en/cart/checkout", false],
  ["/en/orders/ord_1", false],
  ["/en/browse/lighting/more", false],
  ["/", false],
])("%s is a page that says no more than the first words: %s", (path, yes) => {
  expect(isPublicPage(path)).toBe(yes);
});
