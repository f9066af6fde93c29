import { Form, Link } from "react-router";
import type { FoundPerson, StaffOrder } from "../../api/operations.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import classes from "./operations.module.css";

export type Found = { orders: StaffOrder[]; people: FoundPerson[] };

/** Looks for an order by whatever somebody has at hand. */
export function FindForm({ words }: { words: string }) {
  const { t } = useTranslation();
  return (
    <Form method="get" role="search" aria-label={t("operations.find")} className={classes.find}>
      <TextInput
        type="search"
        name="q"
        defaultValue={words}
        maxLength={100}
        dir="auto"
        label={t("operations.findLabel")}
        description={t("operations.findHint")}
      />
      <Button type="submit">{t("operations.findButton")}</Button>
    </Form>
  );
}

export function FoundList({ found: { orders, people }, words }: { found: Found; words: string }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  if (orders.length + people.length === 0)
    return (
      <p role="status" className={classes.soft}>
        {t("operations.foundNothing", { words })}
      </p>
    );
  return (
    <ul className={classes.items}>
      {orders.map((order) => (
        <li key={order.id}>
          <div className={classes.what}>
            <Link to={to(`/operations/orders/${order.id}`)}>
              <bdi dir="ltr">{order.number}</bdi>
            </Link>
            <span>{say(order.title)}</span>
            <p className={classes.soft}>
              <bdi>{order.buyer.name}</bdi> · <bdi>{order.seller.name}</bdi> ·{" "}
              <Moment at={order.createdAt} shape="day" />
            </p>
          </div>
          <div className={classes.side}>
            <strong>
              <Money value={order.total} />
            </strong>
            <OrderStatusBadge status={order.status} audience="staff" kind={order.kind} />
          </div>
        </li>
      ))}
      {people.map(({ id, name, email }) => (
        <li key={id}>
          <div className={classes.what}>
            <Link to={to(`/staff/users/${id}`)}>
              <bdi>{name}</bdi>
            </Link>
            <p className={classes.soft}>
              <bdi dir="ltr">{email}</bdi>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
