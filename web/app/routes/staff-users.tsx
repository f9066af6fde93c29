import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { ask } from "../../api/server.ts";
import type { Person } from "../../api/staff.ts";
import type { Listed } from "../../api/types.ts";
import { PeopleList, PeopleSearch } from "../../features/staff/people.tsx";
import classes from "../../features/staff/staff.module.css";
import { useTranslation } from "../../i18n/words.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { More } from "../../ui/list-parts.tsx";
import { Callout, PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { listOf } from "../staff-list.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const words = (searchParams.get("q") ?? "").trim().slice(0, 254);
  const cursor = searchParams.get("cursor");
  const asked = new URLSearchParams({ limit: "20", ...(words && { search: words }), ...(cursor && { cursor }) });
  const found = listOf(await ask<Listed<Person>>(args, `/admin/users?${asked}`));
  return { ...found, words, erased: searchParams.has("erased") };
}

export default function StaffUsers() {
  const { t } = useTranslation();
  const { rows, next, words, erased } = useLoaderData<typeof loader>();
  return (
    <>
      <PageMeta title={t("people.title")} noIndex />
      <PageTitle>{t("people.title")}</PageTitle>
      <div className={classes.page}>
        {erased ? (
          <Callout tone="good" icon={<CheckCircleIcon />} role="status" title={t("people.erase.done")} />
        ) : null}
        <PeopleSearch words={words} />
        <PeopleList people={rows} words={words} />
        <More cursor={next} query={`${new URLSearchParams(words ? { q: words } : {})}`} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
