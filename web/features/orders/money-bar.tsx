import { type Money as Amount, type Order, WALLET } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { MoneyPath, type MoneyPlace } from "../../ui/money-path.tsx";
import classes from "./orders.module.css";

/** How a sandbox calls itself as long as nobody gave it a holder of their own; the name of a real one is the same in every language. */
const SANDBOX_HOLDER = "Amana sandbox (no real money)";

const PLACES: Record<Order["escrow"]["status"], MoneyPlace> = {
  pending: "buyer",
  held: "escrow",
  disputed: "frozen",
  released: "seller",
  refunded: "back",
  settled: "seller",
};

/** The first thing on an order's page: how much, where it is, by whom it is held, since when. */
export function MoneyBar({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { escrow, role } = order;
  const holder = escrow.holder === SANDBOX_HOLDER ? t("amounts.sandboxHolder") : escrow.holder;
  const amount = escrow.status === "pending" ? order.amounts.total : escrow.amount;
  const place = PLACES[escrow.status];
  const neverPaid = escrow.status === "pending" && order.status === "cancelled";
  return (
    <section
      className={classes.moneyBar}
      data-frozen={escrow.status === "disputed" || undefined}
      aria-labelledby="where-is-the-money"
    >
      <h2 id="where-is-the-money" className={classes.moneySentence}>
        {escrow.status === "settled" && order.refund ? (
          <Divided order={order} back={order.refund.amount} />
        ) : (
          <Trans
            i18nKey={`money.sentence.${neverPaid ? "neverPaid" : escrow.status}`}
            components={{ money: <Money value={amount} /> }}
            values={{ holder, seller: order.seller.name, buyer: order.buyer.name }}
          />
        )}
        {escrow.since ? (
          <span className={classes.since}>
            {" "}
            {t("money.since")} <Moment at={escrow.since} />
          </span>
        ) : null}
      </h2>
      <MoneyPath
        place={place}
        amount={amount}
        buyer={role === "buyer" ? t("money.you") : order.buyer.name}
        seller={role === "seller" ? t("money.you") : order.seller.name}
        label={t(`money.pathLabel.${place}`, { amount: moneyInText(amount, intl) })}
      />
      <MoneyOnItsWay order={order} />
      {escrow.status === "pending" ? null : (
        <p className={classes.soft}>
          <a href="#statement">{t("money.toStatement")}</a>
        </p>
      )}
    </section>
  );
}

/** What of the price went which way; what the seller's part comes to after commission stands beside the price. */
function Divided({ order: { escrow, buyer, seller }, back }: { order: Order; back: Amount }) {
  const rest = { ...escrow.amount, amount: escrow.amount.amount - back.amount };
  return (
    <Trans
      i18nKey="money.divided"
      components={{ back: <Money value={back} />, rest: <Money value={rest} /> }}
      values={{ buyer: buyer.name, seller: seller.name }}
    />
  );
}

/** What left the escrow is not there before the bank or gateway says so; until then it is called "on its way". */
function MoneyOnItsWay({ order }: { order: Order }) {
  const { refund, payout } = order;
  const fromWallet = order.payment?.gateway === WALLET;
  return (
    <>
      {refund ? (
        <p className={classes.onItsWay}>
          <Trans
            i18nKey={`${fromWallet ? "refund.wallet" : "refund"}.${refund.status}`}
            components={{ money: <Money value={refund.amount} /> }}
          />{" "}
          <Moment at={refund.updatedAt} shape="short" />
          <Reference text={refund.reference} />
        </p>
      ) : null}
      {payout ? (
        <p className={classes.onItsWay}>
          <Trans i18nKey={`payout.${payout.status}`} components={{ money: <Money value={payout.amount} exact /> }} />{" "}
          <Moment at={payout.updatedAt} shape="short" />
          <Reference text={payout.bankReference} />
        </p>
      ) : null}
    </>
  );
}

function Reference({ text }: { text: string | null }) {
  const { t } = useTranslation();
  return text ? (
    <span>
      {" · "}
      {t("money.reference")} <bdi dir="ltr">{text}</bdi>
    </span>
  ) : null;
}
