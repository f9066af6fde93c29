import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { type Dashboard, MARKETS, type Market } from "../../api/figures.ts";
import { read } from "../../api/server.ts";
import { MoneyCharts } from "../../features/dashboard/charts.tsx";
import classes from "../../features/dashboard/dashboard.module.css";
import { FigureCards } from "../../features/dashboard/figures.tsx";
import { DashboardTabs, PeriodLinks, periodIn, ROLES, type Role } from "../../features/dashboard/tabs.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { BriefcaseIcon, CoinIcon, HandshakeIcon, ParcelIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState, Facts, PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

type SideFigures = { role: Role; whole: Dashboard; markets: { market: Market; figures: Dashboard }[] };

export async function loader(args: LoaderFunctionArgs) {
  const weeks = periodIn(new URL(args.request.url).searchParams.get("weeks"));
  const figuresOf = (role: Role, market?: Market) =>
    read<Dashboard>(args, `/dashboard?role=${role}&weeks=${weeks}${market ? `&market=${market}` : ""}`);
  const sides = await Promise.all(
    ROLES.map(async (role): Promise<SideFigures> => {
      const [whole, ...each] = await Promise.all([
        figuresOf(role),
        ...MARKETS.map((market) => figuresOf(role, market)),
      ]);
      const markets = MARKETS.flatMap((market, index) => {
        const figures = each[index];
        return figures ? [{ market, figures }] : [];
      });
      return { role, whole, markets };
    }),
  );
  return { weeks, sides };
}

const ICONS: Record<Market, typeof ParcelIcon> = {
  products: ParcelIcon,
  services: BriefcaseIcon,
  projects: HandshakeIcon,
};

export default function Overview() {
  const { t } = useTranslation();
  const { weeks, sides } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const role = shell?.side === "selling" ? "seller" : "buyer";
  const ordered = sides.toSorted((a, b) => Number(b.role === role) - Number(a.role === role));
  return (
    <>
      <PageMeta title={t("dashboard.title")} noIndex />
      <PageTitle eyebrow={t("dashboard.eyebrow")} aside={<PeriodLinks weeks={weeks} />}>
        {t("dashboard.title")}
      </PageTitle>
      <DashboardTabs role={role} market={null} weeks={weeks} />
      <div className={classes.page}>
        {ordered.map((side) => (
          <Side key={side.role} side={side} />
        ))}
      </div>
    </>
  );
}

function Side({ side: { role, whole, markets } }: { side: SideFigures }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const title = t(role === "buyer" ? "dashboard.asBuyer" : "dashboard.asSeller");
  if (isUnused(whole))
    return (
      <section className={classes.side} aria-label={title}>
        <h2>{title}</h2>
        <NothingYet role={role} />
      </section>
    );
  return (
    <section className={classes.side} aria-label={title}>
      <h2>{title}</h2>
      <FigureCards
        {...{ role, money: whole.money, waiting: whole.waiting, now: whole.now }}
        waitingAt={to(role === "buyer" ? "/orders?show=open" : "/selling")}
      />
      <ul className={classes.markets}>
        {markets.map(({ market, figures }) => (
          <li key={market}>
            <MarketCard role={role} market={market} figures={figures} />
          </li>
        ))}
      </ul>
      <MoneyCharts weeks={whole.weeks} audience={role} />
    </section>
  );
}

/** Nothing was placed, moved or waits: then columns of dashes say less than where one begins. */
const isUnused = ({ money, orders, waiting }: Dashboard): boolean =>
  money.length === 0 && orders.placed === 0 && waiting.orders === 0;

function NothingYet({ role }: { role: Role }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <EmptyState title={t(`dashboard.emptyTitle.${role}`)} icon={<CoinIcon size={26} />}>
      <p>{t(`dashboard.emptyText.${role}`)}</p>
      <Link to={to(role === "buyer" ? "/browse" : "/selling")}>
        {t(role === "buyer" ? "dashboard.toMarket" : "dashboard.toSelling")}
      </Link>
    </EmptyState>
  );
}

function MarketCard({ role, market, figures }: { role: Role; market: Market; figures: Dashboard }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const Icon = ICONS[market];
  const sums = figures.money.flatMap((money) =>
    (["held", "released", "refunded"] as const).map((of) => ({
      key: `${of} ${money.currency}`,
      name: t(`dashboard.${of}.${role}`),
      value: <Money value={money[of].amount} />,
    })),
  );
  return (
    <article className={classes.market}>
      <h3>
        <Icon />
        <Link to={to(`/dashboard/${role}/${market}`)}>{t(`dashboard.market.${market}`)}</Link>
      </h3>
      {figures.orders.placed === 0 && sums.length === 0 ? (
        <p className={classes.soft}>{t("dashboard.noOrders")}</p>
      ) : (
        <Facts
          rows={[
            ...sums,
            { key: "placed", name: t("dashboard.placed"), value: figures.orders.placed },
            { key: "waiting", name: t("dashboard.waiting"), value: figures.waiting.orders },
          ]}
        />
      )}
    </article>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
