import { useState } from "react";
import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Order } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { drafted, useDraft } from "../../ui/draft.ts";
import { Textarea } from "../../ui/fields.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { IdempotencyField, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { CheckCircleIcon, ReturnIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { useWords } from "../../ui/words.ts";
import classes from "./work.module.css";
import { usedOf } from "./work.tsx";

export type Typed = { intent: string; problem: Problem; input: Record<string, string> } | null;
type Given = { order: Order; idempotencyKey: string; failed: Typed };

/** The forms by which work is handed over and changed, each where the order takes it now. */
export function WorkForms(given: Given) {
  const { actions } = given.order;
  return (
    <>
      {actions.includes("deliver") ? <DeliverForm {...given} /> : null}
      {actions.includes("request_revision") ? <ChangesForm {...given} /> : null}
    </>
  );
}

function DeliverForm({ order, idempotencyKey, failed }: Given) {
  const { t } = useTranslation();
  const words = useWords(order.kind);
  const [uploading, setUploading] = useState(false);
  const busy = useBusy("deliver");
  const mine = failed?.intent === "deliver" ? failed : null;
  const errorOf = useFieldError(mine?.problem ?? null);
  const draft = useDraft(`deliver:${order.id}`, mine?.input.message);
  return (
    <Panel anchor="deliver" title={t(words("work.deliverTitle"))} icon={<CheckCircleIcon />}>
      <Form method="post" encType="multipart/form-data" className={classes.form} onSubmit={draft.clear}>
        <input type="hidden" name="intent" value="deliver" />
        <IdempotencyField value={idempotencyKey} />
        <Textarea
          name="message"
          label={t("work.message")}
          description={t("work.messageHint")}
          {...drafted(draft)}
          error={errorOf("message")}
          required
          maxLength={5000}
          size="md"
          rows={3}
        />
        <FilePicker purpose="delivery" most={20} label={t("work.files")} onBusy={setUploading} />
        <Textarea
          name="links"
          label={t("work.links")}
          description={t("work.linksHint")}
          defaultValue={mine?.input.links}
          error={errorOf("links")}
          dir="ltr"
          size="md"
          rows={1}
        />
        <SubmitButton busy={busy} disabled={uploading}>
          {t("work.send")}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

function ChangesForm({ order, idempotencyKey, failed }: Given) {
  const { t } = useTranslation();
  const busy = useBusy("request_revision");
  const mine = failed?.intent === "request_revision" ? failed : null;
  const errorOf = useFieldError(mine?.problem ?? null);
  const draft = useDraft(`changes:${order.id}`, mine?.input.message);
  if (!order.work) return null;
  const { used, total } = usedOf(order.work);
  return (
    <Panel
      anchor="request_revision"
      title={t("work.changesTitle", { number: used + 1, total })}
      icon={<ReturnIcon />}
      quiet
    >
      <Form method="post" className={classes.form} onSubmit={draft.clear}>
        <input type="hidden" name="intent" value="request_revision" />
        <IdempotencyField value={idempotencyKey} />
        <Textarea
          name="message"
          label={t("work.changesText")}
          description={t("work.changesHint")}
          {...drafted(draft)}
          error={errorOf("message")}
          required
          maxLength={5000}
          size="md"
          rows={3}
        />
        <SubmitButton busy={busy} variant="default">
          {t("work.changesSend")}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

function useBusy(intent: string): boolean {
  const { state, formData } = useNavigation();
  return state !== "idle" && formData?.get("intent") === intent;
}
