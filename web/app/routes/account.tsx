import { useTranslation } from "react-i18next";
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useActionData,
  useLoaderData,
  useNavigation,
  useRouteLoaderData,
} from "react-router";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { Listed, Session, User } from "../../api/types.ts";
import classes from "../../features/session/session.module.css";
import { SessionList } from "../../features/session/session-list.tsx";
import { useLocale } from "../../i18n/index.ts";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { PersonIcon, ShieldIcon } from "../../ui/icons.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const [me, sessions] = await Promise.all([
    read<User>(args, "/users/me"),
    read<Listed<Session>>(args, "/auth/sessions"),
  ]);
  return { me, sessions: sessions.data, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const session = form.get("session");
  const intent = form.get("intent");
  const sent =
    intent === "sign-out"
      ? await command<unknown>(args, "POST", "/auth/sign-out", {}, `${key}:out`)
      : typeof session === "string"
        ? await command<unknown>(args, "DELETE", `/auth/sessions/${pathPart(session)}`, {}, `${key}:${session}`)
        : await command<unknown>(args, "POST", "/auth/sessions/revoke-others", {}, `${key}:others`);
  if (!sent.ok) return data({ problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
  if (intent === "sign-out") throw redirectDocument(`/${args.params.lang}`);
  throw redirect(`/${args.params.lang}/account`);
}

export default function Account() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { me, sessions, key } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const isDemo = Boolean(useRouteLoaderData<ShellData>("routes/shell")?.sandbox);
  const current = failed?.key ?? key;
  return (
    <>
      <PageMeta title={t("account.title")} noIndex />
      <PageTitle>{t("account.title")}</PageTitle>
      <div className={classes.stack}>
        {failed ? <ProblemCallout problem={failed.problem} withoutMoney /> : null}
        <Panel
          title={<bdi>{me.name}</bdi>}
          icon={<PersonIcon />}
          aside={
            <Form method="post">
              <IdempotencyField value={current} />
              <SubmitButton busy={busy} variant="default" name="intent" value="sign-out">
                {t("session.signOut")}
              </SubmitButton>
            </Form>
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
        <Panel title={t("account.sessions")} icon={<ShieldIcon />}>
          <SessionList sessions={sessions} idempotencyKey={current} />
        </Panel>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
