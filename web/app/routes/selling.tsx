import { Link, type LoaderFunctionArgs, redirect, useLoaderData, useRouteLoaderData } from "react-router";
import { allPages } from "../../api/all-pages.ts";
import type { DisputeSummary } from "../../api/disputes.ts";
import type { ListingCounts, OrderCount, Talk } from "../../api/selling.ts";
import { read, readOptional } from "../../api/server.ts";
import type { BankAccount, Listed, OrderSummary, PendingOrder, User } from "../../api/types.ts";
import { AtAGlance } from "../../features/selling/at-a-glance.tsx";
import { BankNotice } from "../../features/selling/bank-notice.tsx";
import { countsByTab } from "../../features/selling/order-tabs.ts";
import classes from "../../features/selling/selling.module.css";
import { SetUpList } from "../../features/selling/set-up.tsx";
import { WorkList } from "../../features/selling/work-list.tsx";
import { queueOf } from "../../features/selling/work-queue.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { PlusIcon } from "../../ui/edit-icons.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pickupOf } from "../pickup.ts";
import type { ShellData } from "../shell-data.ts";

/** Where the tabs of this page have gone. */
const MOVED: Record<string, string> = {
  transit: "/selling/orders?tab=transit",
  delivered: "/selling/orders?tab=delivered",
  payments: "/selling/payments",
};

const UNDER_WAY = "/orders?role=seller&status=processing,revision_requested,returning&sort=dueAt&limit=100";

export async function loader(args: LoaderFunctionArgs) {
  const moved = MOVED[new URL(args.request.url).searchParams.get("tab") ?? ""];
  if (moved) throw redirect(`/${args.params.lang}${moved}`);
  const [pending, underway, counts, listings, accounts, pickup, me, disputes, talks] = await Promise.all([
    read<Listed<PendingOrder>>(args, "/seller/orders/pending"),
    allPages((cursor) => read<Listed<OrderSummary>>(args, UNDER_WAY + cursor)),
    read<Listed<OrderCount>>(args, "/seller/orders/counts"),
    read<ListingCounts>(args, "/seller/listings/counts"),
    read<Listed<BankAccount>>(args, "/seller/bank-accounts"),
    pickupOf(args),
    read<User>(args, "/users/me"),
    allPages((cursor) => readOptional<Listed<DisputeSummary>>(args, `/disputes?state=open&limit=100${cursor}`)),
    allPages((cursor) => readOptional<Listed<Talk>>(args, `/negotiations?role=seller&status=open&limit=100${cursor}`)),
  ]);
  const waiting = {
    ...{ seller: me.id, pending: pending.data, underway, listings },
    ...{ disputes, talks },
  };
  const offered = Object.values(listings).reduce((sum, count) => sum + count, 0);
  const setUp = { listings: offered, pickup: pickup !== null, accounts: accounts.data };
  return { waiting, counts: countsByTab(counts.data), setUp, readAt: realNow() };
}

export default function Selling() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { waiting, counts, setUp, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const now = shell?.clock?.now ?? readAt;
  return (
    <>
      <PageMeta title={t("workplace.title")} noIndex />
      <PageTitle
        aside={
          <Button
            component={Link}
            to={to("/selling/listings/new")}
            size="md"
            variant="default"
            leftSection={<PlusIcon />}
          >
            {t("listings.new")}
          </Button>
        }
      >
        {t("workplace.title")}
      </PageTitle>
      <div className={classes.home}>
        <WorkList groups={queueOf(waiting, now)} now={now} />
        <SetUpList of={setUp} />
        <AtAGlance counts={counts} />
        {setUp.accounts.length > 0 ? <BankNotice accounts={setUp.accounts} /> : null}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
