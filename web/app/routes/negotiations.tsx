import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { NegotiationSummary } from "../../api/negotiations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import {
  NegotiationFilter,
  NegotiationList,
  NoNegotiations,
  shownIn,
  statusesOf,
} from "../../features/negotiations/negotiation-list.tsx";
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
  const list = await read<Listed<NegotiationSummary>>(args, `/negotiations?limit=20${asked}`);
  return { negotiations: list.data, nextCursor: list.nextCursor ?? null, shown, readAt: realNow() };
}

export default function Negotiations() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { negotiations, nextCursor, shown, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const show = shown === "all" ? "" : `show=${shown}&`;
  return (
    <>
      <PageMeta title={t("negotiation.title")} noIndex />
      <PageTitle aside={<Link to={to("/agreements")}>{t("agreement.title")}</Link>}>{t("negotiation.title")}</PageTitle>
      {negotiations.length > 0 || shown !== "all" ? <NegotiationFilter shown={shown} /> : null}
      {negotiations.length > 0 ? (
        <NegotiationList negotiations={negotiations} now={shell?.clock?.now ?? readAt} />
      ) : (
        <NoNegotiations filtered={shown !== "all"} />
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
