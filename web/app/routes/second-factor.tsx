import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirectDocument,
  useLoaderData,
} from "react-router";
import { command, keyAfter, newKey } from "../../api/server.ts";
import classes from "../../features/session/session.module.css";
import { AccountForm, CodeField } from "../../features/session/session-forms.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { ownPath } from "../own-path.ts";
import { PageMeta } from "../page-meta.tsx";

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return { next: ownPath(searchParams.get("next")), recovery: searchParams.has("recovery"), key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const text = (name: string) => String(form.get(name) ?? "").replaceAll(/\s/g, "");
  const body = form.has("recoveryCode") ? { recoveryCode: text("recoveryCode") } : { code: text("code") };
  const sent = await command<unknown>(args, "POST", "/auth/second-factor", body, key);
  if (!sent.ok) return data({ problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
  throw redirectDocument(ownPath(form.get("next")) ?? `/${args.params.lang}`);
}

export default function SecondFactor() {
  const { t } = useTranslation();
  const { next, recovery, key } = useLoaderData<typeof loader>();
  const standing = useAnswer<typeof action>() ?? { key, problem: null };
  const other = new URLSearchParams({ ...(next && { next }), ...(!recovery && { recovery: "" }) });
  return (
    <div className={classes.narrow}>
      <PageMeta title={t("account.secondTitle")} noIndex />
      <PageTitle>{t("account.secondTitle")}</PageTitle>
      <Panel title={t(recovery ? "account.recoveryPanel" : "account.codePanel")}>
        <AccountForm standing={standing} label={t("account.confirm")} hidden={{ next }}>
          <CodeField standing={standing} recovery={recovery} />
        </AccountForm>
        <p className={classes.links}>
          <Link to={`?${other}`} replace>
            {t(recovery ? "account.useCode" : "account.useRecovery")}
          </Link>
        </p>
      </Panel>
    </div>
  );
}
