import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Proposal, ProposalState } from "../../api/projects.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { NoProposals, ProposalList } from "../../features/projects/proposal-list.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { More, StateLinks } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { listAsked } from "../query.ts";

const STATES: readonly ProposalState[] = ["open", "accepted", "declined", "withdrawn", "lapsed"];

export async function loader(args: LoaderFunctionArgs) {
  const { shown, asked } = listAsked(args.request, STATES);
  const { data: proposals, nextCursor } = await read<Listed<Proposal>>(args, `/proposals?${asked}`);
  return { proposals, shown, nextCursor: nextCursor ?? null };
}

export default function Proposals() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { proposals, shown, nextCursor } = useLoaderData<typeof loader>();
  return (
    <>
      <PageMeta title={t("proposals.title")} noIndex />
      <PageTitle eyebrow={<Link to={to("/projects")}>{t("projects.title")}</Link>}>{t("proposals.title")}</PageTitle>
      {proposals.length > 0 || shown ? (
        <StateLinks
          label={t("proposals.filter")}
          states={STATES}
          chosen={shown}
          words={(state) => t(`proposals.show.${state}`)}
        />
      ) : null}
      {proposals.length > 0 ? <ProposalList proposals={proposals} /> : <NoProposals filtered={shown !== null} />}
      <More cursor={nextCursor} query={shown ? `show=${shown}` : ""} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
