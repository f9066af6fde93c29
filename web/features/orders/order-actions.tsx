import { Form, Link, useNavigation } from "react-router";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { Confirmed, IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { ArrowIcon, CardIcon, TruckIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { useWords } from "../../ui/words.ts";
import { CommandForm } from "./command-form.tsx";
import { actionsOf, type Offered } from "./offered.ts";
import classes from "./orders.module.css";

type Given = { order: Order; idempotencyKey: string };
type Placed = Given & { first: boolean };

/** The one primary action of the moment, and the rest beside it; what cannot be done is not shown. */
export function OrderActions({ order, idempotencyKey, children }: Given & { children?: React.ReactNode }) {
  const { primary, others } = actionsOf(order);
  if (!primary && others.length === 0 && !children) return null;
  return (
    <div className={classes.actions}>
      {primary ? <Action action={primary} order={order} idempotencyKey={idempotencyKey} first /> : null}
      {others.map((action) => (
        <Action key={action} action={action} order={order} idempotencyKey={idempotencyKey} />
      ))}
      {children}
    </div>
  );
}

function Action({ action, first = false, ...given }: Given & { action: Offered; first?: boolean }) {
  switch (action) {
    case "pay":
      return <PayLink {...given} />;
    case "dispatch":
      return <DispatchLink {...given} first={first} />;
    case "deliver":
    case "request_revision":
      return <FormLink {...given} to={action} first={first} />;
    case "sign_as_buyer":
    case "sign_as_seller":
      return <SignLink {...given} first={first} />;
    case "confirm_receipt":
      return <ReleaseButton {...given} first={first} />;
    case "cancel":
      return <CancelButton {...given} />;
    case "return_shipped":
      return <ReturnShipped {...given} first={first} />;
    case "return_received":
      return <ReturnReceived {...given} first={first} />;
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

function DispatchLink({ order, first }: Placed) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Button
      component={Link}
      to={to(`/orders/${order.id}/dispatch`)}
      size="md"
      variant={first ? "filled" : "default"}
      leftSection={<TruckIcon />}
      rightSection={<ArrowIcon />}
    >
      {t("action.dispatch")}
    </Button>
  );
}

/** Leads to the form on the same page. */
function FormLink({ order, to, first }: Placed & { to: "deliver" | "request_revision" }) {
  const { t } = useTranslation();
  const words = useWords(order.kind);
  return (
    <Button component="a" href={`#${to}`} size="md" variant={first ? "filled" : "default"}>
      {t(words(`action.${to}`))}
    </Button>
  );
}

function SignLink({ order, first }: Placed) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (!order.agreementId) return null;
  return (
    <Button
      component={Link}
      to={to(`/agreements/${order.agreementId}`)}
      size="md"
      variant={first ? "filled" : "default"}
      rightSection={<ArrowIcon />}
    >
      {t("action.sign")}
    </Button>
  );
}

function ReleaseButton({ order, idempotencyKey, first }: Placed) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const words = useWords(order.kind);
  const amount = moneyInText(order.escrow.amount, intl);
  return (
    <Confirmed
      label={t(words(first ? "action.release" : "action.releaseEarly"), { amount })}
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
          <p>{t(words(order.status === "delivered" ? "release.final" : "release.finalEarly"))}</p>
        </CommandForm>
      )}
    </Confirmed>
  );
}

function CancelButton({ order, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const words = useWords(order.kind);
  const paid = order.escrow.status === "held";
  const label = !paid ? "action.cancelUnpaid" : order.role === "seller" ? "action.decline" : "action.cancel";
  return (
    <Confirmed label={t(words(label, "action.cancel"))} title={t("cancel.title")} button={{ variant: "subtle" }}>
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

function ReturnShipped({ idempotencyKey, first }: Placed) {
  const { t } = useTranslation();
  return (
    <Confirmed
      label={t("action.return_shipped")}
      title={t("returning.title")}
      button={first ? {} : { variant: "default" }}
    >
      {(close) => (
        <CommandForm
          intent="return_shipped"
          idempotencyKey={idempotencyKey}
          close={close}
          keep={t("returning.keep")}
          send={t("returning.send")}
        >
          <TextInput name="trackingNumber" label={t("returning.tracking")} size="md" maxLength={60} dir="ltr" />
        </CommandForm>
      )}
    </Confirmed>
  );
}

function ReturnReceived({ order, idempotencyKey, first }: Placed) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const label = t("action.return_received", { amount: moneyInText(order.escrow.amount, intl) });
  return (
    <Confirmed label={label} title={t("returning.receivedTitle")} button={first ? {} : { variant: "default" }}>
      {(close) => (
        <CommandForm
          intent="return_received"
          idempotencyKey={idempotencyKey}
          close={close}
          keep={t("returning.keep")}
          send={label}
        >
          <p>
            <Trans
              i18nKey="returning.received"
              components={{ money: <Money value={order.escrow.amount} exact />, strong: <strong /> }}
              values={{ buyer: order.buyer.name }}
            />
          </p>
        </CommandForm>
      )}
    </Confirmed>
  );
}

function SimpleCommand({ action, idempotencyKey, first }: Placed & { action: Offered }) {
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
