import { Link } from "react-router";
import { type Money as Amount, type Order, WALLET } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { gatewayName } from "../../ui/gateway-name.ts";
import { ParcelIcon, PinIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import { PostalAddress } from "../../ui/postal-address.tsx";
import { useWords } from "../../ui/words.ts";
import classes from "./orders.module.css";

/** What was bought and every line of its price; the seller also sees the commission and the rest that is the seller's. */
export function Breakdown({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { goods, shipping, tax, buyerFee, total } = order.amounts;
  const includedTax = includedTaxOf(order);
  const words = useWords(order.kind);
  return (
    <Panel title={t("amounts.title")} icon={<ParcelIcon />}>
      <ul className={classes.items}>
        {order.items.map((item) => (
          <li key={item.productId ?? order.id}>
            {item.pictureUrl ? <Thumbnail url={item.pictureUrl} width={72} /> : null}
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
          { key: "goods", name: t(words("amounts.goods")), value: <Money value={goods} exact /> },
          ...(order.shippingOption
            ? [{ key: "shipping", name: t("amounts.shipping"), value: <Money value={shipping} exact /> }]
            : []),
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
          ...earnings(order, t),
        ]}
      />
    </Panel>
  );
}

type Row = Parameters<typeof Facts>[0]["rows"][number];
type T = ReturnType<typeof useTranslation>["t"];

/** What the marketplace takes of it, and what is left to the seller; a buyer is not told. */
function earnings({ amounts, role }: Order, t: T): Row[] {
  const { commission, commissionTax, sellerReceives } = amounts;
  const taken = (key: string, name: string, amount: Amount): Row => ({
    ...{ key, name, value: <Money value={negative(amount)} exact /> },
  });
  return [
    ...(commission ? [taken("commission", t("amounts.commission"), commission)] : []),
    ...(commissionTax && commissionTax.amount > 0 ? [taken("tax", t("amounts.commissionTax"), commissionTax)] : []),
    ...(sellerReceives
      ? [
          {
            key: "receives",
            name: t(role === "staff" ? "amounts.sellerReceivesStaff" : "amounts.sellerReceives"),
            value: <Money value={sellerReceives} exact />,
            strong: true,
          },
        ]
      : []),
  ];
}

/** What of the total is tax already; null where prices contain none. */
function includedTaxOf({ taxes, amounts }: Order) {
  const amount = taxes.reduce((sum, { included, tax }) => (included ? sum + tax.amount : sum), 0);
  return amount > 0 ? { amount, currency: amounts.total.currency } : null;
}

function PaidFrom({ order: { payment, role } }: { order: Order }) {
  const { t } = useTranslation();
  if (!payment) return null;
  if (payment.gateway !== WALLET) return <bdi dir="ltr">{gatewayName(payment.gateway)}</bdi>;
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
