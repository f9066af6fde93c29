import { expect, test } from "vitest";
import { objectionToPassword } from "./rules.ts";

const EMAIL = "asha.rao.shop@example.test";

test.each([
  ["nine characters", "nine char", /at least 10/],
  ["nine characters in eighteen bytes", "ض".repeat(9), /at least 10/],
  ["ten code points that are five characters", "e\u0301a\u0301o\u0301u\u0301i\u0301", /at least 10/],
  ["257 characters", "abc".repeat(86).slice(0, 257), /at most 256/],
  ["what everybody takes", "password123", /others would try/],
  ["the same in capitals", "QwertyUiop", /others would try/],
  ["one sign all over", "aaaaaaaaaaaa", /others would try/],
  ["two signs by turns", "ababababab", /others would try/],
  ["the name of the place and a year", "Amana-2026-!", /words of this marketplace/],
  ["two words of the place", "EscrowMarketplace1", /words of this marketplace/],
  ["the name of the place in Arabic", "أمانة123456", /words of this marketplace/],
  ["the address", EMAIL, /e-mail/],
  ["the name in the address", "Asha.Rao.Shop", /e-mail/],
])("%s is no password", (_, password, why) => {
  expect(objectionToPassword(password, EMAIL)).toMatch(why);
});

test.each([
  ["ten characters", "ten chars!"],
  ["a sentence", "a long walk by the lake"],
  ["a sentence with a word of the place", "my market opens at nine"],
  ["Arabic", "مشيت طويلا حول البحيرة"],
  ["256 characters", "abc".repeat(86).slice(0, 256)],
  ["pictures", "🦊🐢🐙🦉🐝🐺🦄🐳🐊🦋"],
])("%s may be one", (_, password) => {
  expect(objectionToPassword(password, EMAIL)).toBeNull();
});
