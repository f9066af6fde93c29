import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { SubmitButton } from "../../ui/forms.tsx";
import { Intent, useSending } from "./parts.tsx";
import classes from "./projects.module.css";

/** The form inside a question that is asked once. */
export function ConfirmForm({
  intent,
  idempotencyKey,
  fields = {},
  close,
  keep,
  send,
  danger = false,
  children,
}: {
  intent: string;
  idempotencyKey: string;
  fields?: Record<string, string>;
  close: () => void;
  keep: string;
  send: string;
  danger?: boolean;
  children: React.ReactNode;
}) {
  const busy = useSending(intent);
  return (
    <Form method="post" className={classes.form} onSubmit={() => queueMicrotask(close)} preventScrollReset>
      <Intent name={intent} idempotencyKey={idempotencyKey} fields={fields} />
      {children}
      <div className={classes.confirmButtons}>
        <Button variant="default" size="md" onClick={close}>
          {keep}
        </Button>
        <SubmitButton busy={busy} variant={danger ? "danger" : "filled"}>
          {send}
        </SubmitButton>
      </div>
    </Form>
  );
}
