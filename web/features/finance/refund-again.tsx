import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import classes from "./finance.module.css";

/** Where staff stand with sending a refund once more: `refund` is which, `problem` why it was refused. */
export type RefundAgain = {
  intent: "refund-again";
  refund: string;
  reason: string;
  problem: Problem | null;
  key: string;
};

/** For a refund that the gateway no longer knows: only its own statement says whether it was made, so staff do. */
export function SendRefundAgain({
  id,
  again,
  idempotencyKey,
}: {
  id: string;
  again: RefundAgain | null;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const mine = again?.refund === id ? again : null;
  const errorOf = useFieldError(mine?.problem ?? null);
  const { state, formData } = useNavigation();
  return (
    <details className={classes.act} open={mine !== null || undefined}>
      <summary>{t("flight.again.open")}</summary>
      <Form method="post" className={classes.fields} preventScrollReset>
        <p>{t("flight.again.text")}</p>
        {mine?.problem ? <ProblemCallout problem={mine.problem} /> : null}
        <input type="hidden" name="intent" value="refund-again" />
        <input type="hidden" name="refund" value={id} />
        <IdempotencyField value={mine?.key ?? idempotencyKey} />
        <ReasonField value={mine?.reason} error={errorOf("reason")} />
        <div>
          <SubmitButton busy={state !== "idle" && formData?.get("refund") === id}>
            {t("flight.again.confirm")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
