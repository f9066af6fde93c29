import { Form, Link } from "react-router";
import type { StaffOrder } from "../../api/operations.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { ParcelIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import { CURRENCIES, ESCROW, KINDS, type OrderFilters, SORTS } from "./order-filters.ts";
import classes from "./staff.module.css";

export function OrderFilterForm({ shown }: { shown: OrderFilters }) {
  const { t } = useTranslation();
  const choices = (of: "escrow" | "kind" | "sort", values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`staffOrders.${of}.${value.replace("-", "most_")}`) }));
  const any = { value: "", label: t("staffOrders.any") };
  return (
    <Form
      key={JSON.stringify(shown)}
      method="get"
      role="search"
      aria-label={t("staffOrders.filter")}
      className={`${classes.filters} ${classes.pairs}`}
    >
      <div data-wide>
        <TextInput
          type="search"
          name="q"
          label={t("staffOrders.q")}
          defaultValue={shown.q}
          maxLength={100}
          dir="auto"
        />
      </div>
      <NativeSelect
        name="escrow"
        label={t("staffOrders.money")}
        defaultValue={shown.escrow}
        data={[any, ...choices("escrow", ESCROW)]}
      />
      <NativeSelect
        name="kind"
        label={t("staffOrders.what")}
        defaultValue={shown.kind}
        data={[any, ...choices("kind", KINDS)]}
      />
      <TextInput type="date" name="from" label={t("staffOrders.from")} defaultValue={shown.from} />
      <TextInput type="date" name="until" label={t("staffOrders.until")} defaultValue={shown.until} />
      <NativeSelect
        name="currency"
        label={t("staffOrders.currency")}
        defaultValue={shown.currency}
        data={[any, ...CURRENCIES]}
      />
      <TextInput name="min" label={t("staffOrders.min")} defaultValue={shown.min} inputMode="decimal" dir="ltr" />
      <TextInput name="max" label={t("staffOrders.max")} defaultValue={shown.max} inputMode="decimal" dir="ltr" />
      <NativeSelect
        name="sort"
        label={t("staffOrders.order")}
        defaultValue={shown.sort || SORTS[0]}
        data={choices("sort", SORTS)}
      />
      {shown.buyer ? <input type="hidden" name="buyer" value={shown.buyer} /> : null}
      {shown.seller ? <input type="hidden" name="seller" value={shown.seller} /> : null}
      <div className={classes.buttons}>
        <Button type="submit">{t("staffOrders.show")}</Button>
        <Link to="?">{t("staffOrders.clear")}</Link>
      </div>
    </Form>
  );
}

type Given = { orders: readonly StaffOrder[]; filtered: boolean; now: string; inside: boolean };

/** Everybody's orders in lines; whoever may look inside is led there. */
export function StaffOrders({ orders, filtered, now, inside }: Given) {
  const { t } = useTranslation();
  if (orders.length === 0)
    return (
      <EmptyState title={t(filtered ? "staffOrders.noneFound" : "staffOrders.none")} icon={<ParcelIcon size={26} />}>
        {filtered ? <Link to="?">{t("staffOrders.clear")}</Link> : <p>{t("staffOrders.noneText")}</p>}
      </EmptyState>
    );
  return (
    <Panel title={t("staffOrders.title")} icon={<ParcelIcon />}>
      <table className={classes.table} aria-label={t("staffOrders.title")}>
        <thead>
          <tr>
            {(["order", "people", "placed", "status", "due"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`staffOrders.column.${column}`)}
              </th>
            ))}
            <th scope="col" data-end>
              {t("staffOrders.column.total")}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <Row key={order.id} order={order} now={now} inside={inside} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Row({ order, now, inside }: { order: StaffOrder; now: string; inside: boolean }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { nextDeadline } = order;
  return (
    <tr>
      <th scope="row">
        <Link to={to(inside ? `/operations/orders/${order.id}` : `/orders/${order.id}`)}>
          <bdi dir="ltr">{order.number}</bdi>
        </Link>
        <small>
          <bdi>{say(order.title)}</bdi>
        </small>
      </th>
      <td data-name={t("staffOrders.column.people")}>
        <bdi>{order.buyer.name}</bdi>
        <small>
          {t("staffOrders.buysFrom")} <bdi>{order.seller.name}</bdi>
        </small>
      </td>
      <td data-name={t("staffOrders.column.placed")}>
        <Moment at={order.createdAt} shape="day" />
      </td>
      <td>
        <OrderStatusBadge
          status={order.status}
          audience="staff"
          kind={order.kind}
          deadline={nextDeadline?.kind ?? null}
        />
      </td>
      <td data-name={t("staffOrders.column.due")}>
        {nextDeadline ? (
          <>
            {t(`deadline.${nextDeadline.kind}`)}
            <small>
              <Deadline at={nextDeadline.dueAt} now={now} />
            </small>
          </>
        ) : (
          "–"
        )}
      </td>
      <td data-name={t("staffOrders.column.total")} data-end>
        <strong>
          <Money value={order.total} />
        </strong>
      </td>
    </tr>
  );
}
