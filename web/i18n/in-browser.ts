import type { i18n } from "i18next";
import { emptyI18n, type Lang } from "./index.ts";

const first = {
  en: () => import("./en.json?part=first"),
  ar: () => import("./ar.json?part=first"),
};
const rest = {
  en: () => import("./en.json?part=rest"),
  ar: () => import("./ar.json?part=rest"),
};

type Loaded = { translator: i18n; lang: Lang; all: Promise<void> | null };
let loaded: Loaded | null = null;

/** The page's translator, with the words of the public pages; with all where the page that is opened says more. */
export async function openI18n(lang: Lang, whole: boolean): Promise<i18n> {
  const [words, translator] = await Promise.all([first[lang](), emptyI18n(lang)]);
  translator.addResourceBundle(lang, "app", words.default, true, true);
  loaded = { translator, lang, all: null };
  if (whole) await allWords();
  return translator;
}

/** Before any page that says more is shown; fetched once. */
export async function allWords(): Promise<void> {
  if (!loaded) return;
  const { translator, lang } = loaded;
  loaded.all ??= rest[lang]().then((words) => {
    translator.addResourceBundle(lang, "app", words.default, true, true);
  });
  await loaded.all;
}
