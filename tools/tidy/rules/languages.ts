import type { Finding, SourceText, TreeRule } from "../finding.ts";

const LANGUAGES = ["en", "ar"] as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** What one language says, every language says: the same keys, the same values filled in, and each its own plural forms. */
export const sameWords: TreeRule = (files) => {
  const texts = LANGUAGES.map((language) => ({
    language,
    file: files.find(({ path }) => path === `web/i18n/${language}.json`),
  }));
  if (texts.every(({ file }) => file === undefined)) return [];
  const absent = texts.filter(({ file }) => file === undefined);
  if (absent.length > 0)
    return absent.map(({ language }) => at(`web/i18n/${language}.json`, "This language has no file: write it."));

  const languages = texts.flatMap(({ language, file }) =>
    file ? [{ language, path: file.path, words: wordsOf(file) }] : [],
  );
  const plurals = new Set(languages.flatMap(({ words }) => pluralsOf(words)));
  const all = new Set(languages.flatMap(({ words }) => [...words.keys()].map((key) => subject(key, plurals))));
  return languages.flatMap(({ language, path, words }) => [
    ...[...all]
      .flatMap((key) => formsOf(key, language, plurals).filter((form) => !words.has(form)))
      .map((form) => at(path, `${form} is missing.`)),
    ...[...words].filter(([, word]) => word.trim() === "").map(([key]) => at(path, `${key} is empty.`)),
    ...[...words].flatMap(([key, word]) =>
      unknownValues(key, word, languages, plurals).map((value) =>
        at(path, `${key} fills in {{${value}}}, which the other language does not.`),
      ),
    ),
  ]);
};

type Words = ReadonlyMap<string, string>;

const at = (path: string, message: string): Finding => ({ path, line: 1, message });
const subject = (key: string, plurals: ReadonlySet<string>): string =>
  plurals.has(key.replace(PLURAL, "")) ? key.replace(PLURAL, "") : key;

function wordsOf(file: SourceText): Words {
  const flat = (value: unknown, path: string): [string, string][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
      : [[path, String(value)]];
  return new Map(flat(JSON.parse(file.text), ""));
}

const pluralsOf = (words: Words): string[] =>
  [...words.keys()]
    .filter((key) => key.endsWith("_other") && words.has(key.replace(PLURAL, "_one")))
    .map((key) => key.replace(PLURAL, ""));

function formsOf(key: string, language: string, plurals: ReadonlySet<string>): string[] {
  if (!plurals.has(key)) return [key];
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${key}_${form}`);
}

function unknownValues(
  key: string,
  word: string,
  languages: readonly { words: Words }[],
  plurals: ReadonlySet<string>,
): string[] {
  const about = subject(key, plurals);
  const others = languages.filter(({ words }) => words.get(key) !== word);
  const known = new Set(
    others.flatMap(({ words }) =>
      [...words].filter(([other]) => subject(other, plurals) === about).flatMap(([, text]) => valuesIn(text)),
    ),
  );
  return others.length === 0 ? [] : valuesIn(word).filter((value) => !known.has(value));
}

const valuesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*-?\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? "");
