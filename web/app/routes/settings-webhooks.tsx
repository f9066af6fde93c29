import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { newKey, read } from "../../api/server.ts";
import type { Endpoint } from "../../api/settings.ts";
import type { Listed } from "../../api/types.ts";
import { Endpoints, NewEndpoint } from "../../features/settings/endpoints.tsx";
import classes from "../../features/settings/settings.module.css";
import { SettingsTabs } from "../../features/settings/tabs.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { actInSettings } from "../settings-acts.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { data: endpoints } = await read<Listed<Endpoint>>(args, "/webhook-endpoints");
  return { endpoints, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actInSettings(args);

export default function SettingsWebhooks() {
  const { t } = useTranslation();
  const { key, endpoints } = useLoaderData<typeof loader>();
  const saved = useAnswer<typeof action>() ?? null;
  const given = { saved, idempotencyKey: key };
  return (
    <>
      <PageMeta title={t("settings.tab.webhooks")} noIndex />
      <PageTitle>{t("settings.title")}</PageTitle>
      <SettingsTabs here="webhooks" />
      <div className={classes.stack}>
        <NewEndpoint {...given} />
        <Endpoints endpoints={endpoints} {...given} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
