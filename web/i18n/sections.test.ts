import { expect, test } from "vitest";
import en from "./en.json";
import { FIRST_SECTIONS, isPublicPage } from "./sections.ts";

test("every section that comes first is there", () => {
  expect([...FIRST_SECTIONS].filter((section) => !(section in en))).toEqual([]);
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
