import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Order } from "../../api/types.ts";
import { Outcome, outcomeOf } from "../../features/checkout/outcome.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

export const loader = (args: LoaderFunctionArgs) => read<Order>(args, `/orders/${pathPart(args.params.id)}`);

export default function Paid() {
  const { t } = useTranslation();
  const order = useLoaderData<typeof loader>();
  const title = t(`paid.${outcomeOf(order)}Title`);
  return (
    <>
      <PageMeta title={title} noIndex />
      <PageTitle eyebrow={<bdi dir="ltr">{order.number}</bdi>}>{t("paid.title")}</PageTitle>
      <Outcome order={order} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
