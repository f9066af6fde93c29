import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { AgreementSummary } from "../../api/negotiations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { AGREEMENTS, AgreementList, NoAgreements } from "../../features/agreements/agreement-list.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { More, StateLinks } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { keysOf, listAsked } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { shown, asked } = listAsked(args.request, AGREEMENTS);
  const list = await read<Listed<AgreementSummary>>(args, `/agreements?${asked}`);
  return { agreements: list.data, nextCursor: list.nextCursor ?? null, shown, readAt: realNow() };
}

export default function Agreements() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { agreements, nextCursor, shown, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("agreement.title")} noIndex />
      <PageTitle aside={<Link to={to("/negotiations")}>{t("negotiation.title")}</Link>}>
        {t("agreement.title")}
      </PageTitle>
      {agreements.length > 0 || shown ? (
        <StateLinks
          label={t("agreement.filter")}
          states={keysOf(AGREEMENTS)}
          chosen={shown}
          words={(state) => t(`agreement.show.${state}`)}
        />
      ) : null}
      {agreements.length > 0 ? (
        <AgreementList agreements={agreements} now={shell?.clock?.now ?? readAt} />
      ) : (
        <NoAgreements filtered={shown !== null} />
      )}
      <More cursor={nextCursor} query={shown ? `show=${shown}` : ""} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
