import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { Conversation, Subject } from "../../api/conversations.ts";
import { newKey, read } from "../../api/server.ts";
import { Thread } from "../../features/conversation/thread.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ArrowIcon } from "../../ui/icons.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import { saidIn } from "../said.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const conversation = await read<Conversation>(args, `/conversations/${pathPart(args.params.id)}`);
  const before = new URL(args.request.url).searchParams.get("before");
  return { said: await saidIn(args, conversation, before), conversation, key: newKey() };
}

const PAGES: Record<Subject["kind"], string> = {
  listing: "products",
  order: "orders",
  negotiation: "negotiations",
  proposal: "proposals",
  dispute: "disputes",
};

export default function ConversationPage() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { said, conversation, key } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const { subject, counterpart } = conversation;
  return (
    <>
      <PageMeta title={counterpart.name} noIndex />
      <PageTitle
        eyebrow={<Link to={to("/messages")}>{t("thread.pageTitle")}</Link>}
        aside={
          <Link to={to(`/${PAGES[subject.kind]}/${subject.id}`)}>
            {t(`thread.see.${subject.kind}`)} <ArrowIcon size={16} />
          </Link>
        }
      >
        <bdi>{counterpart.name}</bdi>
      </PageTitle>
      <Thread
        said={said}
        subject={subject}
        me={shell?.me?.id ?? ""}
        names={{ [counterpart.id]: counterpart.name }}
        idempotencyKey={key}
        back={to(`/messages/${conversation.id}`)}
        older={said.older && `?before=${encodeURIComponent(said.older)}`}
        title={t(`thread.about.${subject.kind}`)}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
