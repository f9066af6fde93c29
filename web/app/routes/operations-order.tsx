import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import type { Message } from "../../api/conversations.ts";
import type { Inspection } from "../../api/operations.ts";
import { statusOf } from "../../api/problem.ts";
import { newKey, read } from "../../api/server.ts";
import type { Acted } from "../../api/staff.ts";
import type { Listed } from "../../api/types.ts";
import { InspectionPanels } from "../../features/operations/inspection.tsx";
import { type DisclosedMessages, MessagesPanel, READ_MESSAGES } from "../../features/staff/disclosed-messages.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";
import { actAsStaff, oneLine } from "../staff-acts.ts";

const MAY_READ_MESSAGES: readonly string[] = ["support", "arbiter", "admin"];
const MESSAGES_AT_ONCE = 50;

export async function loader(args: LoaderFunctionArgs) {
  return { inspection: await read<Inspection>(args, `/admin/orders/${pathPart(args.params.id)}`), key: newKey() };
}

type Answer = { acted: Acted | null; told: DisclosedMessages | null };

export async function action(args: ActionFunctionArgs) {
  const of = `/admin/orders/${pathPart(args.params.id)}/messages/disclose?limit=${MESSAGES_AT_ONCE}`;
  let reason = "";
  const result = await actAsStaff(args, (act, input) => {
    reason = oneLine(input.reason);
    if (act !== READ_MESSAGES || reason === "") return "reason";
    const after = input.cursor ? `&cursor=${pathPart(input.cursor)}` : "";
    return { method: "POST", path: of + after, body: { reason } };
  });
  if (result.done) return data<Answer>({ acted: null, told: { ...(result.value as Listed<Message>), reason } });
  return data<Answer>({ acted: result.acted, told: null }, { status: statusOf(result.acted.problem) });
}

export default function InspectedOrder() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { inspection, key } = useLoaderData<typeof loader>();
  const { acted = null, told = null } = useAnswer<typeof action>() ?? {};
  const me = useRouteLoaderData<ShellData>("routes/shell")?.me;
  const { number, buyer, seller } = inspection.order;
  return (
    <>
      <PageMeta title={t("inspect.title", { number })} noIndex />
      <PageTitle eyebrow={<Link to={to("/operations")}>{t("operations.title")}</Link>}>
        <bdi dir="ltr">{number}</bdi>
      </PageTitle>
      <InspectionPanels
        inspection={inspection}
        messages={
          me?.roles.some((role) => MAY_READ_MESSAGES.includes(role)) ? (
            <MessagesPanel people={[buyer, seller]} told={told} acted={acted} idempotencyKey={key} />
          ) : null
        }
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
