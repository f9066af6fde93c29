import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Project, Proposal } from "../../api/projects.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { User } from "../../api/types.ts";
import { BriefFacts } from "../../features/projects/brief.tsx";
import classes from "../../features/projects/projects.module.css";
import { ProposalNow, ProposalTerms } from "../../features/projects/proposal-view.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { actOnProject } from "../project-acts.ts";
import { pathPart } from "../query.ts";
import { saidAbout } from "../said.ts";
import { Talk } from "../talk.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const proposal = await read<Proposal>(args, `/proposals/${pathPart(args.params.id)}`);
  const [project, me, said, clock] = await Promise.all([
    read<Project>(args, `/projects/${proposal.projectId}`),
    read<User>(args, "/users/me"),
    saidAbout(args, proposal.id),
    readOptional<{ now: string }>(args, "/sandbox/clock"),
  ]);
  return { proposal, project, me: me.id, said, now: clock?.now ?? realNow(), key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actOnProject(args);

export default function ProposalPage() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { proposal, project, me, said, now, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const idempotencyKey = failed?.key ?? key;
  const mine = proposal.freelancer.id === me;
  const contractId = proposal.state === "accepted" ? project.contractId : null;
  return (
    <>
      <PageMeta title={`${t("proposals.one")} · ${proposal.projectTitle}`} noIndex />
      <PageTitle
        eyebrow={
          <Link to={to(`/projects/${proposal.projectId}`)}>
            <bdi>{proposal.projectTitle}</bdi>
          </Link>
        }
      >
        {mine ? t("proposals.yours") : t("proposals.by", { name: proposal.freelancer.name })}
      </PageTitle>
      <div className={classes.page}>
        {failed ? (
          <ProblemCallout
            problem={failed.problem}
            about={failed.intent === "accept" ? "acceptProposal" : "changeProposal"}
            withoutMoney
          />
        ) : null}
        <ProposalNow proposal={proposal} contractId={contractId} idempotencyKey={idempotencyKey} mine={mine} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <ProposalTerms proposal={proposal} />
            <Talk
              proposal={proposal}
              client={project.client}
              me={me}
              said={said}
              idempotencyKey={key}
              back={`/proposals/${proposal.id}`}
            />
          </div>
          <div className={classes.column}>
            <BriefFacts project={project} now={now} />
          </div>
        </div>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
