import { Button } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import { Form, Link, useNavigation } from "react-router";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { Confirmed, IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { ArrowIcon, CardIcon, TruckIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { actionsOf, type Offered } from "./offered.ts";
import classes from "./orders.module.css";

type Given = { order: Order; idempotencyKey: string };

/** The one primary action of the moment, and the rest beside it; what cannot be done is not shown. */
export function OrderActions({ order, idempotencyKey }: Given) {
  const { primary, others } = actionsOf(order);
  if (!primary && others.length === 0) return null;
  return (
    <div className={classes.actions}>
      {primary ? <Action action={primary} order={order} idempotencyKey={idempotencyKey} first /> : null}
      {others.map((action) => (
        <Action key={action} action={action} order={order} idempotencyKey={idempotencyKey} />
      ))}
    </div>
  );
}

function Action({ action, first = false, ...given }: Given & { action: Offered; first?: boolean }) {
  switch (action) {
    case "pay":
      return <PayLink {...given} />;
    case "dispatch":
      return <DispatchLink order={given.order} first={first} />;
    case "confirm_receipt":
      return <ReleaseButton {...given} first={first} />;
    case "cancel":
      return <CancelButton {...given} />;
    default:
      return <SimpleCommand {...given} action={action} first={first} />;
  }
}

function PayLink({ order }: Given) {
  const { t } = useTranslation();
  const { to, intl } = useLocale();
  return (
    <Button component="a" href={to(`/orders/${order.id}/pay`)} size="md" leftSection={<CardIcon />}>
      {t("action.pay", { amount: moneyInText(order.amounts.total, intl) })}
    </Button>
  );
}

function DispatchLink({ order, first }: { order: Order; first: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const variant = first ? "filled" : "default";
  return (
    <Button
      component={Link}
      to={to(`/orders/${order.id}/dispatch`)}
      size="md"
      variant={variant}
      leftSection={<TruckIcon />}
      rightSection={<ArrowIcon />}
    >
      {t("action.dispatch")}
    </Button>
  );
}

function ReleaseButton({ order, idempotencyKey, first }: Given & { first: boolean }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const amount = moneyInText(order.escrow.amount, intl);
  return (
    <Confirmed
      label={t(first ? "action.release" : "action.releaseEarly", { amount })}
      title={t("release.title")}
      button={first ? {} : { variant: "default" }}
    >
      {(close) => (
        <CommandForm
          intent="confirm_receipt"
          idempotencyKey={idempotencyKey}
          close={close}
          keep={t("release.keep")}
          send={t("release.send", { amount })}
        >
          <p>
            <Trans
              i18nKey="release.text"
              components={{ money: <Money value={order.escrow.amount} exact />, strong: <strong /> }}
              values={{ seller: order.seller.name }}
            />
          </p>
          <p>{t(order.status === "delivered" ? "release.final" : "release.finalEarly")}</p>
        </CommandForm>
      )}
    </Confirmed>
  );
}

function CancelButton({ order, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const paid = order.escrow.status === "held";
  return (
    <Confirmed
      label={t("action.cancel")}
      title={t("cancel.title")}
      button={{ variant: "subtle", color: "gray", c: "var(--ink-soft)" }}
    >
      {(close) => (
        <CommandForm
          intent="cancel"
          idempotencyKey={idempotencyKey}
          close={close}
          keep={t("cancel.keep")}
          send={t("cancel.send")}
          danger
        >
          <p>
            <Trans
              i18nKey={paid ? `cancel.paid.${order.role}` : "cancel.unpaid"}
              components={{ money: <Money value={order.escrow.amount} exact />, strong: <strong /> }}
              values={{ buyer: order.buyer.name }}
            />
          </p>
        </CommandForm>
      )}
    </Confirmed>
  );
}

function CommandForm({
  intent,
  idempotencyKey,
  close,
  keep,
  send,
  danger = false,
  children,
}: {
  intent: Offered;
  idempotencyKey: string;
  close: () => void;
  keep: string;
  send: string;
  danger?: boolean;
  children: React.ReactNode;
}) {
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className={classes.confirm} onSubmit={() => queueMicrotask(close)}>
      <input type="hidden" name="intent" value={intent} />
      <IdempotencyField value={idempotencyKey} />
      {children}
      <div className={classes.confirmButtons}>
        <Button variant="default" size="md" onClick={close}>
          {keep}
        </Button>
        <SubmitButton busy={busy} {...(danger ? { color: "red.9" } : {})}>
          {send}
        </SubmitButton>
      </div>
    </Form>
  );
}

function SimpleCommand({ action, idempotencyKey, first }: Given & { action: Offered; first: boolean }) {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const busy = navigation.state !== "idle" && navigation.formData?.get("intent") === action;
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={action} />
      <IdempotencyField value={idempotencyKey} />
      <SubmitButton busy={busy} variant={first ? "filled" : "default"} disabled={navigation.state !== "idle" && !busy}>
        {t(`action.${action}`)}
      </SubmitButton>
    </Form>
  );
}
