import type { PlannedMilestone } from "../../api/projects.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Money } from "../../ui/money.tsx";
import { Rounds } from "./parts.tsx";
import classes from "./projects.module.css";

/** The parts of an offer, in their sequence. */
export function MilestonePlan({ milestones }: { milestones: readonly PlannedMilestone[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.plan}>
      {milestones.map(({ title, amount, days, revisions }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: milestones of an offer are known by their place
        <li key={at}>
          <span className={classes.planNumber}>
            <bdi>{at + 1}</bdi>
          </span>
          <span className={classes.planText}>
            <bdi>{title}</bdi>
            <small>
              {t("proposals.dayCount", { count: days })} · <Rounds of={revisions} />
            </small>
          </span>
          <strong>
            <Money value={amount} />
          </strong>
        </li>
      ))}
    </ol>
  );
}
