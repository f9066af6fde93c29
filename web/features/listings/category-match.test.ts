import { expect, test } from "vitest";
import { matchesOf } from "./category-match.ts";

const HOME = { en: "Home", ar: "المنزل" };
const place = (id: string, en: string, ar: string, above = HOME) => ({ id, name: { en, ar }, above });
const PLACES = [
  place("bedding", "Bedding", "مفارش وأغطية"),
  place("rugs", "Rugs and carpets", "سجاد"),
  place("drugs", "First aid rugs", "إسعافات أولية", { en: "Health", ar: "الصحة" }),
];
const found = (typed: string): string[] => matchesOf(PLACES, typed).map(({ id }) => id);

test("is found by its beginning, then by a part, then by what it lies below, in either language", () => {
  expect(found("rugs")).toEqual(["rugs", "drugs"]);
  expect(found("HOME")).toEqual(["bedding", "rugs"]);
  expect(found("سجا")).toEqual(["rugs"]);
  expect(found("اسعافات اوليه")).toEqual(["drugs"]);
  expect(found("nothing")).toEqual([]);
  expect(found(" ")).toEqual(["bedding", "rugs", "drugs"]);
});
