import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { TermFields, ValidFor } from "../../ui/term-fields.tsx";
import classes from "./negotiations.module.css";

/** What a form of an offer begins with where nothing is on the table yet. */
export const FIRST_OFFER = {
  ...{ quantity: "1", bearer: "buyer", paymentHours: "48", dispatchDays: "5", deliveryDays: "10" },
  ...{ inspectionDays: "3", validForHours: "72" },
} as const;

/** Price, quantity, shipping, times and words, in one form. */
export function OfferForm({
  typed,
  currency,
  problem,
  idempotencyKey,
  label,
  children,
}: {
  typed: Readonly<Record<string, string>>;
  currency: string;
  problem: Problem | null;
  idempotencyKey: string;
  label: string;
  children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { state, formData } = useNavigation();
  return (
    <Form method="post" className={classes.form} preventScrollReset>
      <input type="hidden" name="intent" value="offer" />
      <IdempotencyField value={idempotencyKey} />
      {problem ? <ProblemCallout problem={problem} about="negotiation" /> : null}
      <TermFields typed={typed} currency={currency} problem={problem} />
      <ValidFor typed={typed} />
      {children}
      <p className={classes.soft}>{t("negotiation.offerMeans")}</p>
      <SubmitButton busy={state !== "idle" && formData?.get("intent") === "offer"}>{label}</SubmitButton>
    </Form>
  );
}
