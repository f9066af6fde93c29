import { Link } from "react-router";
import type { Project, Proposal } from "../../api/projects.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { ArrowIcon } from "../../ui/icons.tsx";
import classes from "./projects.module.css";

type Given = {
  project: Project;
  /** One's own. */
  proposals: readonly Proposal[];
  /** Somebody who is signed in; others are asked who they are on the way. */
  known: boolean;
};

/** To one's own offer, or to the form for one. */
export function FreelancerActs({ project, proposals, known }: Given) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const standing = proposals.find(({ state }) => state === "open" || state === "accepted");
  const mine = standing ?? proposals[0];
  const offers = !standing && takesOffers(project, known);
  return (
    <section className={classes.now} data-mine={offers || undefined} aria-labelledby="project-now">
      <h2 id="project-now">{t(headingOf(project, standing, offers))}</h2>
      {offers ? <p className={classes.soft}>{t("projects.offerText")}</p> : null}
      <div className={classes.buttons}>
        {offers ? (
          <Button component={Link} to={to(`/projects/${project.id}/propose`)} size="md" rightSection={<ArrowIcon />}>
            {t("proposals.make")}
          </Button>
        ) : null}
        {mine ? (
          <Button component={Link} to={to(`/proposals/${mine.id}`)} size="md" variant={offers ? "default" : "filled"}>
            {t("proposals.see")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

const takesOffers = ({ actions, state }: Project, known: boolean): boolean =>
  actions.includes("propose") || (state === "open" && !known);

function headingOf({ state }: Project, standing: Proposal | undefined, offers: boolean): string {
  if (standing) return `proposals.now.freelancer.${standing.state}`;
  return offers ? "projects.offerNow" : `projects.over.${state}`;
}
