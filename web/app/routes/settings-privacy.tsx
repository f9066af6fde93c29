import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Disclosure } from "../../api/settings.ts";
import classes from "../../features/settings/settings.module.css";
import { SettingsTabs } from "../../features/settings/tabs.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { LockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

export async function loader(args: LoaderFunctionArgs) {
  return await read<{ data: Disclosure[] }>(args, "/users/me/disclosures");
}

/** When staff looked at what is hidden of somebody, and why: nobody looks unseen. */
export default function SettingsPrivacy() {
  const { t } = useTranslation();
  const { data: disclosures } = useLoaderData<typeof loader>();
  return (
    <>
      <PageMeta title={t("settings.tab.privacy")} noIndex />
      <PageTitle>{t("settings.title")}</PageTitle>
      <SettingsTabs here="privacy" />
      <div className={classes.stack}>
        <Panel title={t("settings.disclosures")} icon={<LockIcon />}>
          <div className={classes.form}>
            <p className={classes.soft}>{t("settings.disclosuresText")}</p>
            {disclosures.length === 0 ? <p>{t("settings.noDisclosures")}</p> : null}
            <ul className={classes.rows}>
              {disclosures.map(({ at, reason }) => (
                <li key={`${at} ${reason}`}>
                  <Moment at={at} />
                  {reason ? <bdi>{reason}</bdi> : null}
                </li>
              ))}
            </ul>
          </div>
        </Panel>
        <Panel title={t("settings.keptHereTitle")} quiet>
          <p className={classes.soft}>{t("settings.keptHereText")}</p>
        </Panel>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
