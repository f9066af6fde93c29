import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { ask } from "../../api/server.ts";
import type { PurchaseSummary } from "../../api/shopping.ts";
import type { Listed, OrderSummary } from "../../api/types.ts";
import { NoOrders, ORDERS, OrderList } from "../../features/orders/order-list.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { ProblemCallout } from "../../ui/forms.tsx";
import { ListSearch, More, StateLinks } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { keysOf, listAsked } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shown, asked } = listAsked(args.request, ORDERS);
  const q = (new URL(args.request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  asked.set("role", "buyer");
  if (q) asked.set("q", q);
  const found = await ask<Listed<OrderSummary>>(args, `/orders?${asked}`);
  const orders = found.ok ? found.value.data : [];
  return {
    ...{ shown, q, readAt: realNow(), orders },
    purchases: await purchasesOf(args, orders),
    nextCursor: found.ok ? (found.value.nextCursor ?? null) : null,
    problem: found.ok ? null : found.problem,
  };
}

/** What orders were bought together; the list says without it all that it has to say. */
async function purchasesOf(args: LoaderFunctionArgs, orders: OrderSummary[]): Promise<PurchaseSummary[]> {
  if (orders.length === 0) return [];
  const query = new URLSearchParams({ limit: "100", orders: orders.map(({ id }) => id).join(",") });
  const found = await ask<Listed<PurchaseSummary>>(args, `/purchases?${query}`);
  return found.ok ? found.value.data : [];
}

export default function Orders() {
  const { t } = useTranslation();
  const { orders, purchases, shown, q, nextCursor, problem, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const words = q ? `q=${encodeURIComponent(q)}` : "";
  const narrowed = shown !== null || q !== "";
  return (
    <>
      <PageMeta title={t("orders.title")} noIndex />
      <PageTitle>{t("orders.title")}</PageTitle>
      {orders.length > 0 || narrowed ? (
        <>
          <ListSearch
            label={t("orders.search")}
            field={t("orders.searchLabel")}
            q={q}
            kept={shown ? { show: shown } : {}}
          />
          <StateLinks
            label={t("orders.filter")}
            states={keysOf(ORDERS)}
            chosen={shown}
            words={(state) => t(`orders.show.${state}`)}
            query={words}
          />
        </>
      ) : null}
      {problem ? <ProblemCallout problem={problem} withoutMoney /> : null}
      {orders.length > 0 ? (
        <OrderList orders={orders} purchases={purchases} now={shell?.clock?.now ?? readAt} />
      ) : (
        <NoOrders filtered={narrowed} />
      )}
      <More cursor={nextCursor} query={[shown ? `show=${shown}` : "", words].filter(Boolean).join("&")} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
