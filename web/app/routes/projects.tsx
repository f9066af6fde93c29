import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { Project } from "../../api/projects.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { Markets } from "../../features/browse/results.tsx";
import { searchIn as searchOfGoods } from "../../features/browse/search.ts";
import { ProjectFilters } from "../../features/projects/filters.tsx";
import { NoProjects, ProjectList } from "../../features/projects/project-list.tsx";
import classes from "../../features/projects/projects.module.css";
import { askedOf, isNarrowed, queryOf, searchIn } from "../../features/projects/search.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { More } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { MARKETS, namesOf, WORK } from "../categories.server.ts";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const search = searchIn(searchParams);
  const asked = askedOf(search);
  asked.set("limit", "20");
  const cursor = searchParams.get("cursor");
  if (cursor) asked.set("cursor", cursor);
  const { data: projects, nextCursor } = await read<Listed<Project>>(args, `/projects?${asked}`);
  return {
    ...{ search, projects, nextCursor: nextCursor ?? null, query: queryOf(search).toString(), later: cursor !== null },
    ...{ names: namesOf(projects), groups: [...WORK], markets: [...MARKETS], readAt: realNow() },
  };
}

export default function Projects() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { search, projects, nextCursor, query, later, names, groups, markets, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("projects.title")} description={t("projects.lead")} noIndex={later || isNarrowed(search)} />
      <Markets search={searchOfGoods(new URLSearchParams())} markets={markets} market="projects" />
      <PageTitle
        aside={
          <Button component={Link} to={to("/projects/new")} size="md">
            {t("projects.write")}
          </Button>
        }
      >
        {t("projects.title")}
      </PageTitle>
      <p className={classes.lead}>{t("projects.lead")}</p>
      {shell?.me ? (
        <p className={classes.ways}>
          <Link to={to("/projects/mine")}>{t("projects.mine")}</Link>
          <Link to={to("/proposals")}>{t("proposals.title")}</Link>
          <Link to={to("/contracts")}>{t("contracts.title")}</Link>
        </p>
      ) : null}
      <ProjectFilters search={search} groups={groups} />
      {projects.length > 0 ? (
        <ProjectList projects={projects} names={names} now={shell?.clock?.now ?? readAt} />
      ) : (
        <NoProjects narrowed={isNarrowed(search)} />
      )}
      <More cursor={nextCursor} query={query} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
