import type { ListingKind } from "../catalog/index.ts";
import type { UserId } from "../ids/index.ts";

/** Marks over and under Latin letters; the vowel signs of Arabic, its tatweel, and signs that only turn text. */
const MARKS = /[\u0300-\u036f\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f]/g;

/** Letters that people write for one another in Arabic, and digits of Arabic and Persian. */
const SAME: Readonly<Record<string, string>> = {
  ...{ أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ئ: "ي", ی: "ي", ؤ: "و", ة: "ه", ک: "ك" },
  ...Object.fromEntries([..."٠١٢٣٤٥٦٧٨٩"].map((digit, value) => [digit, `${value}`])),
  ...Object.fromEntries([..."۰۱۲۳۴۵۶۷۸۹"].map((digit, value) => [digit, `${value}`])),
};

/** Text as it is compared: what people write in several ways becomes one. */
export const normalised = (text: string): string =>
  text
    // Composed first, for Arabic letters with a hamza are one letter; then Latin ones without their marks.
    .normalize("NFC")
    .replace(/./gsu, (letter) => SAME[letter] ?? letter)
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase();

/** The words of a text, normalised, in their order. */
export const wordsOf = (text: string): string[] => normalised(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const ARABIC = /\p{Script=Arabic}/u;

/** Words by the language whose rules stem them, whatever language the text around them is in. */
export function byScript(text: string): { readonly english: string; readonly arabic: string } {
  const words = wordsOf(text);
  return {
    english: words.filter((word) => !ARABIC.test(word)).join(" "),
    arabic: words.filter((word) => ARABIC.test(word)).join(" "),
  };
}

/** The runs of three letters of a word, its ends marked, each once: similar words share most of theirs. */
export function trigramsOf(word: string): string[] {
  const letters = [..."  ", ...word, " "];
  return [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join("")))];
}

export type Candidate = {
  readonly kind: ListingKind;
  readonly category: string;
  readonly seller: UserId;
  readonly price: bigint;
};

export type Counted<T> = { readonly value: T; readonly count: number };

/** How often each value occurs, the most frequent first, and no more than so many of them. */
export function counted<T>(values: readonly T[], most: number): Counted<T>[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (String(a.value) < String(b.value) ? -1 : 1))
    .slice(0, most);
}

export type PriceRange = { readonly from: bigint; readonly to: bigint; readonly count: number };

/** Ranges that begin and end at 1, 2 or 5 times a power of ten, from the cheapest to the dearest; empty ones are left out. */
export function priceRanges(prices: readonly bigint[]): PriceRange[] {
  const counts = new Map<bigint, PriceRange>();
  for (const price of prices) {
    const { from, to } = rangeOf(price);
    counts.set(from, { from, to, count: (counts.get(from)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function rangeOf(price: bigint): { readonly from: bigint; readonly to: bigint } {
  let power = 1n;
  while (power * 10n <= price) power *= 10n;
  if (price < 2n * power) return { from: power, to: 2n * power };
  return price < 5n * power ? { from: 2n * power, to: 5n * power } : { from: 5n * power, to: 10n * power };
}
