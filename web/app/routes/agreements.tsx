import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { AgreementSummary } from "../../api/negotiations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import {
  AgreementFilter,
  AgreementList,
  NoAgreements,
  shownIn,
  statusesOf,
} from "../../features/agreements/agreement-list.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const shown = shownIn(searchParams.get("show"));
  const statuses = statusesOf(shown);
  const cursor = searchParams.get("cursor");
  const asked = `${statuses ? `&status=${statuses}` : ""}${cursor ? `&cursor=${pathPart(cursor)}` : ""}`;
  const list = await read<Listed<AgreementSummary>>(args, `/agreements?limit=20${asked}`);
  return { agreements: list.data, nextCursor: list.nextCursor ?? null, shown, readAt: realNow() };
}

export default function Agreements() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { agreements, nextCursor, shown, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const show = shown === "all" ? "" : `show=${shown}&`;
  return (
    <>
      <PageMeta title={t("agreement.title")} noIndex />
      <PageTitle aside={<Link to={to("/negotiations")}>{t("negotiation.title")}</Link>}>
        {t("agreement.title")}
      </PageTitle>
      {agreements.length > 0 || shown !== "all" ? <AgreementFilter shown={shown} /> : null}
      {agreements.length > 0 ? (
        <AgreementList agreements={agreements} now={shell?.clock?.now ?? readAt} />
      ) : (
        <NoAgreements filtered={shown !== "all"} />
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
