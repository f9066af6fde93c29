import { Link } from "react-router";
import type { Purchase } from "../../api/shopping.ts";
import type { OrderSummary } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { AlertIcon, CheckCircleIcon, ClockIcon } from "../../ui/icons.tsx";
import { useLookAgain } from "../../ui/look-again.ts";
import { Money, moneyInText } from "../../ui/money.tsx";
import { Callout } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import { useWords } from "../../ui/words.ts";
import classes from "./cart.module.css";
import { outcomeOf, type PurchaseOutcome } from "./purchase-outcome.ts";

const LOOKS = {
  secured: { tone: "good", icon: CheckCircleIcon },
  waiting: { tone: "wait", icon: ClockIcon },
  unpaid: { tone: "bad", icon: AlertIcon },
  over: { tone: "bad", icon: AlertIcon },
  done: { tone: "calm", icon: CheckCircleIcon },
} as const;

/** What became of a payment for several orders, and each of them on a card of its own. */
export function PurchaseView({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const outcome = outcomeOf(purchase);
  const { tone, icon: Icon } = LOOKS[outcome];
  const count = purchase.orders.length;
  useLookAgain(outcome === "waiting");
  return (
    <div className={classes.purchase}>
      <div aria-live="polite">
        <Callout tone={tone} icon={<Icon size={24} />} title={t(`purchase.${outcome}Title`)}>
          <p>{t(`purchase.${outcome}Text`, { amount: moneyInText(purchase.total, intl) })}</p>
        </Callout>
      </div>
      <PayOn purchase={purchase} outcome={outcome} />
      <section aria-labelledby="orders-of-purchase">
        <h2 id="orders-of-purchase" style={{ marginBlockEnd: "var(--space-3)" }}>
          {t("cart.ordersOf", { count })}
        </h2>
        <ul className={classes.orders}>
          {purchase.orders.map((order) => (
            <OrderCard key={order.id} order={order} now={purchase.now} />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The gateway keeps an unfinished payment open and says nothing of it: the payer alone knows, and may go on. */
function PayOn({ purchase, outcome }: { purchase: Purchase; outcome: PurchaseOutcome }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const again = outcome === "unpaid";
  const goesOn = outcome === "waiting" && purchase.payment?.status === "open";
  if (!purchase.actions.includes("pay") || !(again || goesOn)) return null;
  return (
    <div>
      {goesOn ? <p className={classes.soft}>{t("paid.notFinished")}</p> : null}
      <Button component="a" href={to(`/purchases/${purchase.id}/pay`)} size="md" variant={again ? "filled" : "default"}>
        {t(again ? "paid.tryAgain" : "paid.goOn")}
      </Button>
    </div>
  );
}

function OrderCard({ order, now }: { order: OrderSummary; now: string }) {
  const { t } = useTranslation();
  const words = useWords(order.kind);
  const { to, say } = useLocale();
  return (
    <li className={classes.order}>
      {order.pictureUrl ? <Thumbnail url={order.pictureUrl} width={80} /> : <span />}
      <div className={classes.what}>
        <Link to={to(`/orders/${order.id}`)} className={classes.title}>
          {say(order.title)}
        </Link>
        <p className={classes.soft}>
          <bdi>{order.counterparty.name}</bdi> · <bdi dir="ltr">{order.number}</bdi>
        </p>
        {order.nextDeadline ? (
          <p className={classes.soft}>
            {t(words(`deadline.${order.nextDeadline.kind}`))}: <Deadline at={order.nextDeadline.dueAt} now={now} />
          </p>
        ) : null}
      </div>
      <div className={classes.orderSide}>
        <strong>
          <Money value={order.total} exact />
        </strong>
        <OrderStatusBadge status={order.status} audience="buyer" kind={order.kind} />
      </div>
    </li>
  );
}
