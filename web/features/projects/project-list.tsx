import { Link } from "react-router";
import type { Project } from "../../api/projects.ts";
import type { Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Countdown } from "../../ui/countdown.tsx";
import { BriefcaseIcon, SearchIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { ProjectBadge } from "./badges.tsx";
import { Budget } from "./parts.tsx";
import classes from "./projects.module.css";

type Given = {
  projects: readonly Project[];
  /** Of the categories that the projects name. */
  names: Readonly<Record<string, Text>>;
  now: string;
  /** One's own are told apart by their state; others are all open. */
  own?: boolean;
};

/** What clients want made, one card each. */
export function ProjectList({ projects, names, now, own = false }: Given) {
  return (
    <ul className={classes.cards}>
      {projects.map((project) => (
        <ProjectCard key={project.id} project={project} names={names} now={now} own={own} />
      ))}
    </ul>
  );
}

function ProjectCard({ project, names, now, own }: Omit<Given, "projects"> & { project: Project }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { id, title, description, category, skills, budget, closesAt, state } = project;
  const name = category ? names[category] : undefined;
  const runs = state === "open" || state === "draft";
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <h2>
          <Link to={to(`/projects/${id}`)} className={classes.link}>
            <bdi>{title}</bdi>
          </Link>
        </h2>
        {own ? <ProjectBadge state={state} /> : null}
      </div>
      <p className={classes.excerpt} dir="auto">
        {description}
      </p>
      {name || skills.length > 0 ? <Skills category={name ? say(name) : null} skills={skills} /> : null}
      <dl className={classes.cardFacts}>
        <div>
          <dt>{t("projects.budget")}</dt>
          <dd>
            <strong>
              <Budget of={budget} />
            </strong>
          </dd>
        </div>
        {runs ? (
          <div>
            <dt>{t("projects.until")}</dt>
            <dd>
              <Moment at={closesAt} shape="day" /> (<Countdown at={closesAt} now={now} />)
            </dd>
          </div>
        ) : null}
      </dl>
    </li>
  );
}

export function Skills({ category, skills }: { category: string | null; skills: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.skills} aria-label={t("projects.skills")}>
      {category ? <li data-category>{category}</li> : null}
      {skills.map((skill) => (
        <li key={skill}>
          <bdi>{skill}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Nothing that fits, or nothing at all: then how it goes. */
export function NoProjects({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (narrowed)
    return (
      <EmptyState title={t("projects.nothing")} icon={<SearchIcon size={26} />}>
        <p>{t("projects.nothingText")}</p>
        <Link to="?">{t("projects.clear")}</Link>
      </EmptyState>
    );
  return (
    <EmptyState title={t("projects.none")} icon={<BriefcaseIcon size={26} />}>
      <HowItGoes />
      <Link to={to("/projects/new")}>{t("projects.write")}</Link>
    </EmptyState>
  );
}

/** The way of a project in four steps, for those who have none. */
export function HowItGoes() {
  const { t } = useTranslation();
  return (
    <ol className={classes.teach}>
      {(["brief", "compare", "fund", "release"] as const).map((step) => (
        <li key={step}>{t(`projects.teach.${step}`)}</li>
      ))}
    </ol>
  );
}
