import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commandsOf, DEADLINE_KINDS, ORDER_STATUSES, PROCESSES } from "@amana/core/escrow";
import { POSTING_KINDS } from "@amana/core/ledger";
import { describe, expect, test } from "vitest";
import ar from "./ar.json";
import en from "./en.json";

const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(node: unknown, path = ""): Map<string, string> {
  if (typeof node === "string") return new Map([[path, node]]);
  const all = new Map<string, string>();
  if (typeof node !== "object" || node === null) return all;
  for (const [key, value] of Object.entries(node)) {
    for (const [inner, text] of flatten(value, path ? `${path}.${key}` : key)) all.set(inner, text);
  }
  return all;
}

const locales = { en: flatten(en), ar: flatten(ar) };
const bases = (keys: Iterable<string>) => [...new Set([...keys].map((key) => key.replace(PLURAL, "")))].sort();

test("both languages say the same things", () => {
  expect(bases(locales.ar.keys())).toEqual(bases(locales.en.keys()));
});

describe.each(Object.entries(locales))("%s", (lang, texts) => {
  test("a text that counts has every plural form of its language", () => {
    const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
    const counting = bases([...texts.keys()].filter((key) => PLURAL.test(key)));
    expect(counting.length).toBeGreaterThan(0);
    const missing = counting
      .flatMap((key) => pluralCategories.map((form) => `${key}_${form}`))
      .filter((key) => !texts.has(key));
    expect(missing).toEqual([]);
  });

  test("no text is empty", () => {
    expect([...texts].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});

test("both languages fill in the same values and place the same elements", () => {
  const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}|<(\w+)\/?>/g)].map(([slot]) => slot).sort();
  const differing = [...locales.en].filter(([key, text]) => {
    const other = locales.ar.get(key);
    return other !== undefined && !PLURAL.test(key) && slots(text).join() !== slots(other).join();
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});

test("every key that the app asks for exists", () => {
  const keys = new Set([...locales.en.keys(), ...bases(locales.en.keys())]);
  const known = (key: string) => keys.has(key) || [...keys].some((one) => one.startsWith(key) && key.endsWith("."));
  const missing = sources(join(import.meta.dirname, "..")).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const exact = [...text.matchAll(/(?:\bt\(\s*|i18nKey=)"([\w.-]+)"/g)].map(([, key = ""]) => key);
    const begun = [...text.matchAll(/(?:\bt\(\s*|i18nKey=\{)`([\w.-]+\.)\$\{/g)].map(([, key = ""]) => key);
    return [...exact, ...begun].filter((key) => !known(key)).map((key) => `${file}: ${key}`);
  });
  expect(missing).toEqual([]);
});

describe.each(Object.entries(locales))("what may happen to a deal is said in %s:", (_, texts) => {
  const commands = PROCESSES.flatMap((process) => commandsOf(process));
  const kinds = POSTING_KINDS.map((kind) => `statement.kind.${kind}`);
  const deadlines = [
    ...DEADLINE_KINDS.map((kind) => `deadline.${kind}`),
    ...ORDER_STATUSES.flatMap((status) => [`status.buyer.${status}`, `headline.seller.${status}`]),
  ];
  const reasons = PROCESSES.flatMap(({ deadlines, states }) => [
    ...deadlines.map(({ reason }) => reason),
    ...Object.values(states).flatMap(({ exits }) => Object.values(exits).map(({ reason }) => reason)),
  ]).flatMap((reason) => (reason === undefined ? [] : [`reason.${reason}`]));
  const keys = [...commands.map((name) => `event.${name}`), ...kinds, ...deadlines, ...reasons];

  test.each([...new Set(keys)])("%s", (key) => {
    expect(texts.has(key)).toBe(true);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ["node_modules", "build", ".react-router"].includes(entry.name) ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
