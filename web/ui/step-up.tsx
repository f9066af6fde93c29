import { useEffect, useId, useRef } from "react";
import { Form, useNavigation } from "react-router";
import type { Problem } from "../api/problem.ts";
import { CHALLENGE, CODE } from "../api/step-up.ts";
import { useTranslation } from "../i18n/words.tsx";
import { TextInput } from "./fields.tsx";
import { ProblemCallout, SubmitButton } from "./forms.tsx";
import classes from "./previewed.module.css";

/**
 * The code for one act: what was typed before comes along unseen, so that exactly that is confirmed. Works without script.
 * `aboutMoney` says whether a refused code is worth a word about the money.
 */
export function StepUp({ problem, fields, back, aboutMoney = true }: Given & { fields: Typed; back: Back }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <StepUpSection problem={problem} aboutMoney={aboutMoney} amount={amountIn(fields)}>
      <Form method="post" className={classes.form} preventScrollReset>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <StepUpFields problem={problem} />
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
    </StepUpSection>
  );
}

/** What is confirmed, and where its code comes from; the form stands inside. */
export function StepUpSection({ problem, aboutMoney = true, amount = null, children }: Given & Section) {
  const { t } = useTranslation();
  const title = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.focus(), []);
  const { challenge } = problem;
  if (!challenge) return null;
  return (
    <section className={classes.plan} aria-labelledby={title} tabIndex={-1} ref={section}>
      <h3 id={title}>{t("stepUp.title")}</h3>
      {problem.code === "STEP_UP_REQUIRED" ? null : <ProblemCallout problem={problem} withoutMoney={!aboutMoney} />}
      <p>{t("stepUp.what", { action: t(wordsFor(challenge.action)) })}</p>
      {amount === null ? null : (
        <p>
          <bdi dir="ltr">{amount}</bdi>
        </p>
      )}
      <p>{t(`stepUp.by.${challenge.by}`)}</p>
      {challenge.hint === null ? null : (
        <p>
          {t("stepUp.sandbox")} <bdi dir="ltr">{challenge.hint}</bdi>
        </p>
      )}
      {children}
    </section>
  );
}

/** The code itself, and which challenge it answers. */
export function StepUpFields({ problem: { challenge } }: { problem: Problem }) {
  const { t } = useTranslation();
  if (!challenge) return null;
  const asked = { [CHALLENGE]: challenge.id, stepUpAction: challenge.action, stepUpBy: challenge.by };
  return (
    <>
      {Object.entries(asked).map(([name, value]) => (
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
    </>
  );
}

const amountIn = ({ amount, currency }: Typed): string | null => (amount && currency ? `${amount} ${currency}` : null);

/** Actions that are known here; others are named in general. */
const wordsFor = (action: string) => {
  const known = ACTIONS.find((one) => one === action);
  return known ? (`stepUp.action.${known.replace(".", "_")}` as const) : "stepUp.action.other";
};

const ACTIONS = [
  "agreement.sign",
  ...["bank_account.add", "bank_account.verify", "withdrawal.make", "payout_schedule.change"],
  ...["password.change", "second_factor.set_up", "second_factor.remove", "recovery_codes.renew"],
  ...["api_key.create", "sign_in_provider.link", "sign_in_provider.unlink"],
  ...["oauth_client.create", "roles.change", "member_role.change", "user.erase", "commission_rules.publish"],
];

type Given = { problem: Problem; aboutMoney?: boolean };
type Section = { amount?: string | null; children: React.ReactNode };
type Typed = Record<string, string>;

/** The button that leads back to what was typed. */
type Back = { name: string; value: string };
