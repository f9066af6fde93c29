import type { Dispute } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { CheckIcon, ClockIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { stepStates } from "./step-states.ts";

/** The way of a dispute: each step with its clock, and what happens where nobody does anything. */
export function Steps({ dispute, now }: { dispute: Dispute; now: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("disputes.steps")} icon={<ClockIcon />}>
      <ol className={classes.steps}>
        {stepStates(dispute).map(({ step, state }) => (
          <li key={step} data-state={state} aria-current={state === "now" ? "step" : undefined}>
            <span className={classes.stepDot} aria-hidden="true">
              {state === "past" ? <CheckIcon size={13} /> : null}
            </span>
            <div>
              <strong>{t(`disputes.step.${step}.name`)}</strong>
              {state === "now" && dispute.deadline ? (
                <p className={classes.due}>
                  <Deadline at={dispute.deadline.dueAt} now={now} />
                </p>
              ) : null}
              {state === "past" ? null : <p>{t(`disputes.step.${step}.rule`)}</p>}
            </div>
          </li>
        ))}
      </ol>
      {dispute.stage === "closed" ? null : <p className={classes.soft}>{t("disputes.settleAny")}</p>}
    </Panel>
  );
}
