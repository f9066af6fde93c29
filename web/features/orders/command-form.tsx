import { Form, useNavigation } from "react-router";
import { Button } from "../../ui/button.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import type { Plain } from "./offered.ts";
import classes from "./orders.module.css";

/** The form inside a question that is asked once before a step that cannot be taken back. */
export function CommandForm({
  intent,
  idempotencyKey,
  close,
  keep,
  send,
  danger = false,
  children,
}: {
  intent: Plain;
  idempotencyKey: string;
  close: () => void;
  keep: string;
  send: string;
  danger?: boolean;
  children: React.ReactNode;
}) {
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className={classes.confirm} onSubmit={() => queueMicrotask(close)}>
      <input type="hidden" name="intent" value={intent} />
      <IdempotencyField value={idempotencyKey} />
      {children}
      <div className={classes.confirmButtons}>
        <Button variant="default" size="md" onClick={close}>
          {keep}
        </Button>
        <SubmitButton busy={busy} {...(danger ? { color: "red.9" } : {})}>
          {send}
        </SubmitButton>
      </div>
    </Form>
  );
}
