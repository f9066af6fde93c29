import { Form } from "react-router";
import type { Dispute, DisputeNote } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Textarea } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { LockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { answerOf, type RoomAnswer, useSending } from "./room-answer.ts";

/** What staff write for each other; marked as such, for no party ever sees it. */
export function StaffNotes({
  notes,
  answer,
  idempotencyKey,
}: {
  notes: readonly DisputeNote[];
  answer: RoomAnswer;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const mine = answerOf(answer, "note");
  return (
    <Panel title={t("disputesDesk.notes")} icon={<LockIcon />} quiet>
      <div className={classes.notes}>
        <p className={classes.soft}>{t("disputesDesk.notesText")}</p>
        {notes.length === 0 ? <p className={classes.soft}>{t("disputesDesk.noNotes")}</p> : null}
        <ul className={classes.notes}>
          {notes.map(({ author, text, notedAt }) => (
            <li key={notedAt + author.id} className={classes.staffOnly}>
              <p className={classes.said}>
                <bdi>{text}</bdi>
              </p>
              <p className={classes.soft}>
                <bdi>{author.name}</bdi> · <Moment at={notedAt} shape="short" />
              </p>
            </li>
          ))}
        </ul>
        {mine?.problem ? <ProblemCallout problem={mine.problem} withoutMoney /> : null}
        <Form method="post" className={classes.form} key={mine && !mine.problem ? mine.key : "first"}>
          <input type="hidden" name="intent" value="note" />
          <IdempotencyField value={mine?.key ?? idempotencyKey} />
          <Textarea
            name="text"
            label={t("disputesDesk.note")}
            required
            maxLength={5000}
            size="md"
            rows={2}
            defaultValue={mine?.problem ? mine.input.text : ""}
          />
          <SubmitButton busy={useSending("note")} variant="default">
            {t("disputesDesk.noteSend")}
          </SubmitButton>
        </Form>
      </div>
    </Panel>
  );
}

/** Whether the case is the reader's, and how it becomes so or is given back. */
export function Holding({ dispute, me, idempotencyKey }: { dispute: Dispute; me: string; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { arbiter, stage } = dispute;
  const busy = useSending(arbiter ? "leave" : "take");
  if (stage === "closed") return <p>{t("disputesDesk.closed")}</p>;
  if (arbiter && arbiter.id !== me) return <p>{t("disputesDesk.taken", { name: arbiter.name })}</p>;
  return (
    <Form method="post" className={classes.form}>
      <input type="hidden" name="intent" value={arbiter ? "leave" : "take"} />
      <IdempotencyField value={idempotencyKey} />
      <p>{t(arbiter ? "disputesDesk.yours" : "disputesDesk.takeText")}</p>
      <Button type="submit" size="md" loading={busy} variant={arbiter ? "default" : "filled"}>
        {t(arbiter ? "disputesDesk.leave" : "disputesDesk.take")}
      </Button>
    </Form>
  );
}
