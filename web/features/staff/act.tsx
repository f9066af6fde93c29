import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Acted } from "../../api/staff.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { AlertIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { StepUp } from "../../ui/step-up.tsx";
import classes from "./staff.module.css";

export type Typed = { typed: Record<string, string>; errorOf: (field: string) => string | undefined };

/** One act of staff: what was typed stays, a refusal is said above it, and a code is asked for in its place where it needs one. */
export function StaffAct({
  act,
  acted,
  idempotencyKey,
  label,
  variant = "default",
  children,
}: {
  act: string;
  acted: Acted | null;
  idempotencyKey: string;
  label: string;
  variant?: "default" | "filled" | "danger";
  children?: (given: Typed) => React.ReactNode;
}) {
  const mine = acted?.act === act ? acted : null;
  const errorOf = useFieldError(mine?.problem ?? null);
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("act") === act;
  const key = mine?.key ?? idempotencyKey;
  if (mine?.problem?.challenge)
    return (
      <StepUp
        problem={mine.problem}
        fields={{ ...mine.input, act, idempotencyKey: key }}
        back={{ name: "back", value: "1" }}
        aboutMoney={false}
      />
    );
  return (
    <Form method="post" className={classes.form} preventScrollReset>
      <input type="hidden" name="act" value={act} />
      <IdempotencyField value={key} />
      {mine?.problem ? <Refused act={act} problem={mine.problem} /> : null}
      {children?.({ typed: mine?.input ?? {}, errorOf })}
      <div>
        <SubmitButton busy={busy} variant={variant}>
          {label}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** In words of the act's own where there are some. */
function Refused({ act, problem }: { act: string; problem: Problem }) {
  const { t, i18n } = useTranslation();
  const own = `staffProblem.${act}.${problem.code}`;
  if (!i18n.exists(own)) return <ProblemCallout problem={problem} withoutMoney />;
  return (
    <Callout tone="bad" role="alert" icon={<AlertIcon />} title={t("problem.refusedTitle")}>
      <p>{t(own)}</p>
    </Callout>
  );
}

/** Why; kept in the log. */
export const Reason = ({ typed, errorOf, ...given }: Typed & { longest: number; label?: string; hint?: string }) => (
  <ReasonField value={typed.reason} error={errorOf("reason")} {...given} />
);
