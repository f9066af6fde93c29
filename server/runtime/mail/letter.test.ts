import { expect, test } from "vitest";
import { apart, letter } from "./index.ts";

test("a letter is the same as text and as a page, in the direction of its language", () => {
  const parts = { name: "آشا", subject: "تم الدفع", paragraphs: ["المال في الضمان."] };
  const link = { label: "افتح الطلب", url: "https://amana.example.test/ar/orders/ord_1" };
  const { text, html } = letter({ language: "ar", ...parts, link });
  expect(text).toBe(
    "مرحبا \u2068آشا\u2069،\n\nالمال في الضمان.\n\nافتح الطلب\nhttps://amana.example.test/ar/orders/ord_1\n",
  );
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toMatch(/<a style="[^"]*" href="https:\/\/amana\.example\.test\/ar\/orders\/ord_1">افتح الطلب<\/a>/);
  expect(html).toContain(">أمانة</p>");
  expect(letter({ language: "en", ...parts }).html).toContain('dir="ltr"');
});

test("case 101: nothing that somebody wrote becomes part of the page", () => {
  const evil = `<img src=x onerror="alert('1')">&`;
  const { html } = letter({ language: "en", name: evil, subject: evil, paragraphs: [evil, "one\ntwo"] });
  expect(html).not.toMatch(/<img|onerror="/);
  expect(html).toContain("one<br>two");
  expect(html.match(/&#60;img/g)).toHaveLength(3);
});

test("an address that stands alone is one to follow, and a value keeps its direction", () => {
  const { html } = letter({ language: "ar", name: "A", subject: "S", paragraphs: ["https://x.example.test/#t=a&b"] });
  expect(html).toContain('<a dir="ltr" href="https://x.example.test/#t=a&#38;b">');
  expect(apart("5 INR")).toBe("\u20665 INR\u2069");
});
