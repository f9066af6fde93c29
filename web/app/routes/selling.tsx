import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { BankAccount, Listed, OrderStatus, OrderSummary, PendingOrder, SellerPayout } from "../../api/types.ts";
import { BankNotice } from "../../features/selling/bank-notice.tsx";
import { PayoutLists } from "../../features/selling/payouts.tsx";
import { DispatchQueue, Underway } from "../../features/selling/queue.tsx";
import { type Tab, Tabs, tabIn } from "../../features/selling/tabs.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

const TRAVELLING: OrderStatus[] = ["shipped", "in_transit", "out_for_delivery"];

export async function loader(args: LoaderFunctionArgs) {
  const tab = tabIn(new URL(args.request.url).searchParams.get("tab"));
  const [pending, accounts, underway, payouts] = await Promise.all([
    read<Listed<PendingOrder>>(args, "/seller/orders/pending"),
    read<Listed<BankAccount>>(args, "/seller/bank-accounts"),
    underwayFor(args, tab),
    tab === "payments" ? payoutsFor(args) : null,
  ]);
  return { tab, pending: pending.data, accounts: accounts.data, underway, payouts, readAt: realNow() };
}

async function underwayFor(args: LoaderFunctionArgs, tab: Tab): Promise<OrderSummary[]> {
  const statuses = tab === "transit" ? TRAVELLING : tab === "delivered" ? (["delivered"] as const) : [];
  const lists = await Promise.all(
    statuses.map((status) => read<Listed<OrderSummary>>(args, `/orders?role=seller&status=${status}&limit=50`)),
  );
  const due = (order: OrderSummary) => order.nextDeadline?.dueAt ?? "9999";
  return lists.flatMap(({ data }) => data).sort((a, b) => due(a).localeCompare(due(b)));
}

async function payoutsFor(args: LoaderFunctionArgs) {
  const list = (state: string) => read<Listed<SellerPayout>>(args, `/seller/payouts?state=${state}`);
  const [pending, inFlight, paid] = await Promise.all([list("pending"), list("in_flight"), list("paid")]);
  return { pending: pending.data, inFlight: inFlight.data, paid: paid.data };
}

export default function Selling() {
  const { t } = useTranslation();
  const { tab, pending, accounts, underway, payouts, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const now = shell?.clock?.now ?? readAt;
  return (
    <>
      <PageMeta title={t("selling.title")} noIndex />
      <PageTitle>{t("selling.title")}</PageTitle>
      <BankNotice accounts={accounts} />
      <Tabs tab={tab} counts={{ dispatch: pending.length }} />
      {tab === "dispatch" ? <DispatchQueue orders={pending} now={now} /> : null}
      {tab === "transit" ? <Underway orders={underway} now={now} empty={t("selling.nothingTravels")} /> : null}
      {tab === "delivered" ? <Underway orders={underway} now={now} empty={t("selling.nothingDelivered")} /> : null}
      {payouts ? <PayoutLists payouts={payouts} now={now} /> : null}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
