/** So many words of an order are looked for at most, and so much of each. */
const MOST_WORDS = 300;
const LONGEST = 60;

/** Accents, vowel signs and the stroke that only widens a word: people leave them out. */
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c\u200d]/g;

/**
 * The words of texts as they are looked for: in small letters, without accents and vowel signs, Arabic letters of one sound as one, digits
 * of every script as digits. No two are alike, and there are only letters and digits in them.
 */
export function wordsOf(...texts: readonly string[]): string[] {
  const folded = texts
    .join(" ")
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  const words = (folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Shorter ones begin too many words to be of help. */
const SHORTEST_BEGINNING = 3;

/** A tsquery: all of the words, the longer ones as the beginnings of words. */
export const queryOf = (words: readonly string[]): string =>
  words.map((word) => (word.length < SHORTEST_BEGINNING ? `'${word}'` : `'${word}':*`)).join(" & ");
