import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import type { Conversation } from "../../api/conversations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { ConversationList } from "../../features/conversation/conversation-list.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import { markRead, sendMessage } from "../send-message.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const after = cursor ? `&cursor=${pathPart(cursor)}` : "";
  return await read<Listed<Conversation>>(args, `/conversations?limit=20${after}`);
}

/** Every thread of the app sends here; without a script the reader is then led back to where he wrote. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const alive = form.has("alive");
  if (form.get("intent") === "read") {
    await markRead(args, form);
    if (!alive) throw redirect(`/${args.params.lang}/messages/${pathPart(String(form.get("conversation")))}`);
    return null;
  }
  const answer = await sendMessage(args, form);
  const back = String(form.get("back") ?? "");
  if (answer.sent && !alive)
    throw redirect(back.startsWith(`/${args.params.lang}/`) ? back : `/${args.params.lang}/messages`);
  return data(answer, { status: answer.sent ? 200 : 422 });
}

export default function Messages() {
  const { t } = useTranslation();
  const { data: conversations, nextCursor } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("thread.pageTitle")} noIndex />
      <PageTitle>{t("thread.pageTitle")}</PageTitle>
      {answer?.problem ? <ProblemCallout problem={answer.problem} withoutMoney /> : null}
      {answer?.problem ? <blockquote style={{ whiteSpace: "pre-line" }}>{answer.text}</blockquote> : null}
      <ConversationList conversations={conversations} me={shell?.me?.id ?? ""} />
      {nextCursor ? (
        <p style={{ marginBlockStart: "var(--space-5)" }}>
          <Link to={`?cursor=${encodeURIComponent(nextCursor)}`}>{t("common.more")}</Link>
        </p>
      ) : null}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
