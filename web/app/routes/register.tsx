import { type ActionFunctionArgs, data, Link, useLoaderData } from "react-router";
import { command, keyAfter, newKey } from "../../api/server.ts";
import classes from "../../features/session/session.module.css";
import { AccountForm, EmailField, PasswordField } from "../../features/session/session-forms.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { TextInput } from "../../ui/fields.tsx";
import { useFieldError } from "../../ui/forms.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout, PageTitle, Panel } from "../../ui/panel.tsx";
import { PageMeta } from "../page-meta.tsx";

export const loader = () => ({ key: newKey() });

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const [name, email] = [String(form.get("name") ?? "").trim(), String(form.get("email") ?? "").trim()];
  const body = { name, email, password: String(form.get("password") ?? ""), language: args.params.lang };
  const sent = await command<unknown>(args, "POST", "/auth/register", body, key);
  if (sent.ok) return data({ sentTo: email, problem: null, key: newKey(), name, email });
  const { problem } = sent;
  return data({ sentTo: null, problem, key: keyAfter(problem, key), name, email }, { status: 422 });
}

export default function Register() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const standing = answer ?? { key, problem: null, name: "", email: "" };
  const errorOf = useFieldError(standing.problem);
  return (
    <div className={classes.narrow}>
      <PageMeta title={t("account.registerTitle")} noIndex />
      <PageTitle>{t("account.registerTitle")}</PageTitle>
      {answer?.sentTo ? (
        <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("account.lookAtMail")}>
          <p>
            {t("account.mailSent")} <bdi dir="ltr">{answer.sentTo}</bdi>
          </p>
          <p>
            <Link to={to("/verify-email")}>{t("account.againTitle")}</Link>
          </p>
        </Callout>
      ) : (
        <Panel title={t("account.registerPanel")}>
          <AccountForm standing={standing} label={t("account.register")} together>
            <TextInput
              name="name"
              label={t("account.name")}
              autoComplete="name"
              required
              withAsterisk={false}
              maxLength={100}
              size="md"
              defaultValue={standing.name}
              error={errorOf("name")}
            />
            <EmailField standing={standing} />
            <PasswordField standing={standing} fresh />
          </AccountForm>
          <p className={classes.links}>
            <Link to={to("/sign-in")}>{t("account.haveOne")}</Link>
          </p>
        </Panel>
      )}
    </div>
  );
}
