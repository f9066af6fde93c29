import { Link } from "react-router";
import type { Contract } from "../../api/projects.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { ArrowIcon, CheckIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import { useWords } from "../../ui/words.ts";
import { PlaceBadge } from "./badges.tsx";
import classes from "./contract.module.css";
import { FundForm } from "./contract-now.tsx";
import { Rounds } from "./parts.tsx";
import { payableOf, placeOf, type Seen } from "./progress.ts";

type Given = { contract: Contract; seen: readonly Seen[]; current: Seen | null; idempotencyKey: string };

/** The milestones as a way that is gone one after the other: each with its state, its money, and by when. */
export function ContractPath({ contract, seen, current, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const payable = payableOf(seen);
  return (
    <Panel title={t("contracts.path")} anchor="milestones">
      <ol className={classes.path}>
        {seen.map((one) => (
          <Step
            key={one.milestone.number}
            contract={contract}
            one={one}
            here={contract.state === "active" && one === current}
            ahead={payable?.number === one.milestone.number && one !== current}
            idempotencyKey={idempotencyKey}
          />
        ))}
      </ol>
    </Panel>
  );
}

type StepGiven = { contract: Contract; one: Seen; here: boolean; ahead: boolean; idempotencyKey: string };

function Step({ contract, one, here, ahead, idempotencyKey }: StepGiven) {
  const { t } = useTranslation();
  const { milestone, order } = one;
  const { number, title, amount, days, revisions, stage, orderId } = milestone;
  return (
    <li data-stage={stage} data-here={here || undefined} aria-current={here ? "step" : undefined}>
      <span className={classes.dot}>{stage === "done" ? <CheckIcon size={16} /> : <bdi>{number}</bdi>}</span>
      <div className={classes.step}>
        <div className={classes.stepHead}>
          <h3>
            <bdi>{title}</bdi>
          </h3>
          <strong>
            <Money value={amount} />
          </strong>
        </div>
        <div className={classes.badges}>
          {order ? (
            <OrderStatusBadge
              status={order.status}
              audience={order.role}
              kind="milestone"
              deadline={order.outlook.next?.kind ?? null}
            />
          ) : null}
          <PlaceBadge place={placeOf(one)} />
        </div>
        <p className={classes.soft}>
          {t("proposals.dayCount", { count: days })} · <Rounds of={revisions} />
          {order ? (
            <>
              {" "}
              · <bdi dir="ltr">{order.number}</bdi>
            </>
          ) : null}
        </p>
        {order ? <NextDate order={order} /> : null}
        {orderId ? <OrderLink id={orderId} /> : null}
        {ahead && contract.role === "client" ? (
          <FundForm contract={contract} milestone={milestone} idempotencyKey={idempotencyKey} ahead />
        ) : null}
      </div>
    </li>
  );
}

function NextDate({ order }: { order: Order }) {
  const { t } = useTranslation();
  const words = useWords("milestone");
  const { next } = order.outlook;
  if (!next) return null;
  return (
    <p className={classes.due}>
      {t(words(`deadline.${next.kind}`))}: <Deadline at={next.at} now={order.now} />
    </p>
  );
}

function OrderLink({ id }: { id: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Button
      component={Link}
      to={to(`/orders/${id}`)}
      variant="default"
      size="md"
      className={classes.orderLink}
      rightSection={<ArrowIcon size={18} />}
    >
      {t("contracts.toOrder")}
    </Button>
  );
}
