import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { ContractState, ContractSummary } from "../../api/projects.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { ContractList, NoContracts } from "../../features/projects/contract-list.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { More, StateLinks } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { listAsked } from "../query.ts";

const STATES: readonly ContractState[] = ["active", "completed", "ended"];

export async function loader(args: LoaderFunctionArgs) {
  const { shown, asked } = listAsked(args.request, STATES);
  const { data: contracts, nextCursor } = await read<Listed<ContractSummary>>(args, `/contracts?${asked}`);
  return { contracts, shown, nextCursor: nextCursor ?? null };
}

export default function Contracts() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { contracts, shown, nextCursor } = useLoaderData<typeof loader>();
  return (
    <>
      <PageMeta title={t("contracts.title")} noIndex />
      <PageTitle eyebrow={<Link to={to("/projects")}>{t("projects.title")}</Link>}>{t("contracts.title")}</PageTitle>
      {contracts.length > 0 || shown ? (
        <StateLinks
          label={t("contracts.filter")}
          states={STATES}
          chosen={shown}
          words={(state) => t(`contracts.show.${state}`)}
        />
      ) : null}
      {contracts.length > 0 ? <ContractList contracts={contracts} /> : <NoContracts filtered={shown !== null} />}
      <More cursor={nextCursor} query={shown ? `show=${shown}` : ""} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
