import type { Money as Amount, Order, Statement } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { BankIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import classes from "./selling.module.css";
import { sharesOf } from "./shares.ts";

/** What an order brings its seller: the price, everything that is taken from it, what is left, and where that is. */
export function PaymentFacts({ order, statement }: { order: Order; statement: Statement }) {
  const { t } = useTranslation();
  const shares = sharesOf(statement, order.seller.id);
  return (
    <Panel
      title={t(shares ? "payments.whatCame" : "payments.whatComes")}
      icon={<BankIcon />}
      aside={<bdi dir="ltr">{order.number}</bdi>}
    >
      <Facts rows={[...paidRows(order, t), ...takenRows(order, shares, t)]} />
      <Whereabouts order={order} />
    </Panel>
  );
}

type Row = Parameters<typeof Facts>[0]["rows"][number];
type T = ReturnType<typeof useTranslation>["t"];

const row = (key: string, name: string, value: Amount, strong = false): Row => ({
  ...{ key, name, strong, value: <Money value={value} exact /> },
});

function paidRows({ amounts, shippingOption }: Order, t: T): Row[] {
  const { goods, shipping, tax, buyerFee, total } = amounts;
  return [
    row("goods", t("payments.price"), goods),
    ...(shippingOption ? [row("shipping", t("amounts.shipping"), shipping)] : []),
    ...(tax.amount > 0 ? [row("tax", t("amounts.tax"), tax)] : []),
    ...(buyerFee.amount > 0 ? [row("buyerFee", t("amounts.feeOfBuyer"), buyerFee)] : []),
    row("total", t("payments.paidByBuyer"), total, true),
  ];
}

/** As the books say it; before anything has moved, as it was agreed. */
function takenRows({ amounts }: Order, shares: ReturnType<typeof sharesOf>, t: T): Row[] {
  const { currency } = amounts.total;
  const less = (key: string, name: string, amount: number): Row[] =>
    amount === 0 ? [] : [row(key, name, { amount: -amount, currency })];
  const planned = {
    ...{ back: 0, fees: 0, commission: amounts.commission?.amount ?? 0, tax: amounts.commissionTax?.amount ?? 0 },
    seller: amounts.sellerReceives?.amount ?? 0,
  };
  const { back, commission, tax, fees, seller } = shares ?? planned;
  // What is neither was passed on: delivery, and the tax that the buyer paid.
  const rest = amounts.total.amount - back - commission - tax - fees - seller;
  return [
    ...less("back", t("payments.refunded"), back),
    ...less("commission", t("amounts.commission"), commission),
    ...less("commissionTax", t("amounts.commissionTax"), tax),
    ...less("fees", t("payments.fees"), fees),
    ...less("rest", t("payments.passedOn"), rest),
    row("seller", t(shares ? "payments.yours" : "amounts.sellerReceives"), { amount: seller, currency }, true),
  ];
}

function Whereabouts({ order: { payout, outlook, now, escrow } }: { order: Order }) {
  const { t, i18n } = useTranslation();
  const words = payout ? `payments.status.${payout.status}` : "";
  return (
    <div className={classes.whereabouts}>
      {payout ? (
        <p>
          <strong>{i18n.exists(words) ? t(words) : payout.status}</strong> · <Moment at={payout.updatedAt} />
          {payout.bankReference ? (
            <>
              {" · "}
              {t("money.reference")} <bdi dir="ltr">{payout.bankReference}</bdi>
            </>
          ) : null}
        </p>
      ) : null}
      {!payout && escrow.status === "held" && outlook.next?.effect === "release" ? (
        <p className={classes.due}>
          {t("payments.releasing")} <Deadline at={outlook.next.at} now={now} />
        </p>
      ) : null}
    </div>
  );
}
