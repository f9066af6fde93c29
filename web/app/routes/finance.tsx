import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { type Attempt, attempt, textsIn } from "../../api/attempt.ts";
import type { Custody, Decided, InFlight, Reconciliation, Run } from "../../api/finance.ts";
import type { Problem } from "../../api/problem.ts";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { AskedNext } from "../../features/finance/asked-next.tsx";
import { CustodyPanel } from "../../features/finance/custody.tsx";
import { Differences } from "../../features/finance/differences.tsx";
import classes from "../../features/finance/finance.module.css";
import { InFlightPanel } from "../../features/finance/in-flight.tsx";
import { Outcome } from "../../features/finance/outcome.tsx";
import type { RefundAgain } from "../../features/finance/refund-again.tsx";
import { Runs } from "../../features/finance/runs.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { CheckCircleIcon, ScalesIcon } from "../../ui/icons.tsx";
import { useLookAgain } from "../../ui/look-again.ts";
import { Moment } from "../../ui/moment.tsx";
import { Callout, EmptyState, PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

const LOOK_AGAIN_MS = 20_000;

export async function loader(args: LoaderFunctionArgs) {
  const [custody, reconciliation, flights] = await Promise.all([
    read<Listed<Custody>>(args, "/finance/custody"),
    read<Reconciliation>(args, "/finance/reconciliation"),
    read<Listed<InFlight>>(args, "/finance/in-flight"),
  ]);
  return { custody: custody.data, ...reconciliation, flights: flights.data, key: newKey(), readAt: realNow() };
}

type Answer =
  | { intent: "run"; problem: Problem | null; gateway: string; key: string }
  | RefundAgain
  | ({ intent: "explain" | "refund-suspense" } & Attempt<Decided>);

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const answer = await answerTo(args, form);
  return data(answer, { status: answer.problem ? 422 : 200 });
}

async function answerTo(args: ActionFunctionArgs, form: FormData): Promise<Answer> {
  const intent = form.get("intent");
  const id = pathPart(String(form.get("form") ?? ""));
  if (intent === "explain") {
    const path = `/finance/differences/${id}/explain`;
    const made = await attempt<Decided>(args, form, ({ counterpart, reason }) => ({
      preview: { path: `${path}/preview`, body: { counterpart } },
      send: { path, body: { counterpart, reason } },
    }));
    return { ...made, intent };
  }
  if (intent === "refund-suspense") {
    const path = `/finance/suspense/${id}/refund`;
    const made = await attempt<Decided>(args, form, ({ reason }) => ({
      preview: { path: `${path}/preview`, body: {} },
      send: { path, body: { reason } },
    }));
    return { ...made, intent };
  }
  return intent === "refund-again" ? await sendAgain(args, form) : await run(args, form);
}

/** Nothing is posted, so there is nothing to preview: the same refund is asked for once more. */
async function sendAgain(args: ActionFunctionArgs, form: FormData): Promise<RefundAgain> {
  const { refund = "", reason = "", idempotencyKey: key = newKey() } = textsIn(form);
  const path = `/finance/refunds/${pathPart(refund)}/send-again`;
  const sent = await command<unknown>(args, "POST", path, { reason }, `${key}:${refund}`);
  const standing = { intent: "refund-again", refund, reason } as const;
  if (sent.ok) return { ...standing, problem: null, key: newKey() };
  return { ...standing, problem: sent.problem, key: keyAfter(sent.problem, key) };
}

async function run(args: ActionFunctionArgs, form: FormData): Promise<Answer> {
  const gateway = String(form.get("gateway") ?? "");
  const key = String(form.get("idempotencyKey") ?? newKey());
  const path = `/finance/reconciliation/${pathPart(gateway)}/run`;
  const sent = await command<Run>(args, "POST", path, {}, `${key}:${gateway}`);
  if (sent.ok) return { intent: "run", problem: null, gateway, key: newKey() };
  return { intent: "run", problem: sent.problem, gateway, key: keyAfter(sent.problem, key) };
}

export default function Books() {
  const { t } = useTranslation();
  const { custody, runs, differences, flights, key, readAt } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const now = shell?.clock?.now ?? readAt;
  const again = answer?.intent === "refund-again" ? answer : null;
  const tried = answer && answer.intent !== "run" && answer.intent !== "refund-again" ? answer : null;
  const given = { attempt: tried, idempotencyKey: tried?.key ?? key, now };
  const gateways = gatewaysIn(custody, runs);
  useLookAgain(true, LOOK_AGAIN_MS);
  return (
    <>
      <PageMeta title={t("books.title")} noIndex />
      <PageTitle
        aside={
          <p className={classes.soft}>
            {t("books.readAt")} <Moment at={now} />
          </p>
        }
      >
        {t("books.title")}
      </PageTitle>
      <div className={classes.page}>
        <Told answer={answer} />
        {custody.map((equation) => (
          <CustodyPanel key={equation.currency} custody={equation} at={now} />
        ))}
        {custody.length === 0 ? (
          <EmptyState title={t("books.empty")} icon={<ScalesIcon size={26} />}>
            <p>{t("books.emptyText")}</p>
          </EmptyState>
        ) : null}
        <Differences differences={differences} {...given} />
        <Runs runs={runs} gateways={gateways} idempotencyKey={answer?.key ?? key} />
        <InFlightPanel flights={flights} again={again} {...given} />
      </div>
    </>
  );
}

/** What was just done is said at the top, because what it was done to has left its list. */
function Told({ answer }: { answer: Answer | null }) {
  const { t } = useTranslation();
  if (answer?.intent === "run" && answer.problem) return <ProblemCallout problem={answer.problem} />;
  if (answer?.intent === "run")
    return (
      <Callout
        tone="good"
        icon={<CheckCircleIcon />}
        title={t("run.done", { gateway: answer.gateway })}
        role="status"
      />
    );
  if (answer?.intent === "refund-again")
    return answer.problem ? null : (
      <Callout tone="good" icon={<CheckCircleIcon />} title={t("flight.again.done")} role="status" />
    );
  if (answer?.step !== "done") return null;
  if (answer.outcome?.status === "waiting")
    return (
      <Callout tone="good" icon={<CheckCircleIcon />} title={t("approval.proposed")} role="status">
        <AskedNext />
      </Callout>
    );
  return (
    <Callout
      tone="good"
      icon={<CheckCircleIcon />}
      title={t(answer.intent === "explain" ? "explain.done" : "suspense.done")}
      role="status"
    >
      <Outcome entries={answer.outcome?.entries ?? []} reason={answer.input.reason} />
    </Callout>
  );
}

const gatewaysIn = (custody: Custody[], runs: Run[]): string[] => [
  ...new Set([
    ...runs.map(({ gateway }) => gateway),
    ...custody.flatMap(({ providers }) => providers.map(({ gateway }) => gateway)),
  ]),
];

export function ErrorBoundary() {
  return <ErrorPage />;
}
