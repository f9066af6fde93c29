import { useId, useRef } from "react";
import type { Problem } from "../api/problem.ts";
import { useTranslation } from "../i18n/words.tsx";
import { Button, type ButtonProps } from "./button.tsx";
import classes from "./forms.module.css";
import { AlertIcon, CrossIcon } from "./icons.tsx";
import { Callout } from "./panel.tsx";

/** The hidden field that makes a form's command count once, however often it is sent. */
export const IdempotencyField = ({ value }: { value: string }) => (
  <input type="hidden" name="idempotencyKey" value={value} />
);

/** A submit button that cannot be pressed again while its form is on the way. */
export function SubmitButton({
  busy,
  children,
  ...rest
}: ButtonProps & { busy: boolean; children: React.ReactNode; name?: string; value?: string }) {
  return (
    <Button type="submit" size="md" loading={busy} {...rest}>
      {children}
    </Button>
  );
}

/** A refused command: what happened, and, unless it is about an account, what happened to the money. `about` names an act that says it in words of its own, which public pages do without. */
export function ProblemCallout({
  problem,
  about,
  withoutMoney = false,
}: {
  problem: Problem;
  about?: string | undefined;
  withoutMoney?: boolean;
}) {
  const { t, i18n } = useTranslation();
  const own = `problemOf.${about}.${problem.code}`;
  const words = i18n.exists(own) ? own : `problem.${problem.code}`;
  // What says itself what to do needs no number that support would ask for.
  const clear = i18n.exists(words);
  return (
    <Callout
      tone={problem.outcomeUnknown ? "wait" : "bad"}
      role="alert"
      icon={<AlertIcon />}
      title={t(problem.outcomeUnknown ? "problem.unknownTitle" : "problem.refusedTitle")}
    >
      <p>{clear ? t(words) : <bdi>{problem.detail || problem.title}</bdi>}</p>
      {withoutMoney ? null : <p>{t(problem.outcomeUnknown ? "problem.moneyUnknown" : "problem.moneyUntouched")}</p>}
      {problem.requestId && !(clear && problem.status < 500) ? (
        <small>
          {t("problem.reference")}{" "}
          <bdi dir="ltr" className={classes.reference}>
            {problem.requestId}
          </bdi>
        </small>
      ) : null}
    </Callout>
  );
}

/** Gives the message for a field of a refused form: what the field wants, in the reader's language. */
export function useFieldError(problem: Problem | null): (field: string) => string | undefined {
  const { t, i18n } = useTranslation();
  return (field) => {
    const error = problem?.errors.find(
      (one) => one.field === field || (/[./]/.test(one.field) && one.field.split(/[./]/).at(-1) === field),
    );
    if (!error) return undefined;
    return i18n.exists(`problem.field.${field}`) ? t(`problem.field.${field}`) : error.message;
  };
}

/** A button that asks once before a step that cannot be taken back; `children` are the form and its words. */
export function Confirmed({
  label,
  title,
  children,
  button = {},
}: {
  label: string;
  title: string;
  children: (close: () => void) => React.ReactNode;
  button?: ButtonProps;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const dialogId = useId();
  const close = () => dialog.current?.close();
  return (
    <>
      <Button size="md" {...button} {...opens(dialogId, "show-modal")} onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <dialog ref={dialog} id={dialogId} aria-labelledby={titleId} className={classes.dialog}>
        <div className={classes.dialogTitle}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" {...opens(dialogId, "close")} onClick={close} aria-label={t("common.close")}>
            <CrossIcon />
          </button>
        </div>
        {children(close)}
      </dialog>
    </>
  );
}

/** Attributes by which a browser opens and closes a dialog of its own accord, before or without our script. */
const opens = (commandfor: string, command: "show-modal" | "close") => ({ commandfor, command });
