import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import type { Project } from "../../api/projects.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { Clock, User } from "../../api/types.ts";
import { BriefForm } from "../../features/projects/brief-form.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { daysFrom, saveBrief } from "../brief-acts.ts";
import { WORK } from "../categories.server.ts";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

/** A new brief, or one that is changed. */
export async function loader(args: LoaderFunctionArgs) {
  // Whoever is not signed in is asked to before anything is typed.
  const [, clock] = await Promise.all([read<User>(args, "/users/me"), readOptional<Clock>(args, "/sandbox/clock")]);
  const { id } = args.params;
  const project = id ? await read<Project>(args, `/projects/${pathPart(id)}`) : null;
  if (project && !project.actions.includes("change")) throw redirect(`/${args.params.lang}/projects/${project.id}`);
  return { project, groups: [...WORK], days: daysFrom(clock?.now ?? realNow()), key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const saved = await saveBrief(args, await args.request.formData());
  if (saved.ok) throw redirect(`/${args.params.lang}/projects/${saved.id}`);
  return data(saved.failed, { status: 422 });
}

export default function ProjectEdit() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { project, groups, days, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>() ?? null;
  const title = t(project ? "projects.editTitle" : "projects.newTitle");
  return (
    <>
      <PageMeta title={title} noIndex />
      <PageTitle eyebrow={project ? <bdi>{project.title}</bdi> : undefined}>{title}</PageTitle>
      <BriefForm
        project={project}
        groups={groups}
        typed={failed?.input ?? null}
        problem={failed?.problem ?? null}
        idempotencyKey={failed?.key ?? key}
        days={days}
        back={to(project ? `/projects/${project.id}` : "/projects")}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
