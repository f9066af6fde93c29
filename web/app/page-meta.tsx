import { useLocation, useRouteLoaderData } from "react-router";
import { otherLang, useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import type { RootData } from "./root.tsx";

/** The page's name and description for tabs, search engines and shared links. React lifts these into the head. */
export function PageMeta({
  title,
  description,
  image,
  noIndex = false,
}: {
  title: string;
  description?: string;
  image?: string;
  noIndex?: boolean;
}) {
  const { t } = useTranslation();
  const { lang } = useLocale();
  const { pathname } = useLocation();
  const origin = useRouteLoaderData<RootData>("root")?.origin ?? "";
  const full = `${title} · ${t("brand")}`;
  const other = otherLang(lang);
  const text = description ?? t("home.description");
  return (
    <>
      <title>{full}</title>
      {noIndex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <meta name="description" content={text} />
          <meta property="og:title" content={full} />
          <meta property="og:description" content={text} />
          <meta property="og:url" content={origin + pathname} />
          {image ? <meta property="og:image" content={origin + image} /> : null}
          <link rel="canonical" href={origin + pathname} />
          <link rel="alternate" hrefLang={lang} href={origin + pathname} />
          <link rel="alternate" hrefLang={other} href={origin + pathname.replace(`/${lang}`, `/${other}`)} />
        </>
      )}
    </>
  );
}
