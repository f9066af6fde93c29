import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { command, gatewayOriginsContext, keyAfter, newKey, read, readOptional } from "../../api/server.ts";
import type { Listed, Order, Payment } from "../../api/types.ts";
import { availableIn, type Balance } from "../../api/wallet.ts";
import { Handover } from "../../features/checkout/handover.tsx";
import { methodIn } from "../../features/checkout/payment-choice.tsx";
import { WalletOffer } from "../../features/checkout/wallet-offer.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const order = await read<Order>(args, `/orders/${pathPart(args.params.id)}`);
  if (order.status !== "payment_pending") throw redirect(`/${args.params.lang}/orders/${order.id}/paid`);
  const next = order.payment?.next;
  if (next?.kind === "script") args.context.get(gatewayOriginsContext).add(new URL(next.src).origin);
  const { id, number, payment, amounts } = order;
  const wallet = await readOptional<Listed<Balance>>(args, "/wallet");
  const balance = availableIn(wallet?.data ?? [], amounts.total.currency);
  const refused = new URL(args.request.url).searchParams.get("wallet") === "refused";
  return { id, number, total: amounts.total, payment, balance, refused, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const method = methodIn(form);
  const body = { locale: args.params.lang, method };
  const path = `/orders/${pathPart(args.params.id)}/payment`;
  const sent = await command<Payment>(args, "POST", path, body, `${key}:${method}`);
  if (!sent.ok) return data({ problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
  throw redirectDocument(`/${args.params.lang}/orders/${pathPart(args.params.id)}/pay`);
}

export default function Pay() {
  const { t } = useTranslation();
  const { id, number, total, payment, balance, refused, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const idempotencyKey = failed?.key ?? key;
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("pay.title")} noIndex />
      <PageTitle eyebrow={<bdi dir="ltr">{number}</bdi>}>{t("pay.title")}</PageTitle>
      <Handover
        back={{ page: `/orders/${id}`, label: t("pay.backToOrder") }}
        total={total}
        payment={payment}
        problem={failed?.problem ?? null}
        idempotencyKey={idempotencyKey}
        note={shell?.sandbox ? t("pay.sandboxNote") : null}
        refused={refused && !failed}
        other={<WalletOffer {...{ balance, total, idempotencyKey }} />}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
