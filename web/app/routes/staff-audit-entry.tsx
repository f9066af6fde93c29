import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { statusOf } from "../../api/problem.ts";
import { newKey, read } from "../../api/server.ts";
import type { Acted, Disclosed, LogEntry } from "../../api/staff.ts";
import { ActionName, Disclosure, EntryFacts } from "../../features/staff/audit.tsx";
import classes from "../../features/staff/staff.module.css";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";
import { actAsStaff, oneLine } from "../staff-acts.ts";

export async function loader(args: LoaderFunctionArgs) {
  const entry = await read<LogEntry>(args, `/admin/audit/${pathPart(args.params.id)}`);
  return { entry, key: newKey() };
}

type Answer = { acted: Acted | null; told: Disclosed | null };

export async function action(args: ActionFunctionArgs) {
  const path = `/admin/audit/${pathPart(args.params.id)}/disclosures`;
  const result = await actAsStaff(args, (act, { reason }) =>
    act === "disclose" && oneLine(reason) !== ""
      ? { method: "POST", path, body: { reason: oneLine(reason) } }
      : "reason",
  );
  if (result.done) return data<Answer>({ acted: null, told: result.value as Disclosed });
  return data<Answer>({ acted: result.acted, told: null }, { status: statusOf(result.acted.problem) });
}

export default function StaffAuditEntry() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { entry, key } = useLoaderData<typeof loader>();
  const { acted = null, told = null } = useAnswer<typeof action>() ?? {};
  const me = useRouteLoaderData<ShellData>("routes/shell")?.me;
  return (
    <>
      <PageMeta title={`${t("audit.title")} #${entry.number}`} noIndex />
      <PageTitle eyebrow={<Link to={to("/staff/audit")}>{t("audit.title")}</Link>}>
        <ActionName action={entry.action} />
      </PageTitle>
      <div className={classes.page}>
        <EntryFacts entry={entry} reader={me} />
        {me?.roles.includes("admin") ? (
          <Disclosure entry={entry} acted={acted} told={told} idempotencyKey={key} />
        ) : null}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
