import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirectDocument,
  useLoaderData,
} from "react-router";
import { command, keyAfter, newKey, readOptional } from "../../api/server.ts";
import type { DemoUser, Listed, Provider, SignedIn } from "../../api/types.ts";
import classes from "../../features/session/session.module.css";
import { AccountForm, EmailField, PasswordField } from "../../features/session/session-forms.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ShieldIcon } from "../../ui/icons.tsx";
import { Callout, PageTitle, Panel } from "../../ui/panel.tsx";
import { ownPath } from "../own-path.ts";
import { PageMeta } from "../page-meta.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const [providers, demo] = await Promise.all([
    readOptional<Listed<Provider>>(args, "/auth/oidc"),
    readOptional<Listed<DemoUser>>(args, "/sandbox/users"),
  ]);
  const next = ownPath(searchParams.get("next"));
  return { next, providers: providers?.data ?? [], hasDemo: demo !== null, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const email = String(form.get("email") ?? "").trim();
  const body = { email, password: String(form.get("password") ?? "") };
  const sent = await command<SignedIn>(args, "POST", "/auth/sign-in", body, key);
  if (!sent.ok) return data({ problem: sent.problem, key: keyAfter(sent.problem, key), email }, { status: 422 });
  const home = `/${args.params.lang}`;
  const next = ownPath(form.get("next"));
  if (sent.value.secondFactor === "required")
    throw redirectDocument(`${home}/second-factor${next ? `?next=${encodeURIComponent(next)}` : ""}`);
  throw redirectDocument(next ?? home);
}

export default function SignIn() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { next, providers, hasDemo, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const standing = failed ?? { key, problem: null };
  const query = next ? `?next=${encodeURIComponent(next)}` : "";
  return (
    <div className={classes.narrow}>
      <PageMeta title={t("account.signInTitle")} noIndex />
      <PageTitle>{t("account.signInTitle")}</PageTitle>
      {hasDemo ? (
        <Callout tone="held" icon={<ShieldIcon />} title={t("session.demoTitle")}>
          <p>
            <Link to={to(`/sandbox/sign-in${query}`)}>{t("account.chooseDemo")}</Link>
          </p>
        </Callout>
      ) : null}
      <Panel title={t("account.withPassword")}>
        <AccountForm standing={standing} label={t("session.signIn")} hidden={{ next }}>
          <EmailField standing={standing} />
          <PasswordField standing={standing} />
        </AccountForm>
        <p className={classes.links}>
          <Link to={to("/forgot-password")}>{t("account.forgot")}</Link>
          <Link to={to("/register")}>{t("account.register")}</Link>
        </p>
      </Panel>
      {providers.length > 0 ? (
        <Panel title={t("account.withProvider")} quiet>
          <div className={classes.providers}>
            {providers.map(({ name, label }) => (
              <a key={name} href={`/api/v1/auth/oidc/${encodeURIComponent(name)}/start${query}`}>
                <bdi>{label}</bdi>
              </a>
            ))}
          </div>
        </Panel>
      ) : null}
    </div>
  );
}
