import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { Company, Invitation, Member, Profile } from "../../api/settings.ts";
import { CompanyPanel, NewCompany } from "../../features/settings/company.tsx";
import classes from "../../features/settings/settings.module.css";
import { SettingsTabs } from "../../features/settings/tabs.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { actInSettings } from "../settings-acts.ts";

export async function loader(args: LoaderFunctionArgs) {
  const [{ id: me }, { data: companies }] = await Promise.all([
    read<Profile>(args, "/users/me"),
    read<{ data: Company[] }>(args, "/organizations"),
  ]);
  const withPeople = await Promise.all(
    companies.map(async (company) => {
      const path = `/organizations/${company.id}`;
      const [members, invitations] = await Promise.all([
        read<{ data: Member[] }>(args, `${path}/members`),
        readOptional<{ data: Invitation[] }>(args, `${path}/invitations`),
      ]);
      return { company, members: members.data, invitations: invitations?.data ?? [] };
    }),
  );
  return { me, companies: withPeople, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actInSettings(args);

export default function SettingsCompany() {
  const { t } = useTranslation();
  const { key, me, companies } = useLoaderData<typeof loader>();
  const saved = useAnswer<typeof action>() ?? null;
  const given = { saved, idempotencyKey: key };
  return (
    <>
      <PageMeta title={t("settings.tab.company")} noIndex />
      <PageTitle>{t("settings.title")}</PageTitle>
      <SettingsTabs here="company" />
      <div className={classes.stack}>
        {companies.map((one) => (
          <CompanyPanel key={one.company.id} of={one} me={me} {...given} />
        ))}
        <NewCompany first={companies.length === 0} {...given} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
