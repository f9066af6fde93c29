import { data, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { type Dashboard, MARKETS, type Market } from "../../api/figures.ts";
import { read } from "../../api/server.ts";
import type { Listed, OrderKind, OrderStatus, OrderSummary } from "../../api/types.ts";
import { MoneyCharts } from "../../features/dashboard/charts.tsx";
import classes from "../../features/dashboard/dashboard.module.css";
import { FigureCards } from "../../features/dashboard/figures.tsx";
import { OrderTable } from "../../features/dashboard/order-table.tsx";
import { OrderFigures } from "../../features/dashboard/orders-figures.tsx";
import { DashboardTabs, PeriodLinks, periodIn, ROLES, type Role } from "../../features/dashboard/tabs.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ChartIcon, ClockIcon, ParcelIcon } from "../../ui/icons.tsx";
import { EmptyState, PageTitle, Panel } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

const KINDS: Record<Market, readonly OrderKind[]> = {
  products: ["physical", "digital"],
  services: ["service"],
  projects: ["milestone"],
};
const LATEST = 8;
const URGENT = 5;

export async function loader(args: LoaderFunctionArgs) {
  const role = ROLES.find((one) => one === args.params.role);
  const market = MARKETS.find((one) => one === args.params.market);
  if (!role || !market) throw data(null, { status: 404 });
  const weeks = periodIn(new URL(args.request.url).searchParams.get("weeks"));
  const [figures, latest, urgent] = await Promise.all([
    read<Dashboard>(args, `/dashboard?role=${role}&market=${market}&weeks=${weeks}`),
    ordersOf(args, role, market, `sort=-placedAt&limit=${LATEST}`),
    ordersOf(args, role, market, `sort=dueAt&limit=${URGENT}`),
  ]);
  return {
    ...{ role, market, weeks, figures },
    latest: latest.sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, LATEST),
    urgent: urgent.sort((a, b) => dueAt(a).localeCompare(dueAt(b))).slice(0, URGENT),
  };
}

const dueAt = ({ nextDeadline }: OrderSummary): string => nextDeadline?.dueAt ?? "9";

async function ordersOf(args: LoaderFunctionArgs, role: Role, market: Market, query: string): Promise<OrderSummary[]> {
  const lists = await Promise.all(
    KINDS[market].map((kind) => read<Listed<OrderSummary>>(args, `/orders?role=${role}&kind=${kind}&${query}`)),
  );
  return lists.flatMap((list) => list.data);
}

export default function MarketDashboard() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { role, market, weeks, figures, latest, urgent } = useLoaderData<typeof loader>();
  const title = t(`dashboard.marketTitle.${role}.${market}`);
  const orders = to(role === "buyer" ? "/orders" : "/selling");
  const empty = latest.length === 0 && figures.money.length === 0;
  return (
    <>
      <PageMeta title={title} noIndex />
      <PageTitle eyebrow={t("dashboard.eyebrow")} aside={<PeriodLinks weeks={weeks} />}>
        {title}
      </PageTitle>
      <DashboardTabs role={role} market={market} weeks={weeks} />
      {empty ? (
        <NothingYet role={role} />
      ) : (
        <div className={classes.page}>
          <FigureCards
            role={role}
            money={figures.money}
            waiting={figures.waiting}
            now={figures.now}
            waitingAt={orders}
          />
          <MoneyCharts weeks={figures.weeks} audience={role} />
          <OrderFigures
            figures={figures}
            audience={role}
            kind={KINDS[market][0] ?? "physical"}
            listOf={role === "buyer" ? (status) => to(`/orders?show=${isOver(status) ? "done" : "open"}`) : null}
          />
          <Panel title={t("dashboard.urgent")} icon={<ClockIcon />}>
            <OrderTable orders={urgent} now={figures.now} label={t("dashboard.urgent")} />
          </Panel>
          <Panel
            title={t("dashboard.recent")}
            icon={<ParcelIcon />}
            aside={<Link to={orders}>{t(role === "buyer" ? "dashboard.allOrders" : "dashboard.toSelling")}</Link>}
          >
            <OrderTable orders={latest} now={figures.now} label={t("dashboard.recent")} />
          </Panel>
        </div>
      )}
    </>
  );
}

const isOver = (status: OrderStatus): boolean => ["completed", "cancelled", "refunded", "failed"].includes(status);

function NothingYet({ role }: { role: Role }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <EmptyState title={t(`dashboard.emptyTitle.${role}`)} icon={<ChartIcon size={26} />}>
      <p>{t(`dashboard.emptyText.${role}`)}</p>
      <Link to={to(role === "buyer" ? "/browse" : "/selling")}>
        {t(role === "buyer" ? "dashboard.toMarket" : "dashboard.toSelling")}
      </Link>
    </EmptyState>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
