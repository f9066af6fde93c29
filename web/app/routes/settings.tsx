import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { newKey, read } from "../../api/server.ts";
import type { Profile } from "../../api/settings.ts";
import { AppearancePanel } from "../../features/settings/appearance.tsx";
import { ProfilePanel } from "../../features/settings/profile.tsx";
import classes from "../../features/settings/settings.module.css";
import { SettingsTabs } from "../../features/settings/tabs.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { calendarIn } from "../../ui/calendar.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { themeIn } from "../../ui/theme.ts";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { actInSettings } from "../settings-acts.ts";

export async function loader(args: LoaderFunctionArgs) {
  const cookies = args.request.headers.get("cookie");
  const look = { theme: themeIn(cookies), calendar: calendarIn(cookies) };
  return { me: await read<Profile>(args, "/users/me"), look, now: realNow(), key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actInSettings(args);

export default function Settings() {
  const { t } = useTranslation();
  const { me, look, now, key } = useLoaderData<typeof loader>();
  const saved = useAnswer<typeof action>() ?? null;
  return (
    <>
      <PageMeta title={t("settings.title")} noIndex />
      <PageTitle>{t("settings.title")}</PageTitle>
      <SettingsTabs here="profile" />
      <div className={classes.stack}>
        <ProfilePanel me={me} saved={saved} idempotencyKey={key} />
        <AppearancePanel now={now} look={look} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
