import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { ask } from "../../api/server.ts";
import type { LogEntry } from "../../api/staff.ts";
import type { Listed } from "../../api/types.ts";
import { LogFilterForm, type LogFilters, LogList } from "../../features/staff/audit.tsx";
import { dayAfter, dayIn } from "../../features/staff/days.ts";
import classes from "../../features/staff/staff.module.css";
import { useTranslation } from "../../i18n/words.tsx";
import { ProblemCallout } from "../../ui/forms.tsx";
import { More } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { given, listOf } from "../staff-list.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const text = (name: string) => (searchParams.get(name) ?? "").trim().slice(0, 120);
  const shown: LogFilters = {
    ...{ action: text("action"), actor: text("actor"), subject: text("subject") },
    ...{ from: dayIn(text("from")), to: dayIn(text("to")) },
  };
  const cursor = searchParams.get("cursor") ?? "";
  const { from, to, ...same } = shown;
  const until = to && dayAfter(to);
  const asked = given({ ...same, from: from && `${from}T00:00:00Z`, to: until, cursor, limit: "30" });
  const found = listOf(await ask<Listed<LogEntry>>(args, `/admin/audit?${asked}`));
  return { ...found, shown };
}

export default function StaffAudit() {
  const { t } = useTranslation();
  const { rows, next, problem, shown } = useLoaderData<typeof loader>();
  const asked = given(shown);
  const wrong = (field: string) => problem?.errors.some((error) => error.field.endsWith(field)) ?? false;
  return (
    <>
      <PageMeta title={t("audit.title")} noIndex />
      <PageTitle>{t("audit.title")}</PageTitle>
      <div className={classes.page}>
        <p className={classes.soft}>{t("audit.intro")}</p>
        <LogFilterForm shown={shown} wrong={wrong} />
        {problem ? <ProblemCallout problem={problem} withoutMoney /> : null}
        <LogList entries={rows} filtered={`${asked}` !== ""} />
        <More cursor={next} query={`${asked}`} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
