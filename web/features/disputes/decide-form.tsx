import { Form } from "react-router";
import type { Dispute, Outcome } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { drafted, useDraft } from "../../ui/draft.ts";
import { Textarea } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { AlertIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { answerOf, type RoomAnswer, useSending } from "./room-answer.ts";

const OUTCOMES: readonly Outcome[] = ["refund", "release", "split"];

/** The decision: a finding for every claim, who gets what, and the reasons that both sides will read. */
export function DecideForm({
  dispute,
  answer,
  idempotencyKey,
  split,
}: {
  dispute: Dispute;
  answer: RoomAnswer;
  idempotencyKey: string;
  /** The field for the division, with what each then gets. */
  split: (initial: string | undefined, error: string | undefined) => React.ReactNode;
}) {
  const { t } = useTranslation();
  const mine = answerOf(answer, "decide");
  const input = mine?.input ?? {};
  const errorOf = useFieldError(mine?.problem ?? null);
  const draft = useDraft(`decide:${dispute.id}`, input.reasons);
  const words = { buyer: dispute.buyer.name, seller: dispute.seller.name };
  const last = dispute.appealedBy !== null;
  return (
    <Panel anchor="decide" title={t("disputesDesk.decide")} icon={<ScalesIcon />}>
      <Form method="post" className={classes.decide} onSubmit={draft.clear}>
        <input type="hidden" name="intent" value="decide" />
        <input type="hidden" name="claims" value={dispute.claims.length} />
        <IdempotencyField value={mine?.key ?? idempotencyKey} />
        {mine?.problem ? <ProblemCallout problem={mine.problem} /> : null}
        {dispute.claims.map((claim, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a claim's place is its name
          <FindingFields key={place} place={place} name={t(`raise.kind.${claim.kind}`)} input={input} />
        ))}
        <fieldset className={classes.radios}>
          <legend>{t("disputesDesk.which")}</legend>
          {OUTCOMES.map((outcome) => (
            <label key={outcome} className={classes.radio}>
              <input type="radio" name="outcome" value={outcome} required defaultChecked={input.outcome === outcome} />
              <span>{t(`disputesDesk.outcome.${outcome}`, words)}</span>
            </label>
          ))}
        </fieldset>
        <div className={classes.divide}>{split(input.refund, errorOf("refund"))}</div>
        <Textarea
          name="reasons"
          label={t("disputesDesk.reasons")}
          description={t("disputesDesk.reasonsHint")}
          {...drafted(draft)}
          error={errorOf("reasons")}
          required
          maxLength={5000}
          size="md"
          rows={4}
        />
        <Callout tone="wait" icon={<AlertIcon />}>
          <p>{t(last ? "disputesDesk.second" : "disputesDesk.first")}</p>
        </Callout>
        <SubmitButton busy={useSending("decide")}>{t("disputesDesk.send")}</SubmitButton>
      </Form>
    </Panel>
  );
}

function FindingFields({ place, name, input }: { place: number; name: string; input: Record<string, string> }) {
  const { t } = useTranslation();
  const upheld = input[`upheld-${place}`];
  return (
    <fieldset className={classes.finding}>
      <legend>
        {t("disputesDesk.finding")}: {name}
      </legend>
      <div className={classes.inline}>
        {(["yes", "no"] as const).map((answer) => (
          <label key={answer} className={classes.radio}>
            <input type="radio" name={`upheld-${place}`} value={answer} required defaultChecked={upheld === answer} />
            <span>{t(answer === "yes" ? "disputesDesk.upheld" : "disputesDesk.dismissed")}</span>
          </label>
        ))}
      </div>
      <Textarea
        name={`why-${place}`}
        label={t("disputesDesk.why")}
        required
        maxLength={5000}
        size="md"
        rows={2}
        defaultValue={input[`why-${place}`]}
      />
    </fieldset>
  );
}
