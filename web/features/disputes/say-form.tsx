import { useState } from "react";
import { Form } from "react-router";
import type { Dispute } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { drafted, useDraft } from "../../ui/draft.ts";
import { Textarea } from "../../ui/fields.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { ScalesIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { answerOf, type RoomAnswer, useSending } from "./room-answer.ts";

const WORDS = {
  respond: { anchor: "answer", of: "answer" },
  appeal: { anchor: "appeal", of: "appeal" },
} as const;

/** What a side says at its turn: the answer to a dispute, or the appeal against its decision. */
export function SayForm({
  intent,
  dispute,
  answer,
  idempotencyKey,
}: {
  intent: keyof typeof WORDS;
  dispute: Dispute;
  answer: RoomAnswer;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const [uploading, setUploading] = useState(false);
  const mine = answerOf(answer, intent);
  const errorOf = useFieldError(mine?.problem ?? null);
  const draft = useDraft(`${intent}:${dispute.id}`, mine?.input.text);
  const busy = useSending(intent);
  if (!dispute.actions.includes(intent)) return null;
  const { anchor, of } = WORDS[intent];
  const name = dispute.role === "buyer" ? dispute.seller.name : dispute.buyer.name;
  return (
    <Panel anchor={anchor} title={t(`disputes.${of}Title`)} icon={<ScalesIcon />}>
      <Form method="post" encType="multipart/form-data" className={classes.form} onSubmit={draft.clear}>
        <input type="hidden" name="intent" value={intent} />
        <IdempotencyField value={mine?.key ?? idempotencyKey} />
        {mine?.problem ? <ProblemCallout problem={mine.problem} /> : null}
        <Textarea
          name="text"
          label={t(`disputes.${of}Text`)}
          description={t(`disputes.${of}Hint`, { name })}
          {...drafted(draft)}
          error={errorOf("text")}
          required
          maxLength={5000}
          size="md"
          rows={4}
        />
        <FilePicker purpose="evidence" label={t("disputes.files")} onBusy={setUploading} />
        <SubmitButton busy={busy} disabled={uploading} variant={intent === "appeal" ? "default" : "filled"}>
          {t(`disputes.${of}Send`)}
        </SubmitButton>
      </Form>
    </Panel>
  );
}
