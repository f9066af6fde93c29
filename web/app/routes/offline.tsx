import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ALWAYS } from "../../offline/kept-pages.ts";
import classes from "../../offline/offline.module.css";
import { kept } from "../../offline/reader-caches.ts";
import { GlobeOffIcon } from "../../ui/icons.tsx";
import { Callout, PageTitle, Panel } from "../../ui/panel.tsx";
import { ownPath } from "../own-path.ts";
import { PageMeta } from "../page-meta.tsx";

/** Stands in for a page that is not kept: what was asked for, and what can be read meanwhile. */
export default function Offline() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const from = ownPath(query.get("from"));
  const readable = useReadable();
  return (
    <>
      <PageMeta title={t("waiting.offlinePage")} noIndex />
      <PageTitle>{t("waiting.offlinePage")}</PageTitle>
      <Callout tone="wait" icon={<GlobeOffIcon />}>
        <p>{t("waiting.offlinePageText")}</p>
        {from ? (
          <p>
            <a href={from}>{t("waiting.tryAgain")}</a>
          </p>
        ) : null}
      </Callout>
      {readable.length > 0 ? (
        <Panel title={t("waiting.readable")}>
          <ul className={classes.list}>
            {readable.map(({ page, href }) => (
              <li key={page}>
                <a href={href}>{t(`waiting.page.${page}`)}</a>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}

type Readable = { page: string; href: string };

function useReadable(): Readable[] {
  const { to } = useLocale();
  const [pages, setPages] = useState<Readable[]>([]);
  useEffect(() => {
    if (!("caches" in window)) return;
    const look = async () => {
      const found = await Promise.all(
        ALWAYS.map(async (path) => {
          const href = to(path);
          const known = await kept(new URL(href, window.location.origin).href);
          return known ? [{ page: path.slice(1), href }] : [];
        }),
      );
      setPages(found.flat());
    };
    void look().catch(() => {});
  }, [to]);
  return pages;
}
