import { useEffect, useState } from "react";
import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { useFirstWrong } from "../../ui/first-wrong.ts";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import classes from "./session.module.css";

/** Where a form of this part stands: its key, what was typed before (never a secret), and why it was refused. */
export type Standing = { key: string; problem: Problem | null; email?: string; name?: string };

/** A form about an account: no money is spoken of when it is refused. */
export function AccountForm({
  standing: { key, problem },
  label,
  hidden = {},
  together = false,
  children,
}: {
  standing: Standing;
  label: string;
  hidden?: Record<string, string | null>;
  /** Everything that is wrong is marked at once, by the server: a browser stops at the first. */
  together?: boolean;
  children: React.ReactNode;
}) {
  const busy = useNavigation().state !== "idle";
  const form = useFirstWrong(problem);
  const unchecked = useHydrated() && together;
  return (
    <Form ref={form} method="post" className={classes.form} noValidate={unchecked}>
      <IdempotencyField value={key} />
      {Object.entries(hidden).map(([name, value]) =>
        value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {problem ? <ProblemCallout problem={problem} withoutMoney /> : null}
      {children}
      <div>
        <SubmitButton busy={busy}>{label}</SubmitButton>
      </div>
    </Form>
  );
}

export function EmailField({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  const errorOf = useFieldError(standing.problem);
  return (
    <TextInput
      type="email"
      name="email"
      label={t("account.email")}
      autoComplete="username"
      required
      withAsterisk={false}
      maxLength={254}
      size="md"
      dir="ltr"
      defaultValue={standing.email ?? ""}
      error={errorOf("email")}
    />
  );
}

/** `fresh` asks for a password that is not known yet, and says what it must be like. */
export function PasswordField({
  standing,
  name = "password",
  fresh = false,
}: {
  standing: Standing;
  name?: string;
  fresh?: boolean;
}) {
  const { t } = useTranslation();
  const errorOf = useFieldError(standing.problem);
  return (
    <TextInput
      type="password"
      name={name}
      label={t(fresh ? "account.newPassword" : "account.password")}
      {...(fresh && { description: t("account.passwordHint"), minLength: 10 })}
      autoComplete={fresh ? "new-password" : "current-password"}
      required
      withAsterisk={false}
      maxLength={256}
      size="md"
      dir="ltr"
      error={errorOf(name)}
    />
  );
}

/** Six digits, or a recovery code where that was chosen. */
export function CodeField({ standing, recovery = false }: { standing: Standing; recovery?: boolean }) {
  const { t } = useTranslation();
  const errorOf = useFieldError(standing.problem);
  return (
    <TextInput
      key={recovery ? "recovery" : "code"}
      name={recovery ? "recoveryCode" : "code"}
      label={t(recovery ? "account.recoveryCode" : "account.code")}
      autoComplete="one-time-code"
      {...(!recovery && { inputMode: "numeric" as const, pattern: "[0-9]{6}", maxLength: 6 })}
      required
      withAsterisk={false}
      size="md"
      dir="ltr"
      error={errorOf(recovery ? "recoveryCode" : "code")}
    />
  );
}

/** The token of a mailed link, which stands behind its `#` and so in no log; whoever has no scripts pastes it. */
export function TokenField() {
  const { t } = useTranslation();
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => setToken(/^#token=([\w-]+)$/.exec(window.location.hash)?.[1] ?? null), []);
  if (token !== null) return <input type="hidden" name="token" value={token} />;
  return (
    <TextInput
      name="token"
      label={t("account.token")}
      description={t("account.tokenHint")}
      autoComplete="off"
      required
      withAsterisk={false}
      size="md"
      dir="ltr"
    />
  );
}
