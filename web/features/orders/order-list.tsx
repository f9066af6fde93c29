import { Link } from "react-router";
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
import classes from "./order-list.module.css";

const FILTERS = ["all", "open", "done"] as const;
export type Filter = (typeof FILTERS)[number];
export const filterIn = (text: string | null): Filter => FILTERS.find((one) => one === text) ?? "all";

const DONE = new Set(["completed", "cancelled", "refunded", "failed"]);
export const passes = (filter: Filter, { status }: Pick<OrderSummary, "status">): boolean =>
  filter === "all" || DONE.has(status) === (filter === "done");

export function FilterLinks({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("orders.filter")} className={classes.filters}>
      {FILTERS.map((one) => (
        <Link
          key={one}
          to={one === "all" ? "?" : `?show=${one}`}
          aria-current={one === filter ? "true" : undefined}
          preventScrollReset
        >
          {t(`orders.show.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

export function OrderList({ orders, now }: { orders: OrderSummary[]; now: string }) {
  return (
    <ul className={classes.list}>
      {orders.map((order) => (
        <OrderRow key={order.id} order={order} now={now} />
      ))}
    </ul>
  );
}

function OrderRow({ order, now }: { order: OrderSummary; now: string }) {
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
