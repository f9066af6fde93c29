import { prepareFormats } from "./formats.ts";
import type { Lang } from "./index.ts";
import { createTranslator, type Translator } from "./translator.ts";

const first = {
  en: () => import("./en.json?part=first"),
  ar: () => import("./ar.json?part=first"),
};
const rest = {
  en: () => import("./en.json?part=rest"),
  ar: () => import("./ar.json?part=rest"),
};

type Loaded = { translator: Translator; lang: Lang; all: Promise<void> | null };
let loaded: Loaded | null = null;

/** The page's translator, with the words of the public pages; with all where the page that is opened says more. */
export async function openI18n(lang: Lang, whole: boolean): Promise<Translator> {
  const asked = first[lang]();
  prepareFormats(lang);
  const words = await asked;
  const translator = createTranslator(lang);
  translator.add(words.default);
  loaded = { translator, lang, all: null };
  if (whole) await allWords();
  return translator;
}

/** Before any page that says more is shown; fetched once. */
export async function allWords(): Promise<void> {
  if (!loaded) return;
  const { translator, lang } = loaded;
  loaded.all ??= rest[lang]().then((words) => {
    translator.add(words.default);
  });
  await loaded.all;
}
