import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { newKey, read } from "../../api/server.ts";
import type { Device, Preferences } from "../../api/settings.ts";
import type { Listed } from "../../api/types.ts";
import { Devices } from "../../features/settings/devices.tsx";
import classes from "../../features/settings/settings.module.css";
import { Switches } from "../../features/settings/switches.tsx";
import { SettingsTabs } from "../../features/settings/tabs.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { actInSettings } from "../settings-acts.ts";

export async function loader(args: LoaderFunctionArgs) {
  const [preferences, devices, { key: serverKey }] = await Promise.all([
    read<Preferences>(args, "/users/me/notification-preferences"),
    read<Listed<Device>>(args, "/push-subscriptions"),
    read<{ key: string | null }>(args, "/push-key"),
  ]);
  return { preferences, devices: devices.data, serverKey, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actInSettings(args);

export default function SettingsNotifications() {
  const { t } = useTranslation();
  const { key, preferences, devices, serverKey } = useLoaderData<typeof loader>();
  const saved = useAnswer<typeof action>() ?? null;
  const given = { saved, idempotencyKey: key };
  return (
    <>
      <PageMeta title={t("settings.tab.notifications")} noIndex />
      <PageTitle>{t("settings.title")}</PageTitle>
      <SettingsTabs here="notifications" />
      <div className={classes.stack}>
        <Switches preferences={preferences} {...given} />
        <Devices devices={devices} serverKey={serverKey} {...given} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
