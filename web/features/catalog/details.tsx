import { Link } from "react-router";
import type { Conditions } from "../../api/shopping.ts";
import type { Product, Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { FileSize } from "../../ui/file-size.tsx";
import { DocumentIcon, FileIcon } from "../../ui/icons.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import classes from "./catalog.module.css";

/** Where it is filed, each step a link. */
export function CategoryTrail({ path }: { path: { id: string; name: Text }[] }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  return (
    <nav aria-label={t("shop.filedUnder")} className={classes.trail}>
      <ol>
        {path.map(({ id, name }) => (
          <li key={id}>
            <Link to={to(`/browse/${id}`)}>{say(name)}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Specifications({ of }: { of: Product["specifications"] }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  if (of.length === 0) return null;
  return (
    <Panel title={t("shop.specifications")} icon={<DocumentIcon />}>
      <Facts rows={of.map(({ name, value }) => ({ key: name.en, name: say(name), value: <bdi>{say(value)}</bdi> }))} />
    </Panel>
  );
}

/** What is downloaded: the files as they are now, and how often and how long they open. */
export function WhatYouGet({ files, downloads }: { files: Product["files"]; downloads: Conditions["downloads"] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("shop.whatYouGet")} icon={<FileIcon />}>
      <ul className={classes.files}>
        {files.map(({ name, mediaType, size }) => (
          <li key={name}>
            <FileIcon />
            <span>
              <bdi dir="ltr" className={classes.fileName}>
                {name}
              </bdi>
              <small>
                <bdi dir="ltr">{mediaType}</bdi> · <FileSize bytes={size} />
              </small>
            </span>
          </li>
        ))}
      </ul>
      {downloads ? (
        <p className={classes.hint}>
          {t("shop.downloads", { count: downloads.perFile })}{" "}
          {downloads.days === null ? t("shop.opensForever") : t("shop.opensDays", { count: downloads.days })}
        </p>
      ) : null}
    </Panel>
  );
}
