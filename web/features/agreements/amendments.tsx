import { Form, useNavigation } from "react-router";
import type { Agreement, Amendment } from "../../api/negotiations.ts";
import type { Problem } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirmed, IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { HandshakeIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import { FreeTerms, TermFields, typedOf } from "../../ui/term-fields.tsx";
import { ChangeList } from "../../ui/term-list.tsx";
import { changesIn } from "../../ui/terms.ts";
import classes from "./agreements.module.css";
import { amendable, amendmentOf } from "./standing.ts";

type Given = {
  agreement: Agreement;
  /** What came of this panel's forms. */
  answer: { problem: Problem | null; input: Record<string, string>; key: string } | null;
  idempotencyKey: string;
};

const TONES: Record<Amendment["status"], Tone> = {
  ...{ proposed: "wait", accepted: "good", declined: "bad", withdrawn: "calm" },
} as const;

/** Changes to what was agreed: the one that waits, those before it, and the form for another. */
export function Amendments({ agreement, answer, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const waiting = amendmentOf(agreement);
  const past = agreement.amendments.filter(({ status }) => status !== "proposed").reverse();
  const scope = amendable(agreement);
  if (!waiting && past.length === 0 && !scope) return null;
  const refused = answer?.problem && answer.input.intent !== "propose" ? answer.problem : null;
  return (
    <Panel title={t("agreement.amendments")} icon={<HandshakeIcon />} anchor="amendments">
      <div className={classes.amendments}>
        {refused ? <ProblemCallout problem={refused} about="agreement" /> : null}
        {waiting ? (
          <Waiting agreement={agreement} amendment={waiting} idempotencyKey={answer?.key ?? idempotencyKey} />
        ) : null}
        {scope ? <Propose {...{ agreement, answer, idempotencyKey, scope }} /> : null}
        {past.map((one) => (
          <div key={one.id} className={classes.amendment}>
            <div className={classes.who}>
              <By agreement={agreement} amendment={one} />
              <Badge tone={TONES[one.status]}>{t(`agreement.amendmentStatus.${one.status}`)}</Badge>
            </div>
            <ChangeList changes={changesIn(one.changes)} />
          </div>
        ))}
      </div>
    </Panel>
  );
}

function By({ agreement: { role, terms }, amendment }: { agreement: Agreement; amendment: Amendment }) {
  const { t } = useTranslation();
  return (
    <span className={classes.soft}>
      {amendment.by === role ? t("actor.you") : <bdi>{terms[amendment.by].name}</bdi>} ·{" "}
      <Moment at={amendment.decidedAt ?? amendment.proposedAt} shape="short" />
    </span>
  );
}

type Acting = { agreement: Agreement; amendment: Amendment; idempotencyKey: string };

function Waiting({ agreement, amendment, idempotencyKey }: Acting) {
  const { t } = useTranslation();
  const { formData } = useNavigation();
  const mine = amendment.by === agreement.role;
  return (
    <div className={classes.amendment} data-waits>
      <div className={classes.who}>
        <By agreement={agreement} amendment={amendment} />
        <Badge tone="wait">{t(`agreement.amendmentStatus.${mine ? "waits" : "yours"}`)}</Badge>
      </div>
      <ChangeList changes={changesIn(amendment.changes)} />
      <div className={classes.ways}>
        {mine ? null : <AcceptAmendment agreement={agreement} amendment={amendment} idempotencyKey={idempotencyKey} />}
        <ActForm intent="decline" amendment={amendment} idempotencyKey={idempotencyKey}>
          <SubmitButton busy={formData?.get("intent") === "decline"} variant="default">
            {t(mine ? "agreement.takeBack" : "agreement.decline")}
          </SubmitButton>
        </ActForm>
      </div>
    </div>
  );
}

function AcceptAmendment({ agreement, amendment, idempotencyKey }: Acting) {
  const { t } = useTranslation();
  const { formData } = useNavigation();
  return (
    <Confirmed label={t("agreement.acceptChange")} title={t("agreement.acceptChangeTitle")}>
      {(close) => (
        <ActForm
          intent="accept"
          amendment={amendment}
          idempotencyKey={idempotencyKey}
          onSubmit={() => queueMicrotask(close)}
        >
          <ChangeList changes={changesIn(amendment.changes)} />
          <p>{t(`agreement.acceptChangeText.${agreement.status}`)}</p>
          <div className={classes.confirmButtons}>
            <Button variant="default" size="md" onClick={close}>
              {t("negotiation.notYet")}
            </Button>
            <SubmitButton busy={formData?.get("intent") === "accept"}>{t("agreement.acceptChange")}</SubmitButton>
          </div>
        </ActForm>
      )}
    </Confirmed>
  );
}

function ActForm({
  intent,
  amendment,
  idempotencyKey,
  onSubmit,
  children,
}: {
  intent: string;
  amendment: Amendment;
  idempotencyKey: string;
  onSubmit?: () => void;
  children: React.ReactNode;
}) {
  return (
    <Form method="post" className={classes.confirm} onSubmit={onSubmit} preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="amendment" value={amendment.id} />
      <IdempotencyField value={idempotencyKey} />
      {children}
    </Form>
  );
}

/** The terms as they are, to be changed; while money is held its amounts and deadlines stand. */
function Propose({ agreement, answer, idempotencyKey, scope }: Given & { scope: "all" | "words" }) {
  const { t } = useTranslation();
  const { formData } = useNavigation();
  const mine = answer?.input.intent === "propose" ? answer : null;
  const typed = { ...typedOf(agreement.terms), ...(mine?.problem ? mine.input : {}) };
  return (
    <details className={classes.make} open={mine?.problem ? true : undefined}>
      <summary>{t("agreement.propose")}</summary>
      <Form method="post" className={classes.form} preventScrollReset>
        <input type="hidden" name="intent" value="propose" />
        <input type="hidden" name="scope" value={scope} />
        <IdempotencyField value={mine?.key ?? idempotencyKey} />
        {mine?.problem ? <ProblemCallout problem={mine.problem} about="agreement" /> : null}
        <p className={classes.soft}>{t(`agreement.proposeText.${scope}`)}</p>
        {scope === "all" ? (
          <TermFields typed={typed} currency={agreement.terms.unitPrice.currency} problem={mine?.problem ?? null} />
        ) : (
          <FreeTerms typed={typed} />
        )}
        <SubmitButton busy={formData?.get("intent") === "propose"} variant="default">
          {t("agreement.proposeSend")}
        </SubmitButton>
      </Form>
    </details>
  );
}
