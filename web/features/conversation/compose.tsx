import { useEffect, useRef, useState } from "react";
import type { useFetcher } from "react-router";
import type { Subject } from "../../api/conversations.ts";
import type { Problem } from "../../api/problem.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import type { Later } from "../../offline/use-later.ts";
import { drafted, useDraft } from "../../ui/draft.ts";
import { Textarea } from "../../ui/fields.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import classes from "./thread.module.css";

/** What became of a message: sent, or refused with the text as it was typed. */
export type SendAnswer = { sent: boolean; problem: Problem | null; text: string; key: string };

/** The field for the next message. With a script it is sent without leaving the page; a draft is kept until it was. */
export function Compose({
  fetcher,
  conversation,
  subject,
  idempotencyKey,
  back,
  asArbiter,
  later,
}: {
  fetcher: ReturnType<typeof useFetcher<SendAnswer>>;
  conversation: string | null;
  subject: Subject;
  idempotencyKey: string;
  back: string;
  asArbiter: boolean;
  /** Keeps what was written until it is sent; an arbiter's words go the usual way. */
  later: Later | null;
}) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const hydrated = useHydrated();
  const [uploading, setUploading] = useState(false);
  const [sentBefore, setSentBefore] = useState(0);
  const answer = fetcher.data;
  const refused = fetcher.state === "idle" && answer && !answer.sent ? answer : null;
  const draft = useDraft(`message:${subject.id}`, refused?.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const busy = fetcher.state !== "idle";
  const kept = later?.key ?? null;
  useEffect(() => {
    if (!answer?.sent && !kept) return;
    setSentBefore((count) => count + 1);
    field.current?.focus({ preventScroll: true });
  }, [answer, kept]);
  return (
    <fetcher.Form
      method="post"
      action={to("/messages")}
      encType="multipart/form-data"
      className={classes.compose}
      data-later={later ? "" : undefined}
      onSubmit={(event) => (later ? later.take(event, draft.clear) : draft.clear())}
    >
      <input type="hidden" name="intent" value={asArbiter ? "arbiter" : "send"} />
      <input type="hidden" name="conversation" value={conversation ?? ""} />
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="subject" value={subject.id} />
      <input type="hidden" name="back" value={back} />
      {hydrated ? <input type="hidden" name="alive" value="1" /> : null}
      <IdempotencyField value={later?.key ?? answer?.key ?? idempotencyKey} />
      {refused?.problem ? <ProblemCallout problem={refused.problem} withoutMoney /> : null}
      <Textarea
        ref={field}
        name="text"
        label={t(asArbiter ? "thread.writeToBoth" : "thread.write")}
        description={t(asArbiter ? "thread.bothHint" : "thread.hint")}
        {...drafted(draft)}
        required
        maxLength={4000}
        size="md"
        rows={2}
      />
      <details className={classes.attach}>
        <summary>{t("thread.attach")}</summary>
        <FilePicker key={sentBefore} purpose="message" label={t("work.files")} onBusy={setUploading} />
      </details>
      <SubmitButton busy={busy} disabled={uploading} variant="default">
        {t("thread.send")}
      </SubmitButton>
    </fetcher.Form>
  );
}
