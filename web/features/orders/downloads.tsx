import type { Download } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { DownloadIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./orders.module.css";

/** When the buyer has downloaded which of the files, for the seller and for staff: the buyer's own page counts what is left. */
export function Downloads({ downloads }: { downloads: readonly Download[] | null }) {
  const { t } = useTranslation();
  if (downloads === null) return null;
  return (
    <Panel title={t("downloads.title")} icon={<DownloadIcon />} anchor="downloads">
      {downloads.length === 0 ? <p className={classes.soft}>{t("downloads.none")}</p> : null}
      <ol className={classes.downloads}>
        {downloads.map(({ name, sha256, number, at }) => (
          <li key={`${sha256} ${number}`}>
            <bdi>{name}</bdi>
            <span className={classes.soft}>
              <Moment at={at} shape="short" />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
