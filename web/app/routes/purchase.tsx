import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Purchase } from "../../api/shopping.ts";
import { PurchaseView } from "../../features/cart/purchase-view.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { Moment } from "../../ui/moment.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

export const loader = (args: LoaderFunctionArgs) => read<Purchase>(args, `/purchases/${pathPart(args.params.id)}`);

export default function PurchasePage() {
  const { t } = useTranslation();
  const purchase = useLoaderData<typeof loader>();
  return (
    <>
      <PageMeta title={t("purchase.title")} noIndex />
      <PageTitle eyebrow={<Moment at={purchase.createdAt} />}>{t("purchase.title")}</PageTitle>
      <PurchaseView purchase={purchase} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
