import { Link } from "react-router";
import type { PurchaseSummary } from "../../api/shopping.ts";
import type { OrderSummary } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { ParcelIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import { useWords } from "../../ui/words.ts";
import { BoughtTogether } from "./bought-together.tsx";
import classes from "./order-list.module.css";

/** What can be looked at, and the API's states of it. */
export const ORDERS = {
  open: "payment_pending,escrow_locked,order_confirmed,processing,ready_to_ship,shipped,in_transit,out_for_delivery,delivered,revision_requested,returning,disputed",
  done: "completed,cancelled,refunded,failed",
} as const;

export function OrderList({
  orders,
  purchases = [],
  now,
}: {
  orders: OrderSummary[];
  /** What some of them were bought together with. */
  purchases?: PurchaseSummary[];
  now: string;
}) {
  return (
    <ul className={classes.list}>
      {orders.map((order) => (
        <OrderRow key={order.id} order={order} now={now}>
          <BoughtTogether orderId={order.id} purchases={purchases} />
        </OrderRow>
      ))}
    </ul>
  );
}

function OrderRow({ order, now, children }: { order: OrderSummary; now: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const words = useWords(order.kind);
  const { nextDeadline: next } = order;
  return (
    <li className={classes.row}>
      {order.pictureUrl ? <Thumbnail url={order.pictureUrl} width={80} /> : null}
      <div className={classes.what}>
        <Link to={to(`/orders/${order.id}`)} className={classes.link}>
          {say(order.title)}
        </Link>
        <p className={classes.soft}>
          <bdi dir="ltr">{order.number}</bdi> · <bdi>{order.counterparty.name}</bdi> ·{" "}
          <Moment at={order.createdAt} shape="day" />
        </p>
        {next ? (
          <p className={classes.soft}>
            {t(words(`deadline.${next.kind}`))}: <Deadline at={next.dueAt} now={now} short />
          </p>
        ) : null}
        {children}
      </div>
      <div className={classes.side}>
        <strong>
          <Money value={order.total} />
        </strong>
        <OrderStatusBadge status={order.status} audience={order.role} kind={order.kind} deadline={next?.kind ?? null} />
      </div>
    </li>
  );
}

/** Teaches what an order goes through while there is none. */
export function NoOrders({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (filtered) {
    return (
      <EmptyState title={t("orders.noneHere")} icon={<ParcelIcon size={26} />}>
        <Link to="?">{t("orders.clear")}</Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("orders.none")} icon={<ParcelIcon size={26} />}>
      <ol className={classes.teach}>
        {(["pay", "check", "release"] as const).map((step) => (
          <li key={step}>{t(`orders.teach.${step}`)}</li>
        ))}
      </ol>
      <Link to={to("/")}>{t("orders.browse")}</Link>
    </EmptyState>
  );
}
