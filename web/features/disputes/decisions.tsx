import type { Decision, Dispute } from "../../api/disputes.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { CheckCircleIcon, CrossIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./disputes.module.css";

/** What was decided, the last word first: who gets what, a finding for each claim, and why. */
export function Decisions({ dispute }: { dispute: Dispute }) {
  return [...dispute.decisions]
    .reverse()
    .map((decision) => <DecisionCard key={decision.instance} decision={decision} dispute={dispute} />);
}

function DecisionCard({ decision, dispute }: { decision: Decision; dispute: Dispute }) {
  const { t } = useTranslation();
  const { instance, arbiter, findings, reasons, decidedAt } = decision;
  const waiting = dispute.stage === "appeal_window" && dispute.deadline;
  return (
    <Panel title={t(instance === 1 ? "disputes.decision" : "disputes.secondDecision")} icon={<ScalesIcon />}>
      <div className={classes.claim}>
        <p className={classes.outcome}>
          <OutcomeSentence decision={decision} dispute={dispute} />
        </p>
        <p className={classes.soft}>
          {t("disputes.by")} <bdi>{arbiter.name}</bdi> · <Moment at={decidedAt} shape="short" />
        </p>
        <ol className={classes.findings}>
          {findings.map(({ claim, upheld, reasons: why }) => (
            <li key={claim}>
              <span className={classes.pieceHead}>
                <strong>{t(`raise.kind.${dispute.claims[claim]?.kind ?? "refund"}`)}</strong>
                <Badge
                  tone={upheld ? "good" : "calm"}
                  icon={upheld ? <CheckCircleIcon size={16} /> : <CrossIcon size={16} />}
                >
                  {t(upheld ? "disputes.upheld" : "disputes.dismissed")}
                </Badge>
              </span>
              <p className={classes.said}>
                <bdi>{why}</bdi>
              </p>
            </li>
          ))}
        </ol>
        <div>
          <h3>{t("disputes.reasons")}</h3>
          <p className={classes.said}>
            <bdi>{reasons}</bdi>
          </p>
        </div>
        {waiting ? (
          <p>
            {t("disputes.carried")} <Moment at={waiting.dueAt} />
          </p>
        ) : null}
        {instance > 1 ? <p className={classes.soft}>{t("disputes.final")}</p> : null}
        {instance === 1 && dispute.appealedBy ? (
          <p>
            {dispute.appealedBy === dispute.role
              ? t("disputes.appealedByYou")
              : t("disputes.appealedBy", { name: dispute[dispute.appealedBy].name })}
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

/** Who gets how much of the price; what the seller's part comes to after commission stands with the offers. */
function OutcomeSentence({ decision, dispute }: { decision: Decision; dispute: Dispute }) {
  const { refund, outcome } = decision;
  const { amount, buyer, seller } = dispute;
  const rest = refund && { ...amount, amount: amount.amount - refund.amount };
  return (
    <Trans
      i18nKey={`disputes.outcome.${outcome}`}
      components={{
        back: refund ? <Money value={refund} /> : <span />,
        rest: rest ? <Money value={rest} /> : <span />,
      }}
      values={{ buyer: buyer.name, seller: seller.name }}
    />
  );
}
