import { Link } from "react-router";
import { type Order, WALLET } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { AlertIcon, ArrowIcon, CheckCircleIcon, ClockIcon } from "../../ui/icons.tsx";
import { useLookAgain } from "../../ui/look-again.ts";
import { formatMoney, moneyInText } from "../../ui/money.tsx";
import { MoneyPath } from "../../ui/money-path.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import classes from "./checkout.module.css";

export type PaymentOutcome = "secured" | "waiting" | "unpaid" | "over";

/** What became of the payment, by the escrow's own word; where the payer comes from says nothing. */
export function outcomeOf(order: Pick<Order, "status" | "escrow" | "payment">): PaymentOutcome {
  if (order.escrow.status !== "pending") return "secured";
  if (order.status !== "payment_pending") return "over";
  const tried = order.payment?.status;
  return tried === "failed" || tried === "closed" || tried === undefined ? "unpaid" : "waiting";
}

export function Outcome({ order }: { order: Order }) {
  const outcome = outcomeOf(order);
  useLookAgain(outcome === "waiting");
  return (
    <div className={classes.handover} aria-live="polite">
      {outcome === "secured" ? <Secured order={order} /> : <NotSecured order={order} outcome={outcome} />}
      <ToOrder order={order} />
    </div>
  );
}

function Secured({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { next } = order.outlook;
  return (
    <>
      <Callout tone="good" icon={<CheckCircleIcon size={24} />} title={t("paid.securedTitle")}>
        {order.payment?.gateway === WALLET ? (
          <p>{t("method.taken", { amount: moneyInText(order.escrow.amount, intl) })}</p>
        ) : null}
        <p>{t("paid.securedText", { seller: order.seller.name })}</p>
      </Callout>
      <Panel title={t("paid.whereTitle")} icon={<CheckCircleIcon />}>
        <MoneyPath
          place={order.escrow.status === "held" ? "escrow" : order.escrow.status === "released" ? "seller" : "back"}
          amount={order.escrow.amount}
          buyer={t("money.you")}
          seller={order.seller.name}
          label={t("money.pathLabel.escrow", { amount: formatMoney(order.escrow.amount, intl) })}
        />
      </Panel>
      {next?.kind === "dispatch" ? (
        <Callout icon={<ClockIcon />} title={t("paid.nextTitle")}>
          <p>
            {t("paid.nextText")} <Deadline at={next.at} now={order.now} />
          </p>
        </Callout>
      ) : null}
    </>
  );
}

function NotSecured({ order, outcome }: { order: Order; outcome: "waiting" | "unpaid" | "over" }) {
  const { t } = useTranslation();
  return (
    <>
      <Callout
        tone={outcome === "waiting" ? "wait" : "bad"}
        icon={outcome === "waiting" ? <ClockIcon size={24} /> : <AlertIcon size={24} />}
        title={t(`paid.${outcome}Title`)}
      >
        <p>{t(`paid.${outcome}Text`)}</p>
      </Callout>
      {outcome === "waiting" ? (
        <p className={classes.waiting}>
          <span className={classes.spinner} aria-hidden="true" /> {t("paid.looking")}
        </p>
      ) : null}
      {order.actions.includes("pay") && outcome !== "over" ? <PayOn order={order} outcome={outcome} /> : null}
    </>
  );
}

/** The gateway keeps an unfinished payment open and says nothing of it: the payer alone knows, and may go on. */
function PayOn({ order, outcome }: { order: Order; outcome: "waiting" | "unpaid" }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const waiting = outcome === "waiting";
  if (waiting && order.payment?.status !== "open") return null;
  return (
    <div className={classes.payOn}>
      {waiting ? <p className={classes.hint}>{t("paid.notFinished")}</p> : null}
      <Button component="a" href={to(`/orders/${order.id}/pay`)} size="md" variant={waiting ? "default" : "filled"}>
        {t(waiting ? "paid.goOn" : "paid.tryAgain")}
      </Button>
    </div>
  );
}

function ToOrder({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <p>
      <Link to={to(`/orders/${order.id}`)} className={classes.waiting}>
        {t("paid.toOrder")} <bdi dir="ltr">{order.number}</bdi> <ArrowIcon />
      </Link>
    </p>
  );
}
