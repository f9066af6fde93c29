import { Link } from "react-router";
import type { OrderSummary, PendingOrder, Urgency } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { AlertIcon, ClockIcon, TruckIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Badge, OrderStatusBadge, type Tone } from "../../ui/status-badge.tsx";
import { useWords } from "../../ui/words.ts";
import classes from "./selling.module.css";

const TONES: Record<Urgency, Tone> = { overdue: "bad", critical: "bad", soon: "wait", calm: "calm" };

const travels = ({ kind }: PendingOrder): boolean => kind === "physical";

/** What has to be sent or accepted, the most pressing first, with the money that is at stake. */
export function DispatchQueue({ orders, now }: { orders: PendingOrder[]; now: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (orders.length === 0) {
    return (
      <EmptyState title={t("selling.nothingToSend")} icon={<TruckIcon size={26} />}>
        <p>{t("selling.nothingToSendText")}</p>
      </EmptyState>
    );
  }
  return (
    <ol className={classes.queue}>
      {orders.map((order) => (
        <li key={order.id} className={classes.card} data-urgency={order.urgency}>
          <Row order={order}>
            <p className={classes.due}>
              {t(travels(order) ? "selling.sendBy" : "selling.acceptBy")} <Deadline at={order.dueAt} now={now} />
            </p>
            <p className={classes.soft}>{t("selling.orRefund")}</p>
          </Row>
          <div className={classes.side}>
            <Badge
              tone={TONES[order.urgency]}
              icon={order.urgency === "calm" ? <ClockIcon size={16} /> : <AlertIcon size={16} />}
            >
              {t(`selling.urgency.${order.urgency}`)}
            </Badge>
            <strong className={classes.amount}>
              <Money value={order.total} />
            </strong>
            {travels(order) ? (
              <Link to={to(`/orders/${order.id}/dispatch`)} className={classes.dispatchLink}>
                {t("action.dispatch")}
              </Link>
            ) : (
              <Link to={to(`/orders/${order.id}`)} className={classes.dispatchLink}>
                {t("action.accept")}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Orders that are under way or await the buyer's word. */
export function Underway({ orders, now, empty }: { orders: OrderSummary[]; now: string; empty: string }) {
  if (orders.length === 0) return <EmptyState title={empty} icon={<TruckIcon size={26} />} />;
  return (
    <ul className={classes.queue}>
      {orders.map((order) => (
        <li key={order.id} className={classes.card}>
          <Row order={order}>
            {order.nextDeadline ? (
              <p className={classes.soft}>
                <DeadlineName order={order} />: <Deadline at={order.nextDeadline.dueAt} now={now} />
              </p>
            ) : null}
          </Row>
          <div className={classes.side}>
            <OrderStatusBadge
              status={order.status}
              audience="seller"
              kind={order.kind}
              deadline={order.nextDeadline?.kind ?? null}
            />
            <strong className={classes.amount}>
              <Money value={order.total} />
            </strong>
          </div>
        </li>
      ))}
    </ul>
  );
}

function DeadlineName({ order }: { order: OrderSummary }) {
  const { t } = useTranslation();
  const words = useWords(order.kind);
  return t(words(`deadline.${order.nextDeadline?.kind}`));
}

function Row({ order, children }: { order: OrderSummary; children: React.ReactNode }) {
  const { to, say } = useLocale();
  return (
    <>
      {order.pictureUrl ? <img src={order.pictureUrl} alt="" width={80} height={60} loading="lazy" /> : null}
      <div className={classes.what}>
        <Link to={to(`/orders/${order.id}`)} className={classes.title}>
          {say(order.title)}
        </Link>
        <p className={classes.soft}>
          <bdi dir="ltr">{order.number}</bdi> · <bdi>{order.counterparty.name}</bdi>
        </p>
        {children}
      </div>
    </>
  );
}
