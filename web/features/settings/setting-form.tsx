import { Form, useNavigation } from "react-router";
import type { Saved } from "../../api/settings.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useFirstWrong } from "../../ui/first-wrong.ts";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import classes from "./settings.module.css";

export type Given = { saved: Saved; idempotencyKey: string };

/** Of several forms of one kind `of` names the thing that each is about. */
export const savedBy = (saved: Saved, act: string, of = ""): Saved =>
  saved?.act === act && saved.of === of ? saved : null;

/** One of the forms of the settings, with what became of it. */
export function SettingForm({
  act,
  of = "",
  saved,
  idempotencyKey,
  fields = {},
  done,
  className = classes.form,
  together = false,
  onSubmit,
  children,
}: Given & {
  act: string;
  of?: string;
  fields?: Record<string, string>;
  /** Said once it was saved. */
  done?: string;
  className?: string | undefined;
  /** Everything that is wrong is marked at once, by the server: a browser stops at the first. */
  together?: boolean;
  onSubmit?: React.SubmitEventHandler<HTMLFormElement>;
  children: React.ReactNode;
}) {
  const mine = savedBy(saved, act, of);
  const form = useFirstWrong(mine?.problem ?? null);
  const unchecked = useHydrated() && together;
  return (
    <Form
      ref={form}
      method="post"
      className={className}
      noValidate={unchecked}
      preventScrollReset
      {...(onSubmit && { onSubmit })}
    >
      <input type="hidden" name="act" value={act} />
      {of ? <input type="hidden" name="id" value={of} /> : null}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <IdempotencyField value={saved?.key ?? idempotencyKey} />
      {mine?.problem ? <ProblemCallout problem={mine.problem} withoutMoney /> : null}
      {mine && !mine.problem && done ? (
        <Callout tone="good" icon={<CheckCircleIcon />} role="status">
          <p>{done}</p>
        </Callout>
      ) : null}
      {children}
    </Form>
  );
}

/** Waits while its own form is on the way. */
export function SettingButton({
  act,
  of = "",
  variant = "default",
  children,
}: {
  act: string;
  of?: string;
  variant?: "default" | "filled" | "danger" | "subtle";
  children: React.ReactNode;
}) {
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("act") === act && String(formData.get("id") ?? "") === of;
  return (
    <div>
      <SubmitButton busy={busy} variant={variant}>
        {children}
      </SubmitButton>
    </div>
  );
}

/** What is shown once: it can be copied now, and never again. */
export function OnceShown({ secret }: { secret: string | null | undefined }) {
  const { t } = useTranslation();
  if (!secret) return null;
  return (
    <div className={classes.secret} role="status">
      <strong>{t("settings.secretTitle")}</strong>
      <p>{t("settings.secretText")}</p>
      <code>
        <bdi dir="ltr">{secret}</bdi>
      </code>
    </div>
  );
}
