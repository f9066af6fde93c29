import { Form, useNavigation } from "react-router";
import type { Money as Amount } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./projects.module.css";

/** What the client has in mind to pay: two amounts, or the one that they are. */
export function Budget({ of: { min, max } }: { of: { min: Amount; max: Amount } }) {
  if (min.amount === max.amount) return <Money value={min} />;
  return (
    <bdi dir="ltr" className={classes.range}>
      <Money value={min} /> – <Money value={max} />
    </bdi>
  );
}

/** A command that needs no words: one button, sent once. */
export function CommandButton({
  intent,
  idempotencyKey,
  label,
  fields = {},
  ...button
}: {
  intent: string;
  idempotencyKey: string;
  label: string;
  fields?: Record<string, string>;
  variant?: "filled" | "default" | "subtle";
}) {
  const busy = useSending(intent);
  return (
    <Form method="post" preventScrollReset>
      <Intent name={intent} idempotencyKey={idempotencyKey} fields={fields} />
      <SubmitButton busy={busy} {...button}>
        {label}
      </SubmitButton>
    </Form>
  );
}

export const Intent = ({
  name,
  idempotencyKey,
  fields = {},
}: {
  name: string;
  idempotencyKey: string;
  fields?: Record<string, string>;
}) => (
  <>
    <input type="hidden" name="intent" value={name} />
    <IdempotencyField value={idempotencyKey} />
    {Object.entries(fields).map(([field, value]) => (
      <input key={field} type="hidden" name={field} value={value} />
    ))}
  </>
);

export function useSending(intent: string): boolean {
  const { state, formData } = useNavigation();
  return state !== "idle" && formData?.get("intent") === intent;
}

/** How often changes may be asked for. */
export function Rounds({ of: count }: { of: number }) {
  const { t } = useTranslation();
  return count === 0 ? t("proposals.noRevisions") : t("proposals.revisionCount", { count });
}
