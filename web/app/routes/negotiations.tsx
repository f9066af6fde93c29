import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { NegotiationSummary } from "../../api/negotiations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { NEGOTIATIONS, NegotiationList, NoNegotiations } from "../../features/negotiations/negotiation-list.tsx";
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
  const { shown, asked } = listAsked(args.request, NEGOTIATIONS);
  const list = await read<Listed<NegotiationSummary>>(args, `/negotiations?${asked}`);
  return { negotiations: list.data, nextCursor: list.nextCursor ?? null, shown, readAt: realNow() };
}

export default function Negotiations() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { negotiations, nextCursor, shown, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("negotiation.title")} noIndex />
      <PageTitle aside={<Link to={to("/agreements")}>{t("agreement.title")}</Link>}>{t("negotiation.title")}</PageTitle>
      {negotiations.length > 0 || shown ? (
        <StateLinks
          label={t("negotiation.filter")}
          states={keysOf(NEGOTIATIONS)}
          chosen={shown}
          words={(state) => t(`negotiation.show.${state}`)}
        />
      ) : null}
      {negotiations.length > 0 ? (
        <NegotiationList negotiations={negotiations} now={shell?.clock?.now ?? readAt} />
      ) : (
        <NoNegotiations filtered={shown !== null} />
      )}
      <More cursor={nextCursor} query={shown ? `show=${shown}` : ""} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
