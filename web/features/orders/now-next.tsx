import type { Order } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ByItself } from "../../ui/by-itself.tsx";
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
