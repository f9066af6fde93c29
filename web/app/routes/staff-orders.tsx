import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { StaffOrder } from "../../api/operations.ts";
import { ask } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { apiQuery, filtersIn, pageQuery } from "../../features/staff/order-filters.ts";
import classes from "../../features/staff/staff.module.css";
import { OrderFilterForm, StaffOrders } from "../../features/staff/staff-orders.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ProblemCallout } from "../../ui/forms.tsx";
import { More } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { TableLink } from "../../ui/table-link.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";
import { listOf } from "../staff-list.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const shown = filtersIn(searchParams);
  const asked = apiQuery(shown);
  asked.set("limit", "20");
  const cursor = searchParams.get("cursor");
  if (cursor) asked.set("cursor", cursor);
  const found = listOf(await ask<Listed<StaffOrder>>(args, `/admin/orders?${asked}`));
  return { ...found, shown, readAt: realNow() };
}

/** An arbiter sees orders, but does not look into them. */
const LOOK_INSIDE = ["support", "finance", "admin"];

export default function AllOrders() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { rows, next, problem, shown, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const inside = LOOK_INSIDE.some((role) => shell?.me?.roles.includes(role));
  return (
    <>
      <PageMeta title={t("staffOrders.title")} noIndex />
      <PageTitle>{t("staffOrders.title")}</PageTitle>
      <div className={classes.page}>
        <OrderFilterForm shown={shown} />
        {problem ? <ProblemCallout problem={problem} withoutMoney /> : null}
        <StaffOrders
          orders={rows}
          filtered={`${pageQuery(shown)}` !== ""}
          now={shell?.clock?.now ?? readAt}
          inside={inside}
        />
        <More cursor={next} query={`${pageQuery(shown)}`} />
        <p className={classes.links}>
          {rows.length > 0 ? (
            <TableLink href={to(`/staff/orders.csv?${pageQuery(shown)}`)} name="orders.csv">
              {t("staffOrders.csv")}
            </TableLink>
          ) : null}
        </p>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
