import { Link } from "react-router";
import type { Project, Proposal } from "../../api/projects.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Confirmed } from "../../ui/forms.tsx";
import { CheckIcon, CoinIcon, HandshakeIcon, PersonIcon } from "../../ui/icons.tsx";
import { More } from "../../ui/list-parts.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import { ProposalBadge } from "./badges.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { MilestonePlan } from "./milestone-plan.tsx";
import classes from "./projects.module.css";
import { ORDERS, type Order, partOf, sorted, strengthsOf } from "./proposal-order.ts";

type Given = {
  project: Project;
  /** All of them: the cheapest is the cheapest of all. */
  proposals: readonly Proposal[];
  order: Order;
  /** From which one on they are shown, as the address bar says it. */
  from: string | null;
  idempotencyKey: string;
};

/** What was offered for one's project: those that wait for an answer side by side, the rest below. */
export function ProposalsCompare({ project, proposals, order, from, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const open = sorted(
    proposals.filter(({ state }) => state === "open"),
    order,
  );
  const answered = proposals.filter(({ state }) => state !== "open");
  const strengths = strengthsOf(open);
  const { part, next } = partOf(open, from);
  const none = proposals.length === 0 ? "proposals.receivedTitle" : "proposals.noneWaiting";
  const title = open.length === 0 ? t(none) : t("proposals.received", { count: open.length });
  return (
    <section id="proposals" aria-labelledby="proposals-title" className={classes.proposals}>
      <div className={classes.proposalsHead}>
        <h2 id="proposals-title">{title}</h2>
        {open.length > 1 ? <SortLinks order={order} /> : null}
      </div>
      {proposals.length === 0 ? (
        <EmptyState title={t("proposals.noneYet")} icon={<HandshakeIcon size={26} />}>
          <p>{t("proposals.noneYetText")}</p>
        </EmptyState>
      ) : null}
      <ul className={classes.compare}>
        {part.map((proposal) => (
          <Offer
            key={proposal.id}
            project={project}
            proposal={proposal}
            strengths={strengths.get(proposal.id) ?? []}
            idempotencyKey={idempotencyKey}
          />
        ))}
      </ul>
      <More cursor={next} query={`by=${order}`} name="from" anchor="proposals" />
      {answered.length > 0 ? <Answered proposals={answered} /> : null}
    </section>
  );
}

function SortLinks({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("proposals.sortLabel")} className={classes.filters}>
      {ORDERS.map((one) => (
        <Link
          key={one}
          to={`?by=${one}#proposals`}
          aria-current={one === order ? "true" : undefined}
          preventScrollReset
          replace
        >
          {t(`proposals.sort.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

type OfferGiven = { project: Project; proposal: Proposal; strengths: readonly string[]; idempotencyKey: string };

function Offer({ project, proposal, strengths, idempotencyKey }: OfferGiven) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { id, freelancer, price, days, message, milestones, madeAt, actions } = proposal;
  return (
    <li className={classes.offer} aria-labelledby={`from-${id}`}>
      <h3 id={`from-${id}`} className={classes.from}>
        <PersonIcon /> <bdi>{freelancer.name}</bdi>
      </h3>
      <p className={classes.offerPrice}>
        <Money value={price} /> <span>{t("proposals.dayCount", { count: days })}</span>
      </p>
      <div className={classes.strengths}>
        {strengths.map((strength) => (
          <Badge key={strength} tone="good" icon={<CheckIcon size={16} />}>
            {t(`proposals.strength.${strength}`)}
          </Badge>
        ))}
        <Badge tone="calm" icon={<CoinIcon size={16} />}>
          {t(`proposals.against.${againstBudget(project, proposal)}`)}
        </Badge>
      </div>
      <p className={classes.letter} dir="auto">
        {message}
      </p>
      <MilestonePlan milestones={milestones} />
      <div className={classes.offerFoot}>
        <p className={classes.soft}>
          <Moment at={madeAt} shape="day" /> · <Link to={to(`/proposals/${id}`)}>{t("proposals.talk")}</Link>
        </p>
        <div className={classes.buttons}>
          {actions.includes("accept") ? <Accept proposal={proposal} idempotencyKey={idempotencyKey} /> : null}
          {actions.includes("decline") ? <Decline proposal={proposal} idempotencyKey={idempotencyKey} /> : null}
        </div>
      </div>
    </li>
  );
}

function againstBudget({ budget }: Project, { price }: Proposal): "below" | "within" | "above" {
  if (price.amount < budget.min.amount) return "below";
  return price.amount > budget.max.amount ? "above" : "within";
}

type Answering = { proposal: Proposal; idempotencyKey: string };

/** Says what becomes of the money before the offer is taken. */
export function Accept({ proposal, idempotencyKey }: Answering) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { id, version, price, freelancer, milestones } = proposal;
  const [first] = milestones;
  return (
    <Confirmed label={t("proposals.accept")} title={t("proposals.acceptTitle")}>
      {(close) => (
        <ConfirmForm
          intent="accept"
          idempotencyKey={`${idempotencyKey}-${id}`}
          fields={{ proposal: id, version: `${version}` }}
          close={close}
          keep={t("projects.keep")}
          send={t("proposals.acceptSend", { amount: moneyInText(price, intl) })}
        >
          <ol className={classes.teach}>
            <li>{t("proposals.acceptFree", { name: freelancer.name })}</li>
            {first ? (
              <li>
                <Trans
                  i18nKey="proposals.acceptFirst"
                  components={{ money: <Money value={first.amount} />, strong: <strong /> }}
                  values={{ title: first.title, name: freelancer.name }}
                />
              </li>
            ) : null}
            <li>{t("proposals.acceptRelease")}</li>
            <li>{t("proposals.acceptOthers")}</li>
          </ol>
        </ConfirmForm>
      )}
    </Confirmed>
  );
}

export function Decline({ proposal: { id, freelancer }, idempotencyKey }: Answering) {
  const { t } = useTranslation();
  return (
    <Confirmed label={t("proposals.decline")} title={t("proposals.declineTitle")} button={{ variant: "default" }}>
      {(close) => (
        <ConfirmForm
          intent="decline"
          idempotencyKey={`${idempotencyKey}-${id}`}
          fields={{ proposal: id }}
          close={close}
          keep={t("projects.keep")}
          send={t("proposals.declineSend")}
          danger
        >
          <p>{t("proposals.declineText", { name: freelancer.name })}</p>
        </ConfirmForm>
      )}
    </Confirmed>
  );
}

function Answered({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <details className={classes.answered}>
      <summary>{t("proposals.answered", { count: proposals.length })}</summary>
      <ul className={classes.list}>
        {proposals.map(({ id, freelancer, price, state, days }) => (
          <li key={id} className={classes.listRow}>
            <div className={classes.what}>
              <Link to={to(`/proposals/${id}`)} className={classes.link}>
                <bdi>{freelancer.name}</bdi>
              </Link>
              <p className={classes.soft}>{t("proposals.dayCount", { count: days })}</p>
            </div>
            <div className={classes.side}>
              <strong>
                <Money value={price} />
              </strong>
              <ProposalBadge state={state} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
