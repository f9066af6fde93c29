import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { StaffDispute } from "../../api/disputes.ts";
import type { Overview } from "../../api/figures.ts";
import { MARKETS } from "../../api/figures.ts";
import type { Custody, InFlight, Reconciliation, StaffPayout } from "../../api/finance.ts";
import type { AuditEntry, FoundPerson, StaffOrder, WaitingListing } from "../../api/operations.ts";
import { read, readOptional } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { MoneyCharts } from "../../features/dashboard/charts.tsx";
import { OrderFigures } from "../../features/dashboard/orders-figures.tsx";
import { PeriodLinks, periodIn } from "../../features/dashboard/tabs.tsx";
import { attentionOf } from "../../features/operations/attention.ts";
import { AttentionList } from "../../features/operations/attention-list.tsx";
import { HealthPanel, healthOf } from "../../features/operations/health.tsx";
import classes from "../../features/operations/operations.module.css";
import { OverviewCards } from "../../features/operations/overview-cards.tsx";
import { FindForm, FoundList } from "../../features/operations/search.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, SearchIcon } from "../../ui/icons.tsx";
import { useLookAgain } from "../../ui/look-again.ts";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { TableLink } from "../../ui/table-link.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

const LOOK_AGAIN_MS = 20_000;
const MOST = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const words = (searchParams.get("q") ?? "").trim().slice(0, 100);
  const market = MARKETS.find((one) => one === searchParams.get("market")) ?? null;
  const weeks = periodIn(searchParams.get("weeks"));
  const filters = `weeks=${weeks}${market ? `&market=${market}` : ""}`;
  const [overview, seen, found] = await Promise.all([
    read<Overview>(args, `/admin/overview?${filters}`),
    seenBy(args),
    words === "" ? null : find(args, words),
  ]);
  const { custody, runs, ...pressing } = seen;
  const items = attentionOf(pressing, overview.now);
  const health = healthOf(custody, seen.flights, runs);
  return { overview, items, health, words, found, filters, weeks };
}

/** What each role may see of it; the rest stays empty. */
async function seenBy(args: LoaderFunctionArgs) {
  const listed = async <T,>(path: string): Promise<T[]> => (await readOptional<Listed<T>>(args, path))?.data ?? [];
  const payouts = (group: string) => listed<StaffPayout>(`/finance/payouts?group=${group}&limit=${MOST}`);
  const [held, disputed, flights, back, reconciliation, disputes, listings, work, custody] = await Promise.all([
    listed<StaffOrder>(`/admin/orders?escrow=held&sort=dueAt&limit=${MOST}`),
    listed<StaffOrder>(`/admin/orders?escrow=disputed&sort=dueAt&limit=${MOST}`),
    listed<InFlight>("/finance/in-flight"),
    payouts("came_back"),
    readOptional<Reconciliation>(args, "/finance/reconciliation"),
    listed<StaffDispute>(`/admin/disputes?limit=${MOST}`),
    listed<WaitingListing>(`/admin/listings?limit=${MOST}`),
    listed<AuditEntry>(`/admin/audit?action=work&limit=${MOST}`),
    listed<Custody>("/finance/custody"),
  ]);
  return {
    ...{ orders: [...held, ...disputed], flights, payouts: back, disputes, listings, work, custody },
    ...{ differences: reconciliation?.differences ?? [], runs: reconciliation?.runs ?? [] },
  };
}

/** By number, title, name or tracking number; by what a gateway calls the money; by address. */
async function find(args: LoaderFunctionArgs, words: string) {
  const q = encodeURIComponent(words);
  const listed = async <T,>(path: string): Promise<T[]> => (await readOptional<Listed<T>>(args, path))?.data ?? [];
  const [byWords, byReference, people] = await Promise.all([
    listed<StaffOrder>(`/admin/orders?q=${q}&limit=${MOST}`),
    listed<StaffOrder>(`/admin/orders?reference=${q}&limit=${MOST}`),
    words.includes("@") ? listed<FoundPerson>(`/admin/users?search=${q}&limit=5`) : [],
  ]);
  const theirs = await Promise.all(
    people.flatMap(({ id }) =>
      ["buyer", "seller"].map((side) => listed<StaffOrder>(`/admin/orders?${side}=${id}&limit=${MOST}`)),
    ),
  );
  const orders = [...byReference, ...byWords, ...theirs.flat()];
  return { orders: [...new Map(orders.map((order) => [order.id, order])).values()], people };
}

export default function Operations() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { overview, items, health, words, found, filters, weeks } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const now = shell?.clock?.now ?? overview.now;
  useLookAgain(true, LOOK_AGAIN_MS);
  return (
    <>
      <PageMeta title={t("operations.title")} noIndex />
      <PageTitle aside={<PeriodLinks weeks={weeks} />}>{t("operations.title")}</PageTitle>
      <div className={classes.page}>
        <Panel title={t("operations.find")} icon={<SearchIcon />}>
          <div className={classes.page}>
            <FindForm words={words} />
            {found ? <FoundList found={found} words={words} /> : null}
          </div>
        </Panel>
        <OverviewCards overview={overview} />
        <Panel title={t("operations.attention")} icon={<AlertIcon />}>
          <AttentionList items={items} now={now} />
        </Panel>
        {health.length > 0 ? <HealthPanel health={health} /> : null}
        <MoneyCharts weeks={overview.weeks} audience="staff" />
        <OrderFigures figures={overview} audience="staff" kind="physical" />
        <p className={classes.links}>
          <TableLink href={to(`/operations/figures.csv?${filters}`)} name="figures.csv">
            {t("operations.csv")}
          </TableLink>
        </p>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
