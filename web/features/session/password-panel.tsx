import { useEffect, useRef } from "react";
import { Form } from "react-router";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, useFieldError } from "../../ui/forms.tsx";
import { CheckCircleIcon, LockIcon } from "../../ui/icons.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { StepUpFields, StepUpSection } from "../../ui/step-up.tsx";
import { ActButton } from "./act-form.tsx";
import classes from "./session.module.css";
import { PasswordField } from "./session-forms.tsx";
import type { Standing } from "./standing.ts";

const ACT = "password";

/**
 * Another password. The code is asked for inside the same form, so that what was typed stays in the browser's own fields: no page that
 * we send has a password in it. Without script both are typed once more beside the code.
 */
export function PasswordPanel({ standing, idempotencyKey }: { standing: Standing | null; idempotencyKey: string }) {
  const { t } = useTranslation();
  const mine = standing?.act === ACT ? standing : null;
  const problem = mine?.problem ?? null;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (mine?.shown) form.current?.reset();
  }, [mine]);
  const fields = { key: idempotencyKey, problem };
  return (
    <Panel title={t("account.changePassword")} icon={<LockIcon />}>
      <Form method="post" className={classes.form} preventScrollReset ref={form}>
        <input type="hidden" name="act" value={ACT} />
        <IdempotencyField value={idempotencyKey} />
        {mine?.shown ? (
          <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("account.passwordChanged")}>
            <p>{t("account.signedOutElsewhere")}</p>
          </Callout>
        ) : null}
        {problem && !problem.challenge ? <ProblemCallout problem={problem} withoutMoney /> : null}
        <CurrentPassword standing={fields} />
        <PasswordField standing={fields} fresh />
        {problem?.challenge ? (
          <StepUpSection problem={problem} aboutMoney={false}>
            <noscript>
              <p>{t("security.typeAgain")}</p>
            </noscript>
            <StepUpFields problem={problem} />
          </StepUpSection>
        ) : null}
        <ActButton act={ACT} variant={problem?.challenge ? "filled" : "default"}>
          {t(problem?.challenge ? "stepUp.confirm" : "account.changePassword")}
        </ActButton>
      </Form>
    </Panel>
  );
}

/** Whoever came by a provider may have none yet. */
function CurrentPassword({ standing: { problem } }: { standing: Pick<Standing, "problem"> }) {
  const { t } = useTranslation();
  return (
    <TextInput
      type="password"
      name="currentPassword"
      label={t("security.currentPassword")}
      description={t("security.currentPasswordHint")}
      autoComplete="current-password"
      maxLength={256}
      size="md"
      dir="ltr"
      error={useFieldError(problem)("currentPassword")}
    />
  );
}
