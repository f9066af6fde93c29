import { useState } from "react";
import { Form, useNavigation } from "react-router";
import type { DisputeProblem } from "../../api/disputes.ts";
import type { Problem } from "../../api/problem.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { drafted, useDraft } from "../../ui/draft.ts";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { AlertIcon } from "../../ui/icons.tsx";
import { moneyInText } from "../../ui/money.tsx";
import { Callout } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { claimsFor } from "./problems-for.ts";
import { otherOf } from "./triage.tsx";

export type Raised = { problem: Problem; input: Record<string, string>; key: string } | null;

/** The formal case: what is asked for, what happened, and what shows it. Said before: the money is frozen at once. */
export function RaiseForm({
  order,
  problem,
  failed,
  idempotencyKey,
}: {
  order: Order;
  problem: DisputeProblem;
  failed: Raised;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const [uploading, setUploading] = useState(false);
  const busy = useNavigation().formData?.get("intent") === "dispute";
  const draft = useDraft(`dispute:${order.id}`, failed?.input.text);
  const errorOf = useFieldError(failed?.problem ?? null);
  const name = otherOf(order);
  const total = moneyInText(order.escrow.amount, intl);
  return (
    <details className={classes.raise} open={failed !== null || undefined}>
      <summary>{t("triage.remedy.dispute.go")}</summary>
      <Form method="post" encType="multipart/form-data" className={classes.form} onSubmit={draft.clear}>
        <input type="hidden" name="intent" value="dispute" />
        <input type="hidden" name="problem" value={problem} />
        <IdempotencyField value={failed?.key ?? idempotencyKey} />
        {failed ? <ProblemCallout problem={failed.problem} /> : null}
        <ClaimFields order={order} problem={problem} input={failed?.input ?? {}} errorOf={errorOf} />
        <Textarea
          name="text"
          label={t("raise.text")}
          description={t("raise.textHint", { name })}
          {...drafted(draft)}
          error={errorOf("text")}
          required
          maxLength={5000}
          size="md"
          rows={4}
        />
        <FilePicker purpose="evidence" label={t("raise.files")} onBusy={setUploading} />
        <Callout tone="wait" icon={<AlertIcon />}>
          <p>{t("raise.consequence", { amount: total, name })}</p>
        </Callout>
        <SubmitButton busy={busy} disabled={uploading} variant="danger">
          {t("raise.send")}
        </SubmitButton>
      </Form>
    </details>
  );
}

type Fields = {
  order: Order;
  problem: DisputeProblem;
  input: Record<string, string>;
  errorOf: ReturnType<typeof useFieldError>;
};

function ClaimFields({ order, problem, input, errorOf }: Fields) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const claims = claimsFor(order, problem);
  const { amount } = order.escrow;
  return (
    <div className={classes.claimFields}>
      <input type="hidden" name="currency" value={amount.currency} />
      <fieldset className={classes.radios}>
        <legend>{t("raise.claim")}</legend>
        {claims.map((kind, place) => (
          <label key={kind} className={classes.radio}>
            <input
              type="radio"
              name="claim"
              value={kind}
              required
              defaultChecked={input.claim ? input.claim === kind : place === 0}
            />
            <span>{t(`raise.kind.${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      {claims.includes("partial_refund") ? (
        <div className={classes.partly}>
          <TextInput
            name="amount"
            label={t("raise.amount")}
            description={t("raise.amountHint", { total: moneyInText(amount, intl) })}
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            size="md"
            defaultValue={input.amount}
            error={errorOf("amount")}
          />
        </div>
      ) : null}
      <TextInput
        name="claimText"
        label={t("raise.claimText")}
        maxLength={300}
        size="md"
        defaultValue={input.claimText}
        error={errorOf("claims")}
      />
    </div>
  );
}
