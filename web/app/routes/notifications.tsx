import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { Listed, Notice } from "../../api/types.ts";
import { MarkAllRead, NoticeList } from "../../features/notifications/notice-list.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const list = await read<Listed<Notice>>(args, "/notifications?limit=50");
  return { notices: list.data, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const sent = await command<unknown>(args, "POST", "/notifications/read", {}, key);
  return sent.ok ? null : { problem: sent.problem, key: keyAfter(sent.problem, key) };
}

export default function Notifications() {
  const { t } = useTranslation();
  const { notices, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const unread = notices.some(({ readAt }) => !readAt);
  return (
    <>
      <PageMeta title={t("notice.title")} noIndex />
      <PageTitle aside={unread ? <MarkAllRead idempotencyKey={failed?.key ?? key} /> : null}>
        {t("notice.title")}
      </PageTitle>
      {failed ? <ProblemCallout problem={failed.problem} /> : null}
      <NoticeList notices={notices} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
