import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { OrderCount } from "../../api/selling.ts";
import { ask, read } from "../../api/server.ts";
import type { Listed, OrderSummary } from "../../api/types.ts";
import { OrderList } from "../../features/orders/order-list.tsx";
import { NoSellerOrders, OrderTabs } from "../../features/selling/order-filters.tsx";
import { countsByTab, orderTabIn, STATUSES, sortOf } from "../../features/selling/order-tabs.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ProblemCallout } from "../../ui/forms.tsx";
import { ListSearch, More, SearchChoice } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

const KINDS = ["physical", "digital", "service", "milestone"] as const;

type Kind = (typeof KINDS)[number];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const tab = orderTabIn(searchParams.get("tab"));
  const q = (searchParams.get("q") ?? "").trim().slice(0, 100);
  const kind: Kind | "" = KINDS.find((one) => one === searchParams.get("kind")) ?? "";
  const cursor = searchParams.get("cursor");
  const asked = new URLSearchParams({
    ...{ role: "seller", limit: "20", status: STATUSES[tab].join(","), sort: sortOf(tab) },
    ...{ ...(q && { q }), ...(kind && { kind }), ...(cursor && { cursor }) },
  });
  const [found, counts] = await Promise.all([
    ask<Listed<OrderSummary>>(args, `/orders?${asked}`),
    read<Listed<OrderCount>>(args, "/seller/orders/counts"),
  ]);
  return {
    ...{ tab, q, kind, counts: countsByTab(counts.data), readAt: realNow() },
    orders: found.ok ? found.value.data : [],
    nextCursor: found.ok ? (found.value.nextCursor ?? null) : null,
    problem: found.ok ? null : found.problem,
  };
}

export default function SellingOrders() {
  const { t } = useTranslation();
  const { tab, q, kind, counts, orders, nextCursor, problem, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const rest = new URLSearchParams({ tab, ...(q && { q }), ...(kind && { kind }) });
  return (
    <>
      <PageMeta title={t("sellerOrders.title")} noIndex />
      <PageTitle>{t("sellerOrders.title")}</PageTitle>
      <OrderTabs tab={tab} counts={counts} rest={{ ...(q && { q }), ...(kind && { kind }) }} />
      <Search tab={tab} q={q} kind={kind} />
      {problem ? <ProblemCallout problem={problem} withoutMoney /> : null}
      {orders.length > 0 ? (
        <OrderList orders={orders} now={shell?.clock?.now ?? readAt} />
      ) : (
        <NoSellerOrders tab={tab} filtered={q !== "" || kind !== ""} />
      )}
      <More cursor={nextCursor} query={rest.toString()} />
    </>
  );
}

function Search({ tab, q, kind }: { tab: string; q: string; kind: Kind | "" }) {
  const { t } = useTranslation();
  return (
    <ListSearch label={t("sellerOrders.search")} field={t("sellerOrders.searchLabel")} q={q} kept={{ tab }}>
      <SearchChoice
        label={t("listings.kind")}
        name="kind"
        chosen={kind}
        open={t("listings.allKinds")}
        values={KINDS}
        words={(one) => t(`sellerOrders.kind.${one}`)}
      />
    </ListSearch>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
