import { type ActionFunctionArgs, data, Link, useLoaderData } from "react-router";
import { command, keyAfter, newKey } from "../../api/server.ts";
import classes from "../../features/session/session.module.css";
import { AccountForm, PasswordField, TokenField } from "../../features/session/session-forms.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout, PageTitle, Panel } from "../../ui/panel.tsx";
import { PageMeta } from "../page-meta.tsx";

export const loader = () => ({ key: newKey() });

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const body = { token: String(form.get("token") ?? "").trim(), password: String(form.get("password") ?? "") };
  const sent = await command<unknown>(args, "POST", "/auth/password/reset", body, key);
  if (sent.ok) return data({ done: true, problem: null, key: newKey() });
  return data({ done: false, problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
}

export default function ResetPassword() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const standing = answer ?? { key, problem: null };
  return (
    <div className={classes.narrow}>
      <PageMeta title={t("account.resetTitle")} noIndex />
      <PageTitle>{t("account.resetTitle")}</PageTitle>
      {answer?.done ? (
        <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("account.passwordChanged")}>
          <p>
            {t("account.signedOutElsewhere")} <Link to={to("/sign-in")}>{t("session.signIn")}</Link>
          </p>
        </Callout>
      ) : (
        <Panel title={t("account.resetPanel")}>
          <AccountForm standing={standing} label={t("account.changePassword")}>
            <TokenField />
            <PasswordField standing={standing} fresh />
          </AccountForm>
        </Panel>
      )}
    </div>
  );
}
