import { useTranslation } from "react-i18next";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { attempt } from "../../api/attempt.ts";
import type { Approval, Decided } from "../../api/finance.ts";
import { unreadable } from "../../api/problem.ts";
import { command, keyAfter, newKey, read, readOptional } from "../../api/server.ts";
import type { Statement as Ledger, Listed, Order, Scan, TimelineEvent } from "../../api/types.ts";
import { Breakdown, DeliveryAddress } from "../../features/orders/breakdown.tsx";
import { DecisionPanel } from "../../features/orders/decision.tsx";
import { Documents } from "../../features/orders/documents.tsx";
import { MoneyBar } from "../../features/orders/money-bar.tsx";
import { NowNext } from "../../features/orders/now-next.tsx";
import { isOffered, REQUESTS } from "../../features/orders/offered.ts";
import classes from "../../features/orders/orders.module.css";
import { Statement } from "../../features/orders/statement.tsx";
import { Timeline } from "../../features/orders/timeline.tsx";
import { Tracking } from "../../features/orders/tracking.tsx";
import { useLocale } from "../../i18n/index.ts";
import { amountIn } from "../../ui/amount-in.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

const DECIDERS = new Set(["finance", "admin"]);

export async function loader(args: LoaderFunctionArgs) {
  const path = `/orders/${pathPart(args.params.id)}`;
  const [order, timeline, tracking, statement] = await Promise.all([
    read<Order>(args, path),
    read<Listed<TimelineEvent>>(args, `${path}/timeline`),
    read<Listed<Scan>>(args, `${path}/tracking`),
    read<Ledger>(args, `${path}/statement`),
  ]);
  const asked = `/admin/approvals?status=waiting&subject=${order.id}`;
  const approvals = order.role === "staff" ? await readOptional<Listed<Approval>>(args, asked) : null;
  const waiting = approvals?.data ?? [];
  return { order, timeline: timeline.data, scans: tracking.data, statement, waiting, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const intent = form.get("intent");
  const path = `/orders/${pathPart(args.params.id)}`;
  if (intent === "decide") return await decide(args, form);
  if (!isOffered(intent) || intent === "pay" || intent === "dispatch") throw redirect(`/${args.params.lang}${path}`);
  const { method, path: end, body } = REQUESTS[intent];
  const sent = await command<Order>(args, method, `${path}/${end}`, body, `${key}:${intent}`);
  if (sent.ok) return null;
  return data({ intent: "command" as const, problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
}

async function decide(args: ActionFunctionArgs, form: FormData) {
  const path = `/finance/orders/${pathPart(args.params.id)}/decisions`;
  const made = await attempt<Decided>(args, form, ({ decision, refund: text, currency, reason }) => {
    const refund = decision === "settle" ? amountIn(text, currency) : undefined;
    if (refund === null) return { problem: unreadable("refund") };
    const body = { decision, reason, ...(refund && { refund }) };
    return { preview: { path: `${path}/preview`, body }, send: { path, body } };
  });
  return data({ intent: "decide" as const, ...made }, { status: made.problem ? 422 : 200 });
}

export default function OrderPage() {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { order, timeline, scans, statement, waiting, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const failed = answer?.intent === "command" ? answer : null;
  const decides = order.role === "staff" && (shell?.me?.roles ?? []).some((role) => DECIDERS.has(role));
  const title = order.items.map((item) => say(item.title)).join(", ");
  return (
    <>
      <PageMeta title={`${order.number} · ${title}`} noIndex />
      <PageTitle
        eyebrow={
          <>
            {t("orders.one")} <bdi dir="ltr">{order.number}</bdi>
          </>
        }
      >
        {title}
      </PageTitle>
      <div className={classes.order}>
        {failed ? <ProblemCallout problem={failed.problem} /> : null}
        <MoneyBar order={order} />
        <NowNext order={order} idempotencyKey={failed?.key ?? key} />
        {decides ? (
          <DecisionPanel
            order={order}
            waiting={waiting}
            attempt={answer?.intent === "decide" ? answer : null}
            idempotencyKey={answer?.key ?? key}
          />
        ) : null}
        <div className={classes.columns}>
          <div className={classes.column}>
            <Timeline events={timeline} order={order} />
            <Tracking order={order} scans={scans} />
            <Statement statement={statement} orderId={order.id} />
          </div>
          <div className={classes.column}>
            <Breakdown order={order} />
            <DeliveryAddress order={order} />
            <Documents order={order} />
          </div>
        </div>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
