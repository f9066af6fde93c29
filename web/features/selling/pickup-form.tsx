import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import classes from "./selling.module.css";

const FIELDS = [
  { name: "line1", autoComplete: "address-line1", most: 100, required: true },
  { name: "line2", autoComplete: "address-line2", most: 100, required: false },
  { name: "city", autoComplete: "address-level2", most: 60, required: true },
  { name: "postcode", autoComplete: "postal-code", most: 6, required: true },
] as const;

/** Where couriers fetch parcels. */
export function PickupForm({
  problem,
  input,
  idempotencyKey,
}: {
  problem: Problem | null;
  input: Readonly<Record<string, string>>;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const errorOf = useFieldError(problem);
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className={classes.form}>
      <IdempotencyField value={idempotencyKey} />
      {problem ? <ProblemCallout problem={problem} withoutMoney /> : null}
      {FIELDS.map(({ name, autoComplete, most, required }) => (
        <TextInput
          key={name}
          name={name}
          label={t(`pickup.${name}`)}
          autoComplete={autoComplete}
          maxLength={most}
          required={required}
          withAsterisk={false}
          size="md"
          {...(name === "postcode" ? { inputMode: "numeric", dir: "ltr", pattern: "[1-9][0-9]{5}" } : {})}
          defaultValue={input[name] ?? ""}
          error={errorOf(name)}
        />
      ))}
      <div>
        <SubmitButton busy={busy}>{t("pickup.save")}</SubmitButton>
      </div>
    </Form>
  );
}
