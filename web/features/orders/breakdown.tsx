import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Order, WALLET } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { ParcelIcon, PinIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { PostalAddress } from "../../ui/postal-address.tsx";
import classes from "./orders.module.css";

/** What was bought and every line of its price; the seller also sees the commission and the rest that is the seller's. */
export function Breakdown({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { goods, shipping, tax, buyerFee, total, commission, commissionTax, sellerReceives } = order.amounts;
  const includedTax = includedTaxOf(order);
  return (
    <Panel title={t("amounts.title")} icon={<ParcelIcon />}>
      <ul className={classes.items}>
        {order.items.map((item) => (
          <li key={item.productId ?? order.id}>
            {item.pictureUrl ? <img src={item.pictureUrl} alt="" width={72} height={54} /> : null}
            <div>
              {item.productId ? <Link to={to(`/products/${item.productId}`)}>{say(item.title)}</Link> : say(item.title)}
              <p className={classes.soft}>
                <bdi dir="ltr">
                  {item.quantity} × <Money value={item.unitPrice} exact />
                </bdi>
              </p>
            </div>
            <Money value={item.total} exact />
          </li>
        ))}
      </ul>
      <Facts
        rows={[
          { key: "goods", name: t("amounts.goods"), value: <Money value={goods} exact /> },
          { key: "shipping", name: t("amounts.shipping"), value: <Money value={shipping} exact /> },
          ...(tax.amount > 0 ? [{ key: "taxOnTop", name: t("amounts.tax"), value: <Money value={tax} exact /> }] : []),
          ...(buyerFee.amount > 0
            ? [
                {
                  key: "fee",
                  name: t(order.role === "buyer" ? "amounts.buyerFee" : "amounts.feeOfBuyer"),
                  value: <Money value={buyerFee} exact />,
                },
              ]
            : []),
          { key: "total", name: t("amounts.total"), value: <Money value={total} exact />, strong: true },
          ...(includedTax
            ? [{ key: "includedTax", name: t("amounts.includedTax"), value: <Money value={includedTax} exact /> }]
            : []),
          ...(order.payment?.status === "captured"
            ? [{ key: "paid", name: t("amounts.paid"), value: <PaidFrom order={order} /> }]
            : []),
          ...(commission
            ? [
                {
                  key: "commission",
                  name: t("amounts.commission"),
                  value: <Money value={negative(commission)} exact />,
                },
              ]
            : []),
          ...(commissionTax && commissionTax.amount > 0
            ? [
                {
                  key: "tax",
                  name: t("amounts.commissionTax"),
                  value: <Money value={negative(commissionTax)} exact />,
                },
              ]
            : []),
          ...(sellerReceives
            ? [
                {
                  key: "receives",
                  name: t(order.role === "staff" ? "amounts.sellerReceivesStaff" : "amounts.sellerReceives"),
                  value: <Money value={sellerReceives} exact />,
                  strong: true,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

/** What of the total is tax already; null where prices contain none. */
function includedTaxOf({ taxes, amounts }: Order) {
  const amount = taxes.reduce((sum, { included, tax }) => (included ? sum + tax.amount : sum), 0);
  return amount > 0 ? { amount, currency: amounts.total.currency } : null;
}

function PaidFrom({ order: { payment, role } }: { order: Order }) {
  const { t } = useTranslation();
  if (payment?.gateway !== WALLET) return <bdi dir="ltr">{payment?.gateway}</bdi>;
  return t(role === "buyer" ? "amounts.fromYourWallet" : "amounts.fromWallet");
}

export function DeliveryAddress({ order: { shippingAddress: to, shippingOption } }: { order: Order }) {
  const { t } = useTranslation();
  if (!shippingOption) return null;
  return (
    <Panel title={t("address.title")} icon={<PinIcon />}>
      {to ? <PostalAddress to={to} className={classes.address} /> : <p>{t("address.erased")}</p>}
      <p className={classes.soft}>
        {t(`shipping.speed.${shippingOption.speed}`)} · <bdi>{shippingOption.title}</bdi>
      </p>
    </Panel>
  );
}

const negative = ({ amount, currency }: { amount: number; currency: string }) => ({ amount: -amount, currency });
