import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { DisputeSummary } from "../../api/disputes.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { DisputeFilter, DisputeList, NoDisputes, shownIn } from "../../features/disputes/dispute-list.tsx";
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
  const cursor = searchParams.get("cursor");
  const asked = `${shown === "all" ? "" : `&state=${shown}`}${cursor ? `&cursor=${pathPart(cursor)}` : ""}`;
  const list = await read<Listed<DisputeSummary>>(args, `/disputes?limit=20${asked}`);
  return { disputes: list.data, nextCursor: list.nextCursor ?? null, shown, readAt: realNow() };
}

export default function Disputes() {
  const { t } = useTranslation();
  const { disputes, nextCursor, shown, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const show = shown === "all" ? "" : `show=${shown}&`;
  return (
    <>
      <PageMeta title={t("disputes.title")} noIndex />
      <PageTitle>{t("disputes.title")}</PageTitle>
      {disputes.length > 0 || shown !== "all" ? <DisputeFilter shown={shown} /> : null}
      {disputes.length > 0 ? (
        <DisputeList disputes={disputes} now={shell?.clock?.now ?? readAt} page="/disputes" />
      ) : (
        <NoDisputes filtered={shown !== "all"} />
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
