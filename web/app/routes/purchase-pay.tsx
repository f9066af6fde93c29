import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { command, gatewayOriginsContext, keyAfter, newKey, read } from "../../api/server.ts";
import type { Purchase } from "../../api/shopping.ts";
import type { Payment } from "../../api/types.ts";
import { Handover } from "../../features/checkout/handover.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { id, due, orders, payment, actions } = await read<Purchase>(args, `/purchases/${pathPart(args.params.id)}`);
  if (!actions.includes("pay")) throw redirect(`/${args.params.lang}/purchases/${id}`);
  const next = payment?.next;
  if (next?.kind === "script") args.context.get(gatewayOriginsContext).add(new URL(next.src).origin);
  return { id, due, count: orders.length, payment, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const page = `/purchases/${pathPart(args.params.id)}`;
  const sent = await command<Payment>(args, "POST", `${page}/payment`, { locale: args.params.lang }, key);
  if (!sent.ok) return data({ problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
  throw redirectDocument(`/${args.params.lang}${page}/pay`);
}

export default function PurchasePay() {
  const { t } = useTranslation();
  const { id, due, count, payment, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("pay.title")} noIndex />
      <PageTitle eyebrow={t("cart.ordersOf", { count })}>{t("pay.title")}</PageTitle>
      <Handover
        back={{ page: `/purchases/${id}`, label: t("purchase.back") }}
        total={due}
        payment={payment}
        problem={failed?.problem ?? null}
        idempotencyKey={failed?.key ?? key}
        note={shell?.sandbox ? t("pay.sandboxNote") : null}
        refused={false}
        other={null}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
