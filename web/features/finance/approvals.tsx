import { Form, Link } from "react-router";
import type { Attempt } from "../../api/attempt.ts";
import type { Approval, Entries } from "../../api/finance.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon, CheckCircleIcon, PersonIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import classes from "./finance.module.css";
import { ReasonedAct } from "./reasoned-act.tsx";

const TONES: Record<Approval["status"], Tone> = { waiting: "wait", approved: "good", declined: "bad", expired: "calm" };

type Given = { attempt: Attempt<Entries> | null; idempotencyKey: string; now: string };

/** What one of the staff wants done and another must look at; whoever may not approve it sees why. */
export function WaitingApprovals({
  approvals,
  children,
  ...given
}: Given & { approvals: Approval[]; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("approval.waiting")} icon={<PersonIcon />}>
      {approvals.length === 0 ? (
        <EmptyState title={t("approval.none")} icon={<CheckCircleIcon size={26} />}>
          <p>{t("approval.noneText")}</p>
        </EmptyState>
      ) : (
        <ul className={classes.items}>
          {approvals.map((approval) => (
            <li key={approval.id}>
              <Facts approval={approval} now={given.now} />
              {approval.mayApprove ? (
                <Approve approval={approval} {...given} />
              ) : (
                <p className={classes.soft}>{t("approval.notYou")}</p>
              )}
              <Decline approval={approval} {...given} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </Panel>
  );
}

/** `further` says that there are others before or behind those of this page. */
export function DecidedApprovals({
  approvals,
  now,
  further,
  children,
}: {
  approvals: Approval[];
  now: string;
  further: boolean;
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  if (approvals.length === 0 && !further) return null;
  return (
    <Panel title={t("approval.decided")} icon={<ScalesIcon />} quiet anchor="decided">
      <ul className={classes.items}>
        {approvals.map((approval) => (
          <li key={approval.id}>
            <Facts approval={approval} now={now} />
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  );
}

function Facts({ approval, now }: { approval: Approval; now: string }) {
  const { t } = useTranslation();
  const { kind, status, amount, authors, content, reason, proposedAt, expiresAt } = approval;
  return (
    <div className={classes.head}>
      <div>
        <Badge tone={TONES[status]} icon={<PersonIcon size={16} />}>
          {t(`approval.status.${status}`)}
        </Badge>
        <p>
          <strong>{t(`approval.kind.${kind}`)}</strong>
          {content.decision ? <>: {t(`decision.kind.${content.decision}`)}</> : null}
        </p>
        {content.refund ? (
          <p>
            {t("approval.back")} <Money value={content.refund} exact />
          </p>
        ) : null}
        <p className={classes.soft}>
          {t("approval.by")} <bdi>{authors.map(({ name }) => name).join(", ")}</bdi> ·{" "}
          <Moment at={proposedAt} shape="short" />
        </p>
        <p className={classes.soft}>
          {t("preview.reason")}: <bdi>{reason}</bdi>
        </p>
        {status === "waiting" ? (
          <p className={classes.soft}>
            {t("approval.until")} <Deadline at={expiresAt} now={now} />
          </p>
        ) : null}
        <Ending approval={approval} />
        <Subject approval={approval} />
      </div>
      <div className={classes.amounts}>
        <strong>
          <Money value={amount} exact />
        </strong>
      </div>
    </div>
  );
}

function Ending({ approval: { decidedBy, decidedAt, decisionReason } }: { approval: Approval }) {
  const { t } = useTranslation();
  if (!decidedBy || !decidedAt) return null;
  return (
    <>
      <p className={classes.soft}>
        {t("approval.decidedBy")} <bdi>{decidedBy.name}</bdi> · <Moment at={decidedAt} shape="short" />
      </p>
      {decisionReason ? (
        <p className={classes.soft}>
          {t("approval.why")}: <bdi>{decisionReason}</bdi>
        </p>
      ) : null}
    </>
  );
}

function Subject({ approval: { kind, subject } }: { approval: Approval }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (kind === "order_decision") return <Link to={to(`/orders/${subject}`)}>{t("approval.order")}</Link>;
  return (
    <bdi dir="ltr" className={classes.code}>
      {subject}
    </bdi>
  );
}

function Approve({ approval: { id, version }, attempt, idempotencyKey }: Given & { approval: Approval }) {
  const { t } = useTranslation();
  const words = { open: t("approval.open"), confirm: t("approval.approve"), done: t("approval.approved") };
  return (
    <ReasonedAct
      intent="approve"
      longestReason={null}
      {...{ id, attempt, idempotencyKey, words }}
      more={() => <input type="hidden" name="version" value={version} />}
    />
  );
}

function Decline({ approval: { id, version }, idempotencyKey }: Given & { approval: Approval }) {
  const { t } = useTranslation();
  return (
    <details className={classes.act}>
      <summary>{t("approval.decline.open")}</summary>
      <Form method="post" className={classes.fields} preventScrollReset>
        <input type="hidden" name="intent" value="decline" />
        <input type="hidden" name="form" value={id} />
        <input type="hidden" name="version" value={version} />
        <IdempotencyField value={idempotencyKey} />
        <ReasonField />
        <div>
          <SubmitButton busy={false} variant="default" leftSection={<AlertIcon size={16} />}>
            {t("approval.decline.confirm")}
          </SubmitButton>
        </div>
      </Form>
    </details>
  );
}
