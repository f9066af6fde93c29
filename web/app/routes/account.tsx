import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { statusOf } from "../../api/problem.ts";
import { newKey, read } from "../../api/server.ts";
import type {
  ApiKey,
  Grant,
  Listed,
  OAuthClient,
  Provider,
  SecondFactor,
  Session,
  SignInLink,
  User,
} from "../../api/types.ts";
import { GrantsPanel, ProvidersPanel } from "../../features/session/access-panels.tsx";
import { ActButton, ActForm } from "../../features/session/act-form.tsx";
import { AppsPanel } from "../../features/session/apps-panel.tsx";
import { AuthenticatorPanel } from "../../features/session/authenticator-panel.tsx";
import { KeysPanel } from "../../features/session/keys-panel.tsx";
import { PasswordPanel } from "../../features/session/password-panel.tsx";
import classes from "../../features/session/session.module.css";
import { SessionList } from "../../features/session/session-list.tsx";
import { SettingsTabs } from "../../features/settings/tabs.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { GoingOn } from "../../ui/going-on.tsx";
import { PersonIcon, ShieldIcon } from "../../ui/icons.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { accountAct } from "../account-acts.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const list = async <T,>(path: string) => (await read<Listed<T>>(args, path)).data;
  const [me, secondFactor, sessions, keys, grants, apps, links, providers] = await Promise.all([
    read<User>(args, "/users/me"),
    read<SecondFactor>(args, "/users/me/second-factor"),
    list<Session>("/auth/sessions"),
    list<ApiKey>("/users/me/api-keys"),
    list<Grant>("/users/me/grants"),
    list<OAuthClient>("/oauth/clients"),
    list<SignInLink>("/users/me/oidc"),
    list<Provider>("/auth/oidc"),
  ]);
  return { me, secondFactor, sessions, keys, grants, apps, links, providers, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const lang = args.params.lang ?? "en";
  const standing = await accountAct(args, lang, form);
  if (standing.problem || standing.shown || form.has("back"))
    return data(standing, { status: statusOf(standing.problem) });
  if (standing.act === "sign-out") throw redirectDocument(`/${lang}`);
  throw redirect(`/${lang}/account`);
}

export default function Account() {
  const { t } = useTranslation();
  const { me, key, ...loaded } = useLoaderData<typeof loader>();
  const standing = useAnswer<typeof action>() ?? null;
  const given = { standing, idempotencyKey: standing?.key ?? key };
  return (
    <>
      <PageMeta title={t("account.title")} noIndex />
      <PageTitle>{t("account.title")}</PageTitle>
      <SettingsTabs here="security" />
      <div className={classes.stack}>
        {standing?.shown?.kind === "provider" ? (
          <GoingOn to={standing.shown.address} title={t("security.toProvider")} link={t("authorize.backLink")} />
        ) : null}
        <Me me={me} {...given} />
        <PasswordPanel {...given} />
        <AuthenticatorPanel state={loaded.secondFactor} {...given} />
        <Panel title={t("account.sessions")} icon={<ShieldIcon />}>
          <SessionList sessions={loaded.sessions} {...given} />
        </Panel>
        <ProvidersPanel links={loaded.links} providers={loaded.providers} {...given} />
        <GrantsPanel grants={loaded.grants} {...given} />
        <KeysPanel keys={loaded.keys} isStaff={me.roles.some((role) => role !== "user")} {...given} />
        <AppsPanel apps={loaded.apps} {...given} />
      </div>
    </>
  );
}

function Me({ me, ...given }: { me: User } & Pick<Parameters<typeof ActForm>[0], "standing" | "idempotencyKey">) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const isDemo = Boolean(useRouteLoaderData<ShellData>("routes/shell")?.sandbox);
  return (
    <Panel
      title={<bdi>{me.name}</bdi>}
      icon={<PersonIcon />}
      aside={
        <ActForm act="sign-out" {...given}>
          <ActButton act="sign-out">{t("session.signOut")}</ActButton>
        </ActForm>
      }
    >
      <p>
        <bdi dir="ltr">{me.email}</bdi>
      </p>
      {isDemo ? (
        <p className={classes.links}>
          <Link to={to("/sandbox/sign-in")}>{t("account.chooseDemo")}</Link>
        </p>
      ) : null}
    </Panel>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
