import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { StaffDispute } from "../../api/disputes.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { DeskList } from "../../features/disputes/desk-list.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { More, StateLinks } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const mine = searchParams.get("show") === "mine";
  const cursor = searchParams.get("cursor");
  const asked = `${mine ? "&mine=true" : ""}${cursor ? `&cursor=${pathPart(cursor)}` : ""}`;
  const list = await read<Listed<StaffDispute>>(args, `/admin/disputes?limit=50${asked}`);
  return { disputes: list.data, nextCursor: list.nextCursor ?? null, mine, readAt: realNow() };
}

export default function DisputesDesk() {
  const { t } = useTranslation();
  const { disputes, nextCursor, mine, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("disputesDesk.title")} noIndex />
      <PageTitle>{t("disputesDesk.title")}</PageTitle>
      <StateLinks
        label={t("disputesDesk.filter")}
        states={["mine"]}
        chosen={mine ? "mine" : null}
        words={(state) => t(`disputesDesk.${state}`)}
      />
      <DeskList disputes={disputes} mine={mine} now={shell?.clock?.now ?? readAt} />
      <More cursor={nextCursor} query={mine ? "show=mine" : ""} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
