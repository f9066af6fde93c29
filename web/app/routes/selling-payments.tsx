import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { BankAccount, Listed, SellerPayout } from "../../api/types.ts";
import { BankNotice } from "../../features/selling/bank-notice.tsx";
import { PayoutLists } from "../../features/selling/payouts.tsx";
import classes from "../../features/selling/selling.module.css";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ArrowIcon } from "../../ui/icons.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const list = (state: string) => read<Listed<SellerPayout>>(args, `/seller/payouts?state=${state}`);
  const [pending, inFlight, paid, accounts] = await Promise.all([
    list("pending"),
    list("in_flight"),
    list("paid"),
    read<Listed<BankAccount>>(args, "/seller/bank-accounts"),
  ]);
  const payouts = { pending: pending.data, inFlight: inFlight.data, paid: paid.data };
  return { payouts, accounts: accounts.data, readAt: realNow() };
}

export default function SellingPayments() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { payouts, accounts, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("payments.title")} noIndex />
      <PageTitle>{t("payments.title")}</PageTitle>
      <div className={classes.payments}>
        <BankNotice accounts={accounts} />
        <PayoutLists payouts={payouts} now={shell?.clock?.now ?? readAt} />
        <p>
          <Link to={to("/wallet")} className={classes.backLink}>
            {t("payments.toWallet")} <ArrowIcon />
          </Link>
        </p>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
