import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { allPages } from "../../api/all-pages.ts";
import type { Project, Proposal } from "../../api/projects.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { Listed, User } from "../../api/types.ts";
import { Brief, BriefFacts, ClientActs, Protected } from "../../features/projects/brief.tsx";
import { FreelancerActs } from "../../features/projects/freelancer-acts.tsx";
import classes from "../../features/projects/projects.module.css";
import { orderIn } from "../../features/projects/proposal-order.ts";
import { ProposalsCompare } from "../../features/projects/proposals-compare.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { major } from "../../ui/money.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { namesOf } from "../categories.server.ts";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { JsonLd } from "../json-ld.tsx";
import { PageMeta } from "../page-meta.tsx";
import { actOnProject } from "../project-acts.ts";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const path = `/projects/${pathPart(args.params.id)}`;
  const [project, me] = await Promise.all([read<Project>(args, path), readOptional<User>(args, "/users/me")]);
  const proposals = me
    ? await allPages((end) => readOptional<Listed<Proposal>>(args, `${path}/proposals?limit=100${end}`))
    : [];
  const { searchParams } = new URL(args.request.url);
  const [category = null] = Object.values(namesOf([project]));
  const own = me !== null && project.client?.id === me.id;
  return {
    ...{ project, own, category, proposals },
    ...{ order: orderIn(searchParams.get("by")), from: searchParams.get("from") },
    ...{ readAt: realNow(), key: newKey() },
  };
}

export const action = (args: ActionFunctionArgs) => actOnProject(args);

export default function ProjectPage() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { project, own, category, proposals, order, from, readAt, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const idempotencyKey = failed?.key ?? key;
  const open = project.state === "open";
  return (
    <>
      <PageMeta title={project.title} description={project.description.slice(0, 200)} noIndex={!open} />
      {open ? <StructuredData project={project} /> : null}
      <PageTitle
        eyebrow={
          <Link to={to(own ? "/projects/mine" : "/projects")}>{t(own ? "projects.mine" : "projects.title")}</Link>
        }
      >
        <bdi>{project.title}</bdi>
      </PageTitle>
      <div className={classes.page}>
        {failed ? (
          <ProblemCallout
            problem={failed.problem}
            about={failed.intent === "accept" ? "acceptProposal" : "changeProposal"}
            withoutMoney
          />
        ) : null}
        {own ? <ClientActs project={project} idempotencyKey={idempotencyKey} /> : null}
        {own ? null : <FreelancerActs project={project} proposals={proposals} known={shell?.me != null} />}
        {own && project.state !== "draft" ? (
          <ProposalsCompare {...{ project, proposals, order, from, idempotencyKey }} />
        ) : null}
        <div className={classes.columns}>
          <div className={classes.column}>
            <Brief project={project} category={category} />
          </div>
          <div className={classes.column}>
            <BriefFacts project={project} now={shell?.clock?.now ?? readAt} />
            <Protected />
          </div>
        </div>
      </div>
    </>
  );
}

/** What is asked for, in the words of schema.org: a demand for a service, at a price between two. */
function StructuredData({ project }: { project: Project }) {
  const { title, description, budget, publishedAt, closesAt } = project;
  return (
    <JsonLd
      facts={{
        "@type": "Demand",
        name: title,
        description,
        availabilityStarts: publishedAt,
        availabilityEnds: closesAt,
        itemOffered: { "@type": "Service", name: title },
        priceSpecification: {
          "@type": "PriceSpecification",
          priceCurrency: budget.min.currency,
          minPrice: major(budget.min),
          maxPrice: major(budget.max),
        },
      }}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
