import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const REPOSITORY = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(REPOSITORY, path), "utf8");

const HEADER = ["word", "Arabic", "meaning"];
/** Signs for vowels: a word is the same word with and without them. */
const VOWELS = /[\u064b-\u0652]/g;

/** Arabic words of the glossary's tables; those in brackets wait for a screen. */
function arabicWords(glossary: string): string[] {
  const rows = glossary.split("\n").map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  let inTable = false;
  return rows.flatMap((cells) => {
    inTable = cells.join() === HEADER.join() || (inTable && cells.length === HEADER.length);
    const arabic = inTable ? (cells[1] ?? "") : "";
    return /\p{Script=Arabic}/u.test(arabic) && !arabic.startsWith("(")
      ? arabic.split("،").map((one) => one.trim())
      : [];
  });
}

const notOnScreens = (glossary: string, screens: string): string[] =>
  arabicWords(glossary).filter((word) => !screens.replace(VOWELS, "").includes(word.replace(VOWELS, "")));

test("Arabic screens say what the glossary says", () => {
  const glossary = read("GLOSSARY.md");
  expect(arabicWords(glossary).length).toBeGreaterThan(20);
  const notices = ["ar", "ar-disputes"].map((name) => read(`core/notices/${name}.ts`));
  expect(notOnScreens(glossary, [read("web/i18n/ar.json"), ...notices].join("\n"))).toEqual([]);
});

describe("a word that no screen says", () => {
  const about = (arabic: string): string[] =>
    notOnScreens(
      `| word | Arabic | meaning |\n| --- | --- | --- |\n| label | ${arabic} | Paper. |`,
      "ملصق الشحن، الردّ",
    );

  test("is seen", () => expect(about("بوليصة الشحن")).toEqual(["بوليصة الشحن"]));
  test("is seen beside one that is said", () => expect(about("ملصق الشحن، بوليصة")).toEqual(["بوليصة"]));
  test("may wait in brackets", () => expect(about("(بوليصة الشحن)")).toEqual([]));
  test("is none for want of vowel signs", () => expect(about("الرد")).toEqual([]));
});
