import { type ActionFunctionArgs, data, Link, useLoaderData } from "react-router";
import { textsIn } from "../../api/attempt.ts";
import { command, keyAfter, newKey } from "../../api/server.ts";
import { MailAgain } from "../../features/session/mail-again.tsx";
import classes from "../../features/session/session.module.css";
import { AccountForm, TokenField } from "../../features/session/session-forms.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout, PageTitle, Panel } from "../../ui/panel.tsx";
import { PageMeta } from "../page-meta.tsx";

/** Opening the page changes nothing: what looks into mail for people opens every link. */
export const loader = () => ({ key: newKey() });

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const { email = "", token = "" } = textsIn(form);
  const intent = form.get("intent") === "again" ? "again" : "verify";
  const sent =
    intent === "again"
      ? await command<unknown>(args, "POST", "/auth/verify-email/resend", { email }, key)
      : await command<unknown>(args, "POST", "/auth/verify-email", { token }, key);
  if (sent.ok) return data({ intent, done: true, problem: null, key: newKey(), email });
  return data({ intent, done: false, problem: sent.problem, key: keyAfter(sent.problem, key), email }, { status: 422 });
}

export default function VerifyEmail() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const untouched = { key: answer?.key ?? key, problem: null };
  const standingOf = (intent: string) => (answer?.intent === intent ? answer : untouched);
  const done = answer?.done ? answer.intent : null;
  return (
    <div className={classes.narrow}>
      <PageMeta title={t("account.verifyTitle")} noIndex />
      <PageTitle>{t("account.verifyTitle")}</PageTitle>
      {done === "verify" ? (
        <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("account.verified")}>
          <p>
            <Link to={to("/sign-in")}>{t("session.signIn")}</Link>
          </p>
        </Callout>
      ) : null}
      {done === "again" ? (
        <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("account.lookAtMail")}>
          <p>{t("account.againSent")}</p>
        </Callout>
      ) : null}
      {done === null ? (
        <>
          <Panel title={t("account.verifyPanel")}>
            <AccountForm standing={standingOf("verify")} label={t("account.confirm")}>
              <TokenField />
            </AccountForm>
          </Panel>
          <MailAgain standing={standingOf("again")} />
        </>
      ) : null}
    </div>
  );
}
