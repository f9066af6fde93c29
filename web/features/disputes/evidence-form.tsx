import { useState } from "react";
import { Form } from "react-router";
import type { Dispute, EvidenceType } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { type Later, useLater } from "../../offline/use-later.ts";
import { WaitingCard } from "../../offline/waiting-state.tsx";
import { drafted, useDraft } from "../../ui/draft.ts";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { answerOf, type RoomAnswer, useSending } from "./room-answer.ts";

const TYPES: readonly EvidenceType[] = [
  ...(["photo", "video", "message", "tracking", "invoice", "inspection_report", "other"] as const),
];

type Given = { dispute: Dispute; answer: RoomAnswer; idempotencyKey: string };

/** Puts a piece into the file: its limits are said before anything is picked, and that it was kept is said after. */
export function EvidenceForm({ dispute, answer, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const [uploading, setUploading] = useState(false);
  const mine = answerOf(answer, "evidence");
  const refused = mine?.problem ? mine : null;
  const errorOf = useFieldError(refused?.problem ?? null);
  const draft = useDraft(`evidence:${dispute.id}`, refused?.input.text);
  const busy = useSending("evidence");
  const later = useLater({
    ...{ kind: "evidence", person: dispute[dispute.role === "seller" ? "seller" : "buyer"].id, lane: dispute.id },
    ...{ page: `/disputes/${dispute.id}`, about: dispute.orderNumber, purpose: "evidence" },
    fields: { dispute: dispute.id },
  });
  const other = dispute.role === "buyer" ? dispute.seller.name : dispute.buyer.name;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className={classes.put}
      data-later=""
      onSubmit={(event) => later.take(event, draft.clear)}
      key={later.key ?? (mine && !mine.problem ? mine.key : "first")}
    >
      <h3>{t("disputes.add")}</h3>
      <input type="hidden" name="intent" value="evidence" />
      <IdempotencyField value={later.key ?? mine?.key ?? idempotencyKey} />
      <WhatBecameOfIt later={later} kept={Boolean(mine && !mine.problem)} other={other} again={draft.type} />
      {refused?.problem ? <ProblemCallout problem={refused.problem} /> : null}
      <p className={classes.soft}>
        {t("disputes.limits")} {t("disputes.closes")}
      </p>
      <label className={classes.field}>
        {t("disputes.evidenceType")}
        <select name="type" className={classes.select} data-select defaultValue={refused?.input.type ?? "photo"}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`disputes.type.${type}`)}
            </option>
          ))}
        </select>
      </label>
      <Textarea
        name="text"
        label={t("disputes.evidenceText")}
        {...drafted(draft)}
        error={errorOf("text")}
        required
        maxLength={5000}
        size="md"
        rows={2}
      />
      <FilePicker purpose="evidence" label={t("disputes.files")} onBusy={setUploading} />
      <div className={classes.fields}>
        <label className={classes.field}>
          {t("disputes.about")}
          <select name="claim" className={classes.select} data-select defaultValue={refused?.input.claim ?? ""}>
            <option value="">{t("disputes.whole")}</option>
            {dispute.claims.map(({ kind }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a claim's place is its name
              <option key={place} value={place}>
                {t(`raise.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <TextInput name="datedAt" type="date" label={t("disputes.dated")} size="md" error={errorOf("datedAt")} />
        <TextInput
          name="origin"
          label={t("disputes.origin")}
          description={t("disputes.originHint")}
          maxLength={300}
          size="md"
          defaultValue={refused?.input.origin}
        />
      </div>
      <SubmitButton busy={busy} disabled={uploading}>
        {t("disputes.put")}
      </SubmitButton>
    </Form>
  );
}

/** What still waits in this browser, and what was kept by us. */
function WhatBecameOfIt({
  later,
  kept,
  other,
  again,
}: {
  later: Later;
  kept: boolean;
  other: string;
  again: (text: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {later.mine.map((one) => (
        <WaitingCard key={one.key} one={one} again={({ fields: { text = "" } }) => again(text)} />
      ))}
      {kept || (later.sent > 0 && later.mine.length === 0) ? (
        <Callout tone="good" icon={<CheckCircleIcon />} role="status">
          <p>{t("disputes.saved", { name: other })}</p>
        </Callout>
      ) : null}
    </>
  );
}
