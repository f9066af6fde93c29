import { expect, test } from "vitest";
import { preferredLang } from "../i18n/index.ts";
import { rememberedLang, withLanguage } from "./language.ts";

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(new URL(path, "http://shop.example.test"), { headers });

test("the browser's first wish among our languages decides, by its weights", () => {
  expect(preferredLang("fr, ar;q=0.8, en;q=0.5")).toBe("ar");
  expect(preferredLang("ar-SA;q=0.4, en-IN")).toBe("en");
  expect(preferredLang("fr")).toBe("en");
  expect(preferredLang(null)).toBe("en");
});

test("the language last read is stronger than the browser's wish", () => {
  expect(rememberedLang(request("/", { cookie: "x=1; amana_lang=ar", "accept-language": "en" }))).toBe("ar");
});

test("a link without a language keeps its path and query", () => {
  expect(withLanguage(request("/orders/ord_1/paid?x=1", { "accept-language": "ar" }))).toBe(
    "/ar/orders/ord_1/paid?x=1",
  );
});

test("what is no page of ours gets no language", () => {
  expect(withLanguage(request("/wp-login.php"))).toBe(null);
});
