import type { DisputeProblem, Outcome, ProblemOutcomes } from "../../api/disputes.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ScalesIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./help.module.css";

const ENDS: readonly Outcome[] = ["refund", "split", "release"];

/** What silence would bring, as the processes have it: what never came goes back, what came is halved. */
const RULES: Readonly<Record<DisputeProblem, string>> = {
  ...{ not_arrived: "undelivered", not_delivered: "undelivered", buyer_silent: "either", other: "either" },
  ...{ damaged: "delivered", not_as_agreed: "delivered", want_to_return: "delivered" },
};

/** Typical cases and how they ended; of what was decided too rarely, the rule alone. */
export function Outcomes({ outcomes }: { outcomes: readonly ProblemOutcomes[] }) {
  const { t } = useTranslation();
  if (outcomes.length === 0) return null;
  return (
    <Panel anchor="outcomes" title={t("pastCases.title")} icon={<ScalesIcon />}>
      <p className={classes.goal}>{t("pastCases.text")}</p>
      <ul className={classes.outcomes}>
        {outcomes.map(({ problem, decided }) => (
          <li key={problem}>
            <h3>{t(`triage.problem.${problem}`)}</h3>
            {decided ? <Shares decided={decided} /> : <p>{t(`pastCases.rule.${RULES[problem]}`)}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Shares({ decided }: { decided: Record<Outcome, number> }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const all = ENDS.reduce((sum, end) => sum + decided[end], 0);
  const percent = new Intl.NumberFormat(intl, { style: "percent" });
  return (
    <>
      <p className={classes.goal}>{t("pastCases.decided", { count: all })}</p>
      <div className={classes.shares} aria-hidden="true">
        {ENDS.map((end) => (
          <span key={end} data-end={end} style={{ flexGrow: decided[end] }} />
        ))}
      </div>
      <ul className={classes.ends}>
        {ENDS.map((end) => (
          <li key={end} data-end={end}>
            <bdi>{percent.format(decided[end] / all)}</bdi> {t(`pastCases.end.${end}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
