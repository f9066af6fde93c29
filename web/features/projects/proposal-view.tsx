import { Link } from "react-router";
import type { Proposal } from "../../api/projects.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirmed } from "../../ui/forms.tsx";
import { ArrowIcon, CoinIcon, MessageIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { ProposalBadge } from "./badges.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { MilestonePlan } from "./milestone-plan.tsx";
import classes from "./projects.module.css";
import { Accept, Decline } from "./proposals-compare.tsx";

type Given = { proposal: Proposal; contractId: string | null; idempotencyKey: string };

/** Where an offer stands and what its reader may do about it. */
export function ProposalNow({ proposal, contractId, idempotencyKey, mine }: Given & { mine: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { id, state, actions } = proposal;
  return (
    <section
      className={classes.now}
      data-mine={actions.includes("accept") || contractId !== null || undefined}
      aria-labelledby="proposal-now"
    >
      <div className={classes.nowHead}>
        <h2 id="proposal-now">{t(`proposals.now.${mine ? "freelancer" : "client"}.${state}`)}</h2>
        <ProposalBadge state={state} />
      </div>
      <div className={classes.buttons}>
        {contractId ? (
          <Button component={Link} to={to(`/contracts/${contractId}`)} size="md" rightSection={<ArrowIcon />}>
            {t("projects.toContract")}
          </Button>
        ) : null}
        {actions.includes("accept") ? <Accept proposal={proposal} idempotencyKey={idempotencyKey} /> : null}
        {actions.includes("decline") ? <Decline proposal={proposal} idempotencyKey={idempotencyKey} /> : null}
        {actions.includes("change") ? (
          <Button component={Link} to={to(`/proposals/${id}/edit`)} size="md" variant="default">
            {t("proposals.change")}
          </Button>
        ) : null}
        {actions.includes("withdraw") ? (
          <Confirmed
            label={t("proposals.withdraw")}
            title={t("proposals.withdrawTitle")}
            button={{ variant: "subtle" }}
          >
            {(close) => (
              <ConfirmForm
                intent="withdraw"
                idempotencyKey={idempotencyKey}
                close={close}
                keep={t("projects.keep")}
                send={t("proposals.withdraw")}
                danger
              >
                <p>{t("proposals.withdrawText")}</p>
              </ConfirmForm>
            )}
          </Confirmed>
        ) : null}
      </div>
    </section>
  );
}

/** The letter and the plan of an offer. */
export function ProposalTerms({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { price, days, message, milestones, freelancer } = proposal;
  return (
    <>
      <Panel title={t("proposals.whyTitle")} icon={<MessageIcon />}>
        <p className={classes.soft}>
          <bdi>{freelancer.name}</bdi>
        </p>
        <p className={classes.said} dir="auto">
          {message}
        </p>
      </Panel>
      <Panel title={t("proposals.milestones")} icon={<CoinIcon />}>
        <MilestonePlan milestones={milestones} />
        <Facts
          rows={[
            { key: "price", name: t("proposals.price"), value: <Money value={price} exact />, strong: true },
            { key: "days", name: t("proposals.days"), value: t("proposals.dayCount", { count: days }) },
          ]}
        />
      </Panel>
    </>
  );
}
