import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import type { Project, Proposal } from "../../api/projects.ts";
import { newKey, read } from "../../api/server.ts";
import type { User } from "../../api/types.ts";
import { ProposalForm } from "../../features/projects/proposal-form.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { offer } from "../project-acts.ts";
import { pathPart } from "../query.ts";

/** An offer for a project, or one that is changed: the route says which. */
export async function loader(args: LoaderFunctionArgs) {
  await read<User>(args, "/users/me");
  const { projectId, id } = args.params;
  const proposal = id ? await read<Proposal>(args, `/proposals/${pathPart(id)}`) : null;
  const project = await read<Project>(args, `/projects/${pathPart(proposal?.projectId ?? projectId)}`);
  const page = proposal ? `/proposals/${proposal.id}` : `/projects/${project.id}`;
  const may = proposal ? proposal.actions.includes("change") : project.actions.includes("propose");
  if (!may) throw redirect(`/${args.params.lang}${page}`);
  return { project, proposal, page, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => {
  const { projectId, id = "" } = args.params;
  return offer(args, projectId ? { project: projectId } : { proposal: id });
};

export default function Propose() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { project, proposal, page, key } = useLoaderData<typeof loader>();
  const typed = useAnswer<typeof action>() ?? null;
  const title = t(proposal ? "proposals.changeTitle" : "proposals.makeTitle");
  return (
    <>
      <PageMeta title={title} noIndex />
      <PageTitle
        eyebrow={
          <Link to={to(`/projects/${project.id}`)}>
            <bdi>{project.title}</bdi>
          </Link>
        }
      >
        {title}
      </PageTitle>
      <ProposalForm
        project={project}
        proposal={proposal}
        typed={typed}
        problem={typed?.problem ?? null}
        idempotencyKey={typed?.key ?? key}
        back={to(page)}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
