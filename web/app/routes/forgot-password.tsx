import { type ActionFunctionArgs, data, useLoaderData } from "react-router";
import { command, keyAfter, newKey } from "../../api/server.ts";
import classes from "../../features/session/session.module.css";
import { AccountForm, EmailField } from "../../features/session/session-forms.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout, PageTitle, Panel } from "../../ui/panel.tsx";
import { PageMeta } from "../page-meta.tsx";

export const loader = () => ({ key: newKey() });

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const email = String(form.get("email") ?? "").trim();
  const sent = await command<unknown>(args, "POST", "/auth/password/forgot", { email }, key);
  if (sent.ok) return data({ sent: true, problem: null, key: newKey(), email });
  return data({ sent: false, problem: sent.problem, key: keyAfter(sent.problem, key), email }, { status: 422 });
}

export default function ForgotPassword() {
  const { t } = useTranslation();
  const { key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const standing = answer ?? { key, problem: null };
  return (
    <div className={classes.narrow}>
      <PageMeta title={t("account.forgotTitle")} noIndex />
      <PageTitle>{t("account.forgotTitle")}</PageTitle>
      {answer?.sent ? (
        <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("account.lookAtMail")}>
          <p>{t("account.resetSent")}</p>
        </Callout>
      ) : (
        <Panel title={t("account.forgotPanel")}>
          <AccountForm standing={standing} label={t("account.sendLink")}>
            <EmailField standing={standing} />
          </AccountForm>
        </Panel>
      )}
    </div>
  );
}
