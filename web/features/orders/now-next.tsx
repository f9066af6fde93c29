import { Trans, useTranslation } from "react-i18next";
import type { DeadlineKind, Order, Outlook } from "../../api/types.ts";
import { Countdown } from "../../ui/countdown.tsx";
import { ClockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import { OrderActions } from "./order-actions.tsx";
import classes from "./orders.module.css";

/** Whose turn it is, the one thing to do, and what happens by itself if nobody does it. */
export function NowNext({ order, idempotencyKey }: { order: Order; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { turn, next } = order.outlook;
  const mine = turn === order.role;
  return (
    <section className={classes.nowNext} data-mine={mine || undefined} aria-labelledby="now-and-next">
      <div className={classes.turn}>
        <h2 id="now-and-next">{mine ? t("turn.you") : t(`turn.${turn}`)}</h2>
        <OrderStatusBadge status={order.status} audience={order.role} />
      </div>
      <p className={classes.headline}>
        {t(`headline.${order.role}.${order.status}`, { seller: order.seller.name, buyer: order.buyer.name })}
      </p>
      {next ? <ByItself order={order} next={next} /> : null}
      <OrderActions order={order} idempotencyKey={idempotencyKey} />
    </section>
  );
}

/** What silence does is said in the words of its deadline where they are always true, and by what it does to the money elsewhere. */
const IN_ITS_WORDS: Partial<Record<DeadlineKind, NonNullable<Outlook["next"]>["effect"]>> = {
  payment: "cancel",
  signatures: "refund",
  dispatch: "refund",
  delivery: "refund",
  inspection: "release",
  chargeback: "refund",
};
const wordsFor = ({ kind, effect }: NonNullable<Outlook["next"]>): string =>
  IN_ITS_WORDS[kind] === effect ? kind : `effect.${effect}`;

function ByItself({ order, next }: { order: Order; next: NonNullable<Outlook["next"]> }) {
  return (
    <div className={classes.byItself}>
      <ClockIcon size={22} />
      <div>
        <p>
          <Trans
            i18nKey={`outlook.${wordsFor(next)}.${order.role}`}
            components={{
              money: next.amount ? <Money value={next.amount} /> : <span />,
              when: <Moment at={next.at} />,
            }}
            values={{ seller: order.seller.name, buyer: order.buyer.name }}
          />
        </p>
        <p className={classes.left}>
          <Countdown at={next.at} now={order.now} />
        </p>
      </div>
    </div>
  );
}
