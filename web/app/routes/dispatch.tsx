import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { callOf } from "../../api/later.ts";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { Order } from "../../api/types.ts";
import { DispatchFlow } from "../../features/selling/dispatch-flow.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { useLookAgain } from "../../ui/look-again.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { textsOf } from "../form-texts.ts";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

export async function loader(args: LoaderFunctionArgs) {
  const order = await read<Order>(args, `/orders/${pathPart(args.params.id)}`);
  if (order.role !== "seller") throw data(null, { status: 404 });
  return { order, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const call = callOf("dispatch", { ...textsOf(form), order: args.params.id ?? "" }, [], key);
  const sent = await command<Order>(args, "POST", call.path, call.body, call.key);
  return sent.ok ? null : data({ problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
}

export default function Dispatch() {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { order, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  useLookAgain(order.shipment?.status === "booking");
  return (
    <>
      <PageMeta title={`${t("dispatch.title")} ${order.number}`} noIndex />
      <PageTitle eyebrow={<bdi dir="ltr">{order.number}</bdi>}>
        {t("dispatch.title")}: {order.items.map((item) => say(item.title)).join(", ")}
      </PageTitle>
      <DispatchFlow order={order} problem={failed?.problem ?? null} idempotencyKey={failed?.key ?? key} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
