import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Listed, OrderSummary } from "../../api/types.ts";
import { FilterLinks, filterIn, NoOrders, OrderList, passes } from "../../features/orders/order-list.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const cursor = searchParams.get("cursor");
  const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
  const list = await read<Listed<OrderSummary>>(args, `/orders?role=buyer&limit=50${after}`);
  const filter = filterIn(searchParams.get("show"));
  return {
    orders: list.data.filter((order) => passes(filter, order)),
    filter,
    nextCursor: list.nextCursor ?? null,
    readAt: realNow(),
  };
}

export default function Orders() {
  const { t } = useTranslation();
  const { orders, filter, nextCursor, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const show = filter === "all" ? "" : `show=${filter}&`;
  return (
    <>
      <PageMeta title={t("orders.title")} noIndex />
      <PageTitle>{t("orders.title")}</PageTitle>
      {orders.length > 0 || filter !== "all" ? <FilterLinks filter={filter} /> : null}
      {orders.length > 0 ? (
        <OrderList orders={orders} now={shell?.clock?.now ?? readAt} />
      ) : (
        <NoOrders filtered={filter !== "all"} />
      )}
      {nextCursor ? (
        <p style={{ marginBlockStart: "var(--space-5)" }}>
          <Link to={`?${show}cursor=${encodeURIComponent(nextCursor)}`}>{t("common.more")}</Link>
        </p>
      ) : null}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
