import { Link } from "react-router";
import type { OrderSummary } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Countdown } from "../../ui/countdown.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import classes from "./dashboard.module.css";

/** Orders in lines that lead to them; on a phone each line becomes a card. */
export function OrderTable({ orders, now, label }: { orders: OrderSummary[]; now: string; label: string }) {
  const { t } = useTranslation();
  if (orders.length === 0) return <p className={classes.soft}>{t("dashboard.noOrders")}</p>;
  return (
    <table className={classes.orders} aria-label={label}>
      <thead>
        <tr>
          {(["order", "with", "placedOn", "status", "due", "total"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`dashboard.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <Row key={order.id} order={order} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ order, now }: { order: OrderSummary; now: string }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  return (
    <tr>
      <th scope="row">
        <Link to={to(`/orders/${order.id}`)}>{say(order.title)}</Link>
        <small>
          <bdi dir="ltr">{order.number}</bdi>
        </small>
      </th>
      <td data-name={t("dashboard.column.with")}>
        <bdi>{order.counterparty.name}</bdi>
      </td>
      <td data-name={t("dashboard.column.placedOn")}>
        <Moment at={order.createdAt} shape="day" />
      </td>
      <td>
        <OrderStatusBadge
          status={order.status}
          audience={order.role}
          kind={order.kind}
          deadline={order.nextDeadline?.kind ?? null}
        />
      </td>
      <td data-name={t("dashboard.column.due")}>
        {order.nextDeadline ? <Countdown at={order.nextDeadline.dueAt} now={now} /> : "–"}
      </td>
      <td data-name={t("dashboard.column.total")}>
        <Money value={order.total} />
      </td>
    </tr>
  );
}
