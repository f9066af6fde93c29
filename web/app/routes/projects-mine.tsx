import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { Project, ProjectState } from "../../api/projects.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { NoProjects, ProjectList } from "../../features/projects/project-list.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { More, StateLinks } from "../../ui/list-parts.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { namesOf } from "../categories.server.ts";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { listAsked } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

const STATES: readonly ProjectState[] = ["draft", "open", "awarded", "closed", "expired"];

export async function loader(args: LoaderFunctionArgs) {
  const { shown, asked } = listAsked(args.request, STATES);
  const { data: projects, nextCursor } = await read<Listed<Project>>(args, `/projects/mine?${asked}`);
  return { projects, names: namesOf(projects), shown, nextCursor: nextCursor ?? null, readAt: realNow() };
}

export default function ProjectsMine() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { projects, names, shown, nextCursor, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("projects.mine")} noIndex />
      <PageTitle
        eyebrow={<Link to={to("/projects")}>{t("projects.title")}</Link>}
        aside={
          <Button component={Link} to={to("/projects/new")} size="md">
            {t("projects.write")}
          </Button>
        }
      >
        {t("projects.mine")}
      </PageTitle>
      {projects.length > 0 || shown ? (
        <StateLinks
          label={t("projects.filter")}
          states={STATES}
          chosen={shown}
          words={(state) => t(`projects.show.${state}`)}
        />
      ) : null}
      {projects.length > 0 ? (
        <ProjectList projects={projects} names={names} now={shell?.clock?.now ?? readAt} own />
      ) : (
        <NoProjects narrowed={shown !== null} />
      )}
      <More cursor={nextCursor} query={shown ? `show=${shown}` : ""} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
