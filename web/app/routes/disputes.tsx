import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { DisputeSummary } from "../../api/disputes.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { DisputeList, NoDisputes } from "../../features/disputes/dispute-list.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { More, StateLinks } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { listAsked } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

const STATES = ["open", "closed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { shown, asked } = listAsked(args.request, STATES, { filter: "state" });
  const list = await read<Listed<DisputeSummary>>(args, `/disputes?${asked}`);
  return { disputes: list.data, nextCursor: list.nextCursor ?? null, shown, readAt: realNow() };
}

export default function Disputes() {
  const { t } = useTranslation();
  const { disputes, nextCursor, shown, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("disputes.title")} noIndex />
      <PageTitle>{t("disputes.title")}</PageTitle>
      {disputes.length > 0 || shown ? (
        <StateLinks
          label={t("disputes.filter")}
          states={STATES}
          chosen={shown}
          words={(state) => t(`disputes.show.${state}`)}
        />
      ) : null}
      {disputes.length > 0 ? (
        <DisputeList disputes={disputes} now={shell?.clock?.now ?? readAt} page="/disputes" />
      ) : (
        <NoDisputes filtered={shown !== null} />
      )}
      <More cursor={nextCursor} query={shown ? `show=${shown}` : ""} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
