import { TextInput } from "@mantine/core";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Form, useNavigation } from "react-router";
import type { Problem } from "../api/problem.ts";
import { CHALLENGE, CODE } from "../api/step-up.ts";
import { ProblemCallout, SubmitButton } from "./forms.tsx";
import classes from "./previewed.module.css";

/** The code for one act: what was typed before comes along unseen, so that exactly that is confirmed. Works without script. */
export function StepUp({ problem, fields, back }: { problem: Problem; fields: Record<string, string>; back: Back }) {
  const { t } = useTranslation();
  const title = useId();
  const busy = useNavigation().state !== "idle";
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  const { challenge } = problem;
  if (!challenge) return null;
  const asked = { [CHALLENGE]: challenge.id, stepUpAction: challenge.action, stepUpBy: challenge.by };
  return (
    <section className={classes.plan} aria-labelledby={title} tabIndex={-1} ref={section}>
      <h3 id={title}>{t("stepUp.title")}</h3>
      {problem.code === "STEP_UP_REQUIRED" ? null : <ProblemCallout problem={problem} />}
      <p>{t("stepUp.what", { action: t(wordsFor(challenge.action)) })}</p>
      {fields.amount && fields.currency ? (
        <p>
          <bdi dir="ltr">
            {fields.amount} {fields.currency}
          </bdi>
        </p>
      ) : null}
      <p>{t(`stepUp.by.${challenge.by}`)}</p>
      {challenge.hint === null ? null : (
        <p>
          {t("stepUp.sandbox")} <bdi dir="ltr">{challenge.hint}</bdi>
        </p>
      )}
      <Form method="post" className={classes.form} preventScrollReset>
        {Object.entries({ ...fields, ...asked }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextInput
          name={CODE}
          label={t("stepUp.code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9]{6}"
          maxLength={6}
          required
          withAsterisk={false}
          size="md"
          dir="ltr"
        />
        <div className={classes.buttons}>
          <SubmitButton busy={busy}>{t("stepUp.confirm")}</SubmitButton>
        </div>
      </Form>
      <Form method="post" preventScrollReset>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton busy={false} variant="default" name={back.name} value={back.value}>
          {t("preview.change")}
        </SubmitButton>
      </Form>
    </section>
  );
}

/** Actions that are known here; others are named in general. */
function wordsFor(action: string) {
  switch (action) {
    case "bank_account.add":
      return "stepUp.action.bank_account_add";
    case "bank_account.verify":
      return "stepUp.action.bank_account_verify";
    case "withdrawal.make":
      return "stepUp.action.withdrawal_make";
    case "payout_schedule.change":
      return "stepUp.action.payout_schedule_change";
    default:
      return "stepUp.action.other";
  }
}

/** The button that leads back to what was typed. */
type Back = { name: string; value: string };
