import { expect, test } from "vitest";
import { apart, letter, ownWay } from "./index.ts";

test("a letter is the same as text and as a page, in the direction of its language", () => {
  const parts = { name: "آشا", subject: "تم الدفع", paragraphs: ["المال في الضمان."], footer: "من إعدادات حسابك." };
  const link = { label: "افتح الطلب", url: "https://amana.example.test/ar/orders/ord_1" };
  const { text, html } = letter({ language: "ar", ...parts, link });
  expect(text).toBe(
    "مرحبًا \u2068آشا\u2069،\n\nالمال في الضمان.\n\nافتح الطلب\nhttps://amana.example.test/ar/orders/ord_1\n\n-- \nمن إعدادات حسابك.\n",
  );
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toMatch(
    /<a class="button" style="[^"]*" href="https:\/\/amana\.example\.test\/ar\/orders\/ord_1">افتح الطلب<\/a>/,
  );
  expect(html).toContain(">أمانة</p>");
  expect(html.indexOf("من إعدادات")).toBeGreaterThan(html.indexOf("افتح الطلب"));
  expect(letter({ language: "en", ...parts }).html).toContain('dir="ltr"');
});

test("case 101: nothing that somebody wrote becomes part of the page", () => {
  const evil = `<img src=x onerror="alert('1')">&`;
  const { html } = letter({
    ...{ language: "en", name: evil, subject: evil, paragraphs: [evil, "one\ntwo"], after: [evil], footer: evil },
    link: { label: evil, url: `https://x.example.test/${evil}`, written: true },
  });
  expect(html).not.toMatch(/<img|onerror="/);
  expect(html).toContain("one<br>two");
  expect(html.match(/&#60;img/g)).toHaveLength(9);
});

test("a link that must be followed is a button and an address to copy, which breaks where a phone ends", () => {
  const link = { label: "L", url: "https://x.example.test/#t=a&b", written: true } as const;
  const { html, text } = letter({ language: "ar", name: "A", subject: "S", paragraphs: ["1"], link, after: ["2"] });
  expect(html).toMatch(/<a class="button" style="[^"]*" href="https:\/\/x\.example\.test\/#t=a&#38;b">L<\/a>/);
  expect(html).toMatch(
    /<a class="address" dir="ltr" style="[^"]*word-break: break-all" href="[^"]*">https:\/\/x\.example\.test\/#t=a&#38;b<\/a>/,
  );
  expect(text).toMatch(/1\n\nL\nhttps:\/\/x\.example\.test\/#t=a&b\n\n2\n$/);
});

test("at night a letter is dark: each thing that has a colour by day has another then", () => {
  const link = { label: "L", url: "https://x.example.test/", written: true } as const;
  const { html } = letter({ language: "en", name: "A", subject: "S", paragraphs: ["1"], link, footer: "F" });
  const [, night = ""] = html.split("prefers-color-scheme: dark");
  const coloured = [...html.matchAll(/class="(\w+)"[^>]*style="[^"]*color:/g)].map(([, name]) => name);
  expect(new Set(coloured)).toEqual(new Set(["brand", "button", "small", "address", "footer"]));
  for (const name of [...coloured, "card"]) expect(night).toContain(`.${name}`);
});

test("an amount is read from left to right, a name and a day as their script is", () => {
  expect(apart("₹5")).toBe("\u2066₹5\u2069");
  expect(ownWay("متجر (تجريبي)")).toBe("\u2068متجر (تجريبي)\u2069");
});
