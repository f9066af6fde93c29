import { useEffect, useId, useRef } from "react";
import { Form, Link, useNavigation } from "react-router";
import type { Attempt } from "../api/attempt.ts";
import { useTranslation } from "../i18n/words.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "./forms.tsx";
import { CheckCircleIcon } from "./icons.tsx";
import { Callout } from "./panel.tsx";
import classes from "./previewed.module.css";
import { StepUp } from "./step-up.tsx";

export type Fields = { input: Record<string, string>; errorOf: (field: string) => string | undefined };

type Words = { preview: string; planned: string; confirm: string; done: string };

/**
 * An act in two steps: what it would do is shown by the server before it may be confirmed, and what is confirmed is what was
 * shown. Works without script, one page after the other.
 */
export function Previewed<Outcome>({
  form,
  intent,
  attempt,
  idempotencyKey,
  words,
  fields,
  outcome,
  danger = false,
}: {
  /** Tells this form from others of the page. */
  form: string;
  intent: string;
  attempt: Attempt<Outcome> | null;
  idempotencyKey: string;
  words: Words;
  fields: (given: Fields) => React.ReactNode;
  outcome: (outcome: Outcome, input: Record<string, string>) => React.ReactNode;
  danger?: boolean;
}) {
  const mine = attempt?.form === form ? attempt : null;
  const key = mine?.key ?? idempotencyKey;
  const hidden = { form, intent, idempotencyKey: key };
  if (mine?.step === "done" && mine.outcome !== null)
    return <Done title={words.done}>{outcome(mine.outcome, mine.input)}</Done>;
  if (mine?.step === "planned" && mine.outcome !== null)
    return (
      <Plan hidden={{ ...mine.input, ...hidden }} words={words} danger={danger}>
        {outcome(mine.outcome, mine.input)}
      </Plan>
    );
  if (mine?.problem?.challenge)
    return (
      <StepUp
        problem={mine.problem}
        fields={{ ...mine.input, ...hidden, step: "confirm" }}
        back={{ name: "step", value: "edit" }}
      />
    );
  return <Editing attempt={mine} hidden={hidden} label={words.preview} fields={fields} />;
}

function Editing<Outcome>({
  attempt,
  hidden,
  label,
  fields,
}: {
  attempt: Attempt<Outcome> | null;
  hidden: Record<string, string>;
  label: string;
  fields: (given: Fields) => React.ReactNode;
}) {
  const problem = attempt?.problem ?? null;
  const errorOf = useFieldError(problem);
  const busy = useBusy(hidden.form, "preview");
  return (
    <Form method="post" className={classes.form} preventScrollReset>
      <Hidden values={hidden} />
      {problem ? <ProblemCallout problem={problem} about={hidden.intent} /> : null}
      {fields({ input: attempt?.input ?? {}, errorOf })}
      <div>
        <SubmitButton busy={busy} variant="default" name="step" value="preview">
          {label}
        </SubmitButton>
      </div>
    </Form>
  );
}

function Plan({
  hidden,
  words,
  danger,
  children,
}: {
  hidden: Record<string, string>;
  words: Words;
  danger: boolean;
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const busy = useBusy(hidden.form, "confirm");
  const title = useId();
  const { idempotencyKey = "", ...rest } = hidden;
  return (
    <section className={classes.plan} aria-labelledby={title} tabIndex={-1} ref={useArrival()}>
      <h3 id={title}>{words.planned}</h3>
      {children}
      <Form method="post" className={classes.buttons} preventScrollReset>
        <Hidden values={rest} />
        <IdempotencyField value={idempotencyKey} />
        <SubmitButton busy={busy} name="step" value="confirm" {...(danger ? { color: "red.9" } : {})}>
          {words.confirm}
        </SubmitButton>
        <SubmitButton busy={false} variant="default" name="step" value="edit">
          {t("preview.change")}
        </SubmitButton>
      </Form>
    </section>
  );
}

function Done({ title, children }: { title: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.done} tabIndex={-1} ref={useArrival()}>
      <Callout tone="good" icon={<CheckCircleIcon />} title={title} role="status">
        {children}
      </Callout>
      <p>
        <Link to="?" preventScrollReset>
          {t("preview.again")}
        </Link>
      </p>
    </div>
  );
}

const Hidden = ({ values }: { values: Record<string, string> }) =>
  Object.entries(values)
    .filter(([name]) => name !== "step")
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);

function useBusy(form: string | undefined, step: "preview" | "confirm"): boolean {
  const { state, formData } = useNavigation();
  return state !== "idle" && formData?.get("form") === form && formData?.get("step") === step;
}

/** What has just come onto the page is read from there on. */
function useArrival<Element extends HTMLElement>(): React.RefObject<Element | null> {
  const arrived = useRef<Element>(null);
  useEffect(() => arrived.current?.focus(), []);
  return arrived;
}
