import { Form, useNavigation } from "react-router";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { StepUp } from "../../ui/step-up.tsx";
import classes from "./session.module.css";
import type { Standing } from "./standing.ts";

/** One of the forms of the account's page: its act, why it was refused, and in its place the question for a code. */
export function ActForm({
  act,
  standing,
  idempotencyKey,
  children,
  className = classes.form,
}: {
  act: string;
  standing: Standing | null;
  idempotencyKey: string;
  children: React.ReactNode;
  className?: string | undefined;
}) {
  const mine = standing?.act === act ? standing : null;
  if (mine?.problem?.challenge)
    return (
      <StepUp
        problem={mine.problem}
        fields={{ act, ...mine.input, idempotencyKey }}
        back={{ name: "back", value: "1" }}
        aboutMoney={false}
      />
    );
  return (
    <Form method="post" className={className} preventScrollReset>
      <input type="hidden" name="act" value={act} />
      <IdempotencyField value={idempotencyKey} />
      {mine?.problem ? <ProblemCallout problem={mine.problem} withoutMoney /> : null}
      {children}
    </Form>
  );
}

/** The button of a form, which waits while its own form is on the way. */
export function ActButton({
  act,
  children,
  id,
  variant = "default",
}: {
  act: string;
  children: React.ReactNode;
  /** Of the thing in a list that it is about. */
  id?: string;
  variant?: "default" | "filled" | "subtle";
}) {
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("act") === act && (id === undefined || formData.get("id") === id);
  return (
    <div>
      <SubmitButton busy={busy} variant={variant} {...(id !== undefined && { name: "id", value: id })}>
        {children}
      </SubmitButton>
    </div>
  );
}

/** Rights in words; one that has none here by its name. */
export function Scopes({ scopes }: { scopes: string[] }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className={classes.scopes}>
      {scopes.map((scope) => {
        const words = `scope.${scope.replaceAll(":", "_")}`;
        return <li key={scope}>{i18n.exists(words) ? t(words) : <bdi dir="ltr">{scope}</bdi>}</li>;
      })}
    </ul>
  );
}
