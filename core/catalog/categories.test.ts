import { describe, expect, test } from "vitest";
import { CATEGORIES, categoriesUnder, categoryOf, mayBeFiledUnder, readTree } from "./index.ts";

const ARABIC = /^[\u0600-\u06ff\s]+$/;
const ENGLISH = /^[A-Z0-9][A-Za-z0-9é' -]+$/;

test("the tree has 471 categories, each with an id of its own", () => {
  expect(CATEGORIES).toHaveLength(471);
  expect(new Set(CATEGORIES.map(({ id }) => id)).size).toBe(471);
  expect(CATEGORIES.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test("each has a name in either language, in its own script", () => {
  expect(CATEGORIES.filter(({ name }) => !ENGLISH.test(name.en))).toEqual([]);
  expect(CATEGORIES.filter(({ name }) => !ARABIC.test(name.ar))).toEqual([]);
});

test("no two beside each other are called the same", () => {
  for (const language of ["en", "ar"] as const) {
    const names = CATEGORIES.map(({ parent, name }) => `${parent} ${name[language]}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  }
});

test("every parent stands before its children, and there are three markets of three levels at most", () => {
  const before = new Set<string>();
  for (const { id, parent, path } of CATEGORIES) {
    expect(parent === null || before.has(parent)).toBe(true);
    expect([path.at(-1), path.at(-2) ?? null]).toEqual([id, parent]);
    before.add(id);
  }
  expect(CATEGORIES.filter(({ parent }) => parent === null).map(({ id }) => id)).toEqual([
    "goods",
    "digital",
    "services",
  ]);
  expect(Math.max(...CATEGORIES.map(({ path }) => path.length))).toBe(3);
});

test("what is below a category is found, itself first", () => {
  expect(categoriesUnder("fonts")).toEqual([
    ...["fonts", "arabic-fonts", "latin-fonts", "indic-fonts", "handwritten-fonts", "display-fonts"],
  ]);
  expect(categoriesUnder("nowhere")).toEqual([]);
  const all = ["goods", "digital", "services"].flatMap(categoriesUnder);
  expect(all).toHaveLength(471);
});

test("a listing is filed in its own market, not at the root", () => {
  expect(categoryOf("honey")?.path).toEqual(["goods", "food", "honey"]);
  expect([
    mayBeFiledUnder("physical", "honey"),
    mayBeFiledUnder("physical", "food"),
    mayBeFiledUnder("physical", "goods"),
    mayBeFiledUnder("digital", "honey"),
    mayBeFiledUnder("physical", "nowhere"),
  ]).toEqual([true, true, false, false, false]);
});

describe("a tree that is written wrongly is refused", () => {
  test.each([
    ["a level left out", "a | A | ا\n    b | B | ب"],
    ["half an indent", "a | A | ا\n b | B | ب"],
    ["no Arabic", "a | A"],
  ])("%s", (_, text) => {
    expect(() => readTree(text, "physical")).toThrow("not a category");
  });
});
