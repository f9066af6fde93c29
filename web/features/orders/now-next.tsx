import { Trans, useTranslation } from "react-i18next";
import type { Money as Amount, Order, Outlook } from "../../api/types.ts";
import { Countdown } from "../../ui/countdown.tsx";
import { ClockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { situationOf } from "../../ui/situation.ts";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import { useWords } from "../../ui/words.ts";
import { OrderActions } from "./order-actions.tsx";
import classes from "./orders.module.css";

/** Whose turn it is, the one thing to do, and what happens by itself if nobody does it. */
export function NowNext({
  order,
  idempotencyKey,
  children,
}: {
  order: Order;
  idempotencyKey: string;
  /** What is done elsewhere: a problem, a dispute's room. */
  children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { turn, next } = order.outlook;
  const mine = turn === order.role;
  return (
    <section className={classes.nowNext} data-mine={mine || undefined} aria-labelledby="now-and-next">
      <div className={classes.turn}>
        <h2 id="now-and-next">{mine ? t("turn.you") : t(`turn.${turn}`)}</h2>
        <OrderStatusBadge status={order.status} audience={order.role} kind={order.kind} deadline={next?.kind ?? null} />
      </div>
      <p className={classes.headline}>
        <Headline order={order} />
      </p>
      {next ? <ByItself order={order} next={next} /> : null}
      <OrderActions order={order} idempotencyKey={idempotencyKey}>
        {children}
      </OrderActions>
    </section>
  );
}

function Headline({ order: { kind, role, status, outlook, escrow, buyer, seller } }: { order: Order }) {
  const { t } = useTranslation();
  const words = useWords(kind);
  const { turn, next } = outlook;
  const settled = escrow.status === "settled";
  const situation = situationOf({ status, deadline: next?.kind ?? null, turn, settled });
  const mine = situation === "answer" && turn === role ? "answer_you" : situation;
  const other = turn === "seller" ? seller.name : buyer.name;
  return t(words(`headline.${role}.${mine}`, `headline.${role}.${status}`), {
    ...{ seller: seller.name, buyer: buyer.name, other },
  });
}

function ByItself({ order, next }: { order: Order; next: NonNullable<Outlook["next"]> }) {
  const { t } = useTranslation();
  const words = useWords(order.kind);
  const amount = (value: Amount | null | undefined) => (value ? <Money value={value} /> : <span />);
  return (
    <div className={classes.byItself}>
      <ClockIcon size={22} />
      <div>
        <p>
          <Trans
            t={t}
            i18nKey={words(`outlook.byItself.${next.kind}.${next.effect}.${order.role}`)}
            components={{
              money: amount(next.amount),
              back: amount(next.gets?.buyer),
              rest: amount(next.gets?.seller),
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
