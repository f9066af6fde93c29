import { useMemo } from "react";
import { useParams } from "react-router";
import type { Text } from "../api/types.ts";
import { createTranslator, type Translator } from "./translator.ts";

export const LANGUAGES = ["en", "ar"] as const;
export type Lang = (typeof LANGUAGES)[number];

export const isLang = (text: string | undefined): text is Lang => text === "en" || text === "ar";
export const directionOf = (lang: Lang): "ltr" | "rtl" => (lang === "ar" ? "rtl" : "ltr");
export const otherLang = (lang: Lang): Lang => (lang === "ar" ? "en" : "ar");

/** The locale for Intl: Arabic with Western digits, so that amounts, phones and ids read the same everywhere. */
export const localeOf = (lang: Lang): string => (lang === "ar" ? "ar-u-nu-latn" : "en");

/** The language that an Accept-Language header asks for first among ours; English when it asks for neither. */
export function preferredLang(acceptLanguage: string | null): Lang {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", ...params] = part.trim().split(";");
    const quality = params.map((param) => /^\s*q=([\d.]+)/.exec(param)?.[1]).find(Boolean);
    return { lang: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const best = wanted.filter(({ lang }) => isLang(lang)).sort((a, b) => b.quality - a.quality)[0];
  return isLang(best?.lang) ? best.lang : "en";
}

/** The locale for dates: the day before the month, and zone names as people here write them. */
export const dateLocaleOf = (lang: Lang): string => (lang === "ar" ? "ar-u-nu-latn" : "en-IN");

export type Locale = {
  lang: Lang;
  dir: "ltr" | "rtl";
  /** For Intl numbers. */
  intl: string;
  /** For Intl dates. */
  dates: string;
  to: (path: string) => string;
  say: (text: Text) => string;
};

/** The page's language, with `to` for paths inside it and `say` for texts that come in both languages. */
export function useLocale(): Locale {
  const { lang: segment } = useParams();
  const lang = isLang(segment) ? segment : "en";
  return useMemo(
    () => ({
      lang,
      dir: directionOf(lang),
      intl: localeOf(lang),
      dates: dateLocaleOf(lang),
      to: (path) => `/${lang}${path === "/" ? "" : path}`,
      say: (text) => text[lang],
    }),
    [lang],
  );
}

const load = { en: () => import("./en.json"), ar: () => import("./ar.json") };

/** A translator with all words of its language. */
export async function createI18n(lang: Lang): Promise<Translator> {
  const translator = createTranslator(lang);
  translator.add((await load[lang]()).default);
  return translator;
}
