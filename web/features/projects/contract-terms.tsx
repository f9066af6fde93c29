import { Form, Link } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Contract, Project, Proposal } from "../../api/projects.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Textarea } from "../../ui/fields.tsx";
import { ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { CrossIcon, DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Callout, Facts, Panel } from "../../ui/panel.tsx";
import classes from "./contract.module.css";
import { useWordedError } from "./field-errors.ts";
import { Intent, useSending } from "./parts.tsx";
import { type Seen, sharesOf } from "./progress.ts";

/** What the two have agreed on: the brief, the offer that was taken, the price. */
export function ContractTerms({
  contract,
  project,
  proposal,
}: {
  contract: Contract;
  project: Project | null;
  proposal: Proposal | null;
}) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { client, freelancer, price, madeAt, overAt, milestones, projectId, proposalId } = contract;
  const days = milestones.reduce((sum, one) => sum + one.days, 0);
  return (
    <Panel title={t("contracts.terms")} icon={<DocumentIcon />}>
      <Facts
        rows={[
          { key: "price", name: t("proposals.price"), value: <Money value={price} exact />, strong: true },
          { key: "days", name: t("proposals.days"), value: t("proposals.dayCount", { count: days }) },
          { key: "client", name: t("projects.client"), value: <bdi>{client.name}</bdi> },
          { key: "freelancer", name: t("contracts.freelancer"), value: <bdi>{freelancer.name}</bdi> },
          { key: "made", name: t("contracts.madeAt"), value: <Moment at={madeAt} shape="day" /> },
          ...(overAt ? [{ key: "over", name: t("contracts.overAt"), value: <Moment at={overAt} shape="day" /> }] : []),
        ]}
      />
      {project ? (
        <details className={classes.text}>
          <summary>{t("contracts.brief")}</summary>
          <p className={classes.said} dir="auto">
            {project.description}
          </p>
          <Link to={to(`/projects/${projectId}`)}>{t("contracts.toProject")}</Link>
        </details>
      ) : null}
      {proposal ? (
        <details className={classes.text}>
          <summary>{t("contracts.offer")}</summary>
          <p className={classes.said} dir="auto">
            {proposal.message}
          </p>
          <Link to={to(`/proposals/${proposalId}`)}>{t("contracts.toProposal")}</Link>
        </details>
      ) : null}
    </Panel>
  );
}

/** Why it was ended, and by whom. */
export function Ended({ contract }: { contract: Contract }) {
  const { t } = useTranslation();
  const { ended, client, freelancer } = contract;
  if (!ended) return null;
  const by = ended.by === client.id ? client : freelancer;
  return (
    <Callout icon={<CrossIcon />} title={t("contracts.endedBy", { name: by.name })}>
      <p>
        <bdi>{ended.reason}</bdi>
      </p>
    </Callout>
  );
}

type EndGiven = {
  contract: Contract;
  seen: readonly Seen[];
  typed: string;
  problem: Problem | null;
  idempotencyKey: string;
};

/** Ends the contract between milestones; what becomes of money that was paid ahead is said first. */
export function EndForm({ contract, seen, typed, problem, idempotencyKey }: EndGiven) {
  const { t } = useTranslation();
  const busy = useSending("end");
  const errorOf = useWordedError(problem, "contracts");
  const { escrow } = sharesOf(contract, seen);
  if (!contract.actions.includes("end")) return null;
  return (
    <details className={classes.end} open={problem !== null || undefined}>
      <summary>{t("contracts.endTitle")}</summary>
      <Form method="post" className={classes.form} preventScrollReset>
        <Intent name="end" idempotencyKey={idempotencyKey} />
        {problem ? <ProblemCallout problem={problem} about="endContract" /> : null}
        <p>
          {escrow.amount > 0 ? (
            <Trans
              i18nKey="contracts.endHeld"
              components={{ money: <Money value={escrow} />, strong: <strong /> }}
              values={{ name: contract.client.name }}
            />
          ) : (
            t("contracts.endNothing")
          )}{" "}
          {t("contracts.endFinal")}
        </p>
        <Textarea
          name="reason"
          label={t("contracts.reason")}
          description={t("contracts.reasonHint")}
          defaultValue={typed}
          required
          maxLength={300}
          size="md"
          rows={2}
          dir="auto"
          error={errorOf("reason")}
        />
        <SubmitButton busy={busy} variant="danger">
          {t("contracts.endSend")}
        </SubmitButton>
      </Form>
    </details>
  );
}
