import { type ActionFunctionArgs, data, Link, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import type { Dispute, Triage, TriageProblem } from "../../api/disputes.ts";
import { newKey, read } from "../../api/server.ts";
import type { Order } from "../../api/types.ts";
import classes from "../../features/disputes/disputes.module.css";
import { isDisputable, problemsFor } from "../../features/disputes/problems-for.ts";
import { RaiseForm } from "../../features/disputes/raise-form.tsx";
import { NothingToDispute, ProblemChoice, Remedies } from "../../features/disputes/triage.tsx";
import { AskForm } from "../../features/settlement/ask-form.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import { raiseDispute } from "../raise-dispute.ts";

export async function loader(args: LoaderFunctionArgs) {
  const path = `/orders/${pathPart(args.params.id)}`;
  const order = await read<Order>(args, path);
  const asked = new URL(args.request.url).searchParams.get("what");
  const problem = problemsFor(order).find((one) => one === asked) ?? null;
  const triage = problem ? await read<Triage>(args, `${path}/triage?problem=${problem}`) : null;
  return { order, problem, triage, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const raised = await raiseDispute(args, form);
  if (raised.ok) throw redirect(`/${args.params.lang}/disputes/${(raised.value satisfies Dispute).id}`);
  return data(raised.failed, { status: 422 });
}

export default function ProblemPage() {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { order, problem, triage, key } = useLoaderData<typeof loader>();
  const held = order.escrow.status === "held" && order.role !== "staff";
  return (
    <>
      <PageMeta title={t("triage.title")} noIndex />
      <PageTitle
        eyebrow={
          <Link to={to(`/orders/${order.id}`)}>
            {t("orders.one")} <bdi dir="ltr">{order.number}</bdi> ·{" "}
            {order.items.map((item) => say(item.title)).join(" · ")}
          </Link>
        }
      >
        {t("triage.title")}
      </PageTitle>
      <div className={classes.page}>
        {held ? <p>{t(order.role === "seller" ? "triage.introSeller" : "triage.intro")}</p> : null}
        {!held ? <NothingToDispute order={order} /> : null}
        {held && !problem ? <ProblemChoice order={order} /> : null}
        {held && problem && triage ? (
          <Helped order={order} problem={problem} triage={triage} idempotencyKey={key} />
        ) : null}
      </div>
    </>
  );
}

type HelpedProps = { order: Order; problem: TriageProblem; triage: Triage; idempotencyKey: string };

function Helped({ order, problem, triage, idempotencyKey }: HelpedProps) {
  const { to } = useLocale();
  const failed = useAnswer<typeof action>() ?? null;
  const divided = { ...order, total: order.escrow.amount };
  return (
    <Remedies
      order={order}
      problem={problem}
      remedies={triage.remedies}
      ask={(what) => (
        <AskForm
          what={what}
          order={divided}
          countering={false}
          idempotencyKey={`${idempotencyKey}-${what}`}
          back={to(`/orders/${order.id}#offers`)}
          leaves
        />
      )}
      dispute={
        isDisputable(problem) ? (
          <RaiseForm order={order} problem={problem} failed={failed} idempotencyKey={idempotencyKey} />
        ) : null
      }
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
