import fc from "fast-check";
import { expect, test } from "vitest";
import { queryOf, wordsOf } from "./words.ts";

test.each([
  ["ORD-2026-000001", ["ord", "2026", "000001"]],
  ["Café CAFÉ café", ["cafe"]],
  ["قُطْن مطبـوع", ["قطن", "مطبوع"]],
  ["أحمد إحمد آحمد", ["احمد"]],
  ["مكتبة هدى", ["مكتبه", "هدي"]],
  ["٣٤٨ ۳۴۸ 348", ["348"]],
  ["O'Brien; drop table", ["o", "brien", "drop", "table"]],
  ["क्ष कपड़ा", ["क्ष", "कपड़ा".normalize("NFKD")]],
  [" … — ", []],
])("%s is found by %j", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test("a search wants every word, by its beginning or, where that says too little, as a whole", () => {
  expect(queryOf(wordsOf("block of prints"))).toBe("'block':* & 'of' & 'prints':*");
});

test("whatever is typed, there is nothing in a word that a query would read as its own", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const words = wordsOf(text);
      expect(words.every((word) => /^[\p{L}\p{M}\p{N}]+$/u.test(word) && word.length <= 60)).toBe(true);
      expect(new Set(words).size).toBe(words.length);
    }),
  );
});

test("a very long text has no more than its first words", () => {
  expect(wordsOf(Array.from({ length: 1_000 }, (_, n) => `w${n}`).join(" "))).toHaveLength(300);
  expect(wordsOf("a".repeat(10_000))[0]).toHaveLength(60);
});
