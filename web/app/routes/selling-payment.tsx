import { data, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Statement as Ledger, Order } from "../../api/types.ts";
import { Statement } from "../../features/orders/statement.tsx";
import { PaymentFacts } from "../../features/selling/payment-facts.tsx";
import classes from "../../features/selling/selling.module.css";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

/** Of one order: what it brings its seller, what was taken from it and why, and where that stands. */
export async function loader(args: LoaderFunctionArgs) {
  const path = `/orders/${pathPart(args.params.id)}`;
  const order = await read<Order>(args, path);
  if (order.role !== "seller") throw data(null, { status: 404 });
  return { order, statement: await read<Ledger>(args, `${path}/statement`) };
}

export default function SellingPayment() {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { order, statement } = useLoaderData<typeof loader>();
  return (
    <>
      <PageMeta title={t("payments.one", { number: order.number })} noIndex />
      <PageTitle eyebrow={<Link to={to("/selling/payments")}>{t("payments.title")}</Link>}>
        {order.items.map((item) => say(item.title)).join(" · ")}
      </PageTitle>
      <div className={classes.payments}>
        <PaymentFacts order={order} statement={statement} />
        <Statement statement={statement} orderId={order.id} />
        <p>
          <Link to={to(`/orders/${order.id}`)} className={classes.backLink}>
            {t("paid.toOrder")} <bdi dir="ltr">{order.number}</bdi>
          </Link>
        </p>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
