import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import classes from "./selling.module.css";

type Given = { problem: Problem | null; input: Record<string, string>; idempotencyKey: string };

export function BankForm({ problem, input, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const errorOf = useFieldError(problem);
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className={classes.form}>
      <IdempotencyField value={idempotencyKey} />
      {problem ? <ProblemCallout problem={problem} /> : null}
      <TextInput
        name="holderName"
        label={t("bank.holder")}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
        size="md"
        defaultValue={input.holderName ?? ""}
        error={errorOf("holderName")}
      />
      <TextInput
        name="accountNumber"
        label={t("bank.number")}
        description={t("bank.numberHint")}
        inputMode="numeric"
        autoComplete="off"
        pattern="[0-9]{9,18}"
        required
        withAsterisk={false}
        size="md"
        dir="ltr"
        defaultValue={input.accountNumber ?? ""}
        error={errorOf("accountNumber")}
      />
      <TextInput
        name="ifsc"
        label={t("bank.ifsc")}
        description={t("bank.ifscHint")}
        autoComplete="off"
        pattern="[A-Za-z]{4}0[A-Za-z0-9]{6}"
        maxLength={11}
        required
        withAsterisk={false}
        size="md"
        dir="ltr"
        defaultValue={input.ifsc ?? ""}
        error={errorOf("ifsc")}
      />
      <NativeSelect
        name="kind"
        label={t("bank.kindLabel")}
        defaultValue={input.kind ?? "current"}
        size="md"
        data={[
          { value: "current", label: t("bank.kind.current") },
          { value: "savings", label: t("bank.kind.savings") },
        ]}
      />
      <div>
        <SubmitButton busy={busy}>{t("bank.save")}</SubmitButton>
      </div>
    </Form>
  );
}
