import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { statusOf } from "../../api/problem.ts";
import { newKey, read } from "../../api/server.ts";
import type { CommissionRule, CommissionRules } from "../../api/staff.ts";
import type { Listed } from "../../api/types.ts";
import { NextVersion } from "../../features/staff/commission-editor.tsx";
import { RulesThatCount, Versions } from "../../features/staff/commission-rules.tsx";
import classes from "../../features/staff/staff.module.css";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { More } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { namesOf, placesIn } from "../categories.server.ts";
import { nextRules } from "../commission-acts.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

type Rules = Listed<CommissionRules> & { otherwise: CommissionRule };

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const path = "/admin/commission-rules";
  const [newest, shown] = await Promise.all([
    read<Rules>(args, `${path}?limit=20`),
    cursor ? read<Rules>(args, `${path}?limit=20&cursor=${encodeURIComponent(cursor)}`) : null,
  ]);
  const versions = (shown ?? newest).data;
  const [current = null] = newest.data;
  const categories = [...newest.data, ...versions].flatMap(({ rules }) =>
    rules.flatMap(({ when }) => when.categories ?? []),
  );
  const names = namesOf([...new Set(categories)].map((category) => ({ category })));
  const next = (shown ?? newest).nextCursor ?? null;
  return {
    current,
    versions,
    next,
    otherwise: newest.otherwise,
    names,
    places: placesIn(args.params.lang),
    key: newKey(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const tried = await nextRules(args);
  return data(tried, { status: statusOf(tried.attempt.problem) });
}

export default function StaffCommission() {
  const { t } = useTranslation();
  const { current, versions, next, otherwise, names, places, key } = useLoaderData<typeof loader>();
  const { attempt = null, now = null } = useAnswer<typeof action>() ?? {};
  return (
    <>
      <PageMeta title={t("commission.title")} noIndex />
      <PageTitle>{t("commission.title")}</PageTitle>
      <div className={classes.page}>
        <RulesThatCount rules={current} otherwise={otherwise} names={names} />
        <NextVersion rules={current} {...{ places, attempt, now }} idempotencyKey={attempt?.key ?? key} />
        <Versions versions={versions} names={names} />
        <More cursor={next} query="" />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
