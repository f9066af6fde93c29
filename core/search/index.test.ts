import { describe, expect, test } from "vitest";
import { byScript, counted, normalised, priceRanges, trigramsOf, wordsOf } from "./index.ts";

describe("what people write in several ways is one", () => {
  test.each([
    ["hamza on alef", "أحمد إحسان آمال ٱلله", "احمد احسان امال الله"],
    ["alef maqsura and ya", "مصطفى قهوةٌ", "مصطفي قهوه"],
    ["vowel signs and tatweel", "مُحَمَّدـــ", "محمد"],
    ["hamza on ya and waw", "بئر مؤمن", "بير مومن"],
    ["Persian letters", "کتابی", "كتابي"],
    ["Arabic and Persian digits", "١٢٣ ۴۵", "123 45"],
    ["accents and capitals", "Café RÉSUMÉ", "cafe resume"],
    ["letters that were composed apart", "cafe\u0301 \u0627\u0654", "cafe ا"],
    ["wide and joined letters", "ＡＢＣ ﻻ", "abc لا"],
  ])("%s", (_, written, compared) => {
    expect(normalised(written)).toBe(compared);
  });
});

test("words are letters and digits", () => {
  expect(wordsOf("Wool-rug, 120×180 cm: سجادة!")).toEqual(["wool", "rug", "120", "180", "cm", "سجاده"]);
  expect(wordsOf(" … ")).toEqual([]);
});

test("each word goes to the language of its letters", () => {
  expect(byScript("قهوة Arabica محمصة 250 g")).toEqual({ english: "arabica 250 g", arabic: "قهوه محمصه" });
});

test("a word has the runs of three letters that one with a slip shares", () => {
  expect(trigramsOf("rug")).toEqual(["  r", " ru", "rug", "ug "]);
  expect(trigramsOf("aaaa")).toEqual(["  a", " aa", "aaa", "aa "]);
  const shared = trigramsOf("carpet").filter((three) => trigramsOf("carpte").includes(three));
  expect(shared).toEqual(["  c", " ca", "car", "arp"]);
});

test("values are counted, the most frequent first", () => {
  expect(counted(["b", "a", "d", "c", "a", "b"], 3)).toEqual([
    { value: "a", count: 2 },
    { value: "b", count: 2 },
    { value: "c", count: 1 },
  ]);
  expect(counted(["a", "b"], 2).map(({ value }) => value)).toEqual(["a", "b"]);
});

test("prices lie in ranges that people read easily", () => {
  expect(priceRanges([1000n, 5n, 1n, 199n, 200n, 499n, 999n])).toEqual([
    { from: 1n, to: 2n, count: 1 },
    { from: 5n, to: 10n, count: 1 },
    { from: 100n, to: 200n, count: 1 },
    { from: 200n, to: 500n, count: 2 },
    { from: 500n, to: 1000n, count: 1 },
    { from: 1000n, to: 2000n, count: 1 },
  ]);
});
