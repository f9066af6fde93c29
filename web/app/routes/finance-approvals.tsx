import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { type Attempt, attempt } from "../../api/attempt.ts";
import type { Approval, Entries } from "../../api/finance.ts";
import type { Problem } from "../../api/problem.ts";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { DecidedApprovals, WaitingApprovals } from "../../features/finance/approvals.tsx";
import classes from "../../features/finance/finance.module.css";
import { Outcome } from "../../features/finance/outcome.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { More } from "../../ui/list-parts.tsx";
import { useLookAgain } from "../../ui/look-again.ts";
import { Callout, PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";
import { given } from "../staff-list.ts";

const LOOK_AGAIN_MS = 20_000;

/** Two lists with a place each, so that either is read on while the other stays. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const after = (name: string) => searchParams.get(name) ?? "";
  const page = (filter: string, cursor: string) =>
    read<Listed<Approval>>(
      args,
      `/admin/approvals?${filter}limit=20${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
  const [waiting, all] = await Promise.all([page("status=waiting&", after("waiting")), page("", after("decided"))]);
  return {
    ...{ waiting: waiting.data, moreWaiting: waiting.nextCursor ?? null },
    ...{ decided: all.data.filter(({ status }) => status !== "waiting"), moreDecided: all.nextCursor ?? null },
    ...{ asked: { waiting: after("waiting"), decided: after("decided") }, key: newKey(), readAt: realNow() },
  };
}

type Answer = ({ intent: "approve" } & Attempt<Entries>) | { intent: "decline"; problem: Problem | null; key: string };

export async function action(args: ActionFunctionArgs) {
  const answer = await answerTo(args, await args.request.formData());
  return data(answer, { status: answer.problem ? 422 : 200 });
}

async function answerTo(args: ActionFunctionArgs, form: FormData): Promise<Answer> {
  const path = `/admin/approvals/${pathPart(String(form.get("form") ?? ""))}`;
  if (form.get("intent") === "decline") return await decline(args, form, path);
  const made = await attempt<Entries>(args, form, ({ version }) => {
    const body = { version: Number(version) };
    return { preview: { path: `${path}/approve/preview`, body }, send: { path: `${path}/approve`, body } };
  });
  return { ...made, intent: "approve" };
}

async function decline(args: ActionFunctionArgs, form: FormData, path: string): Promise<Answer> {
  const key = String(form.get("idempotencyKey") ?? newKey());
  const body = { version: Number(form.get("version")), reason: String(form.get("reason") ?? "").trim() };
  const sent = await command<Approval>(args, "POST", `${path}/decline`, body, key);
  if (sent.ok) return { intent: "decline", problem: null, key: newKey() };
  return { intent: "decline", problem: sent.problem, key: keyAfter(sent.problem, key) };
}

export default function Approvals() {
  const { t } = useTranslation();
  const { waiting, decided, moreWaiting, moreDecided, asked, key, readAt } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const now = shell?.clock?.now ?? readAt;
  const approving = answer?.intent === "approve" ? answer : null;
  useLookAgain(true, LOOK_AGAIN_MS);
  return (
    <>
      <PageMeta title={t("approval.title")} noIndex />
      <PageTitle>{t("approval.title")}</PageTitle>
      <div className={classes.page}>
        <Told answer={answer} />
        <WaitingApprovals approvals={waiting} attempt={approving} idempotencyKey={answer?.key ?? key} now={now}>
          <More cursor={moreWaiting} query={`${given({ decided: asked.decided })}`} name="waiting" />
        </WaitingApprovals>
        <DecidedApprovals approvals={decided} now={now} further={moreDecided !== null || asked.decided !== ""}>
          <More cursor={moreDecided} query={`${given({ waiting: asked.waiting })}`} name="decided" anchor="decided" />
        </DecidedApprovals>
      </div>
    </>
  );
}

/** What was just done is said at the top, because what it was done to has left its list. */
function Told({ answer }: { answer: Answer | null }) {
  const { t } = useTranslation();
  if (answer?.intent === "decline" && answer.problem)
    return <ProblemCallout problem={answer.problem} about="decline" />;
  if (answer?.intent === "decline") return <Good title={t("approval.decline.done")} />;
  if (answer?.step !== "done" || answer.outcome === null) return null;
  return (
    <Good title={t("approval.approved")}>
      <Outcome entries={answer.outcome.entries} reason={undefined} />
    </Good>
  );
}

const Good = ({ title, children }: { title: string; children?: React.ReactNode }) => (
  <Callout tone="good" icon={<CheckCircleIcon />} title={title} role="status">
    {children}
  </Callout>
);

export function ErrorBoundary() {
  return <ErrorPage />;
}
