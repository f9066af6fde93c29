import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Inspection } from "../../api/operations.ts";
import { read } from "../../api/server.ts";
import { InspectionPanels } from "../../features/operations/inspection.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

export const loader = (args: LoaderFunctionArgs) => read<Inspection>(args, `/admin/orders/${pathPart(args.params.id)}`);

export default function InspectedOrder() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const inspection = useLoaderData<typeof loader>();
  const { number } = inspection.order;
  return (
    <>
      <PageMeta title={t("inspect.title", { number })} noIndex />
      <PageTitle eyebrow={<Link to={to("/operations")}>{t("operations.title")}</Link>}>
        <bdi dir="ltr">{number}</bdi>
      </PageTitle>
      <InspectionPanels inspection={inspection} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
