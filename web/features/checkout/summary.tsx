import type { Money as Amount, Product, QuotedOption, Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { DaysOff } from "../../ui/days-off.tsx";
import { LockIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts } from "../../ui/panel.tsx";
import classes from "./checkout.module.css";

/** What the order will cost, as far as the delivery is chosen. */
export const totalOf = ({ price }: Product, quantity: number, option: QuotedOption | null): Amount =>
  option?.total ?? { amount: price.amount * quantity, currency: price.currency };

/** All that will be paid, line by line, and what then happens to it. */
export function Summary({
  product,
  choices,
  quantity,
  option,
}: {
  product: Product;
  choices: Text[];
  quantity: number;
  option: QuotedOption | null;
}) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const goods: Amount = { amount: product.price.amount * quantity, currency: product.price.currency };
  const total = totalOf(product, quantity, option);
  const picture = product.pictures[0];
  return (
    <>
      <div className={classes.item}>
        {picture ? <img src={picture.url} alt="" width={80} height={60} /> : null}
        <div>
          <strong>{say(product.title)}</strong>
          <p className={classes.hint}>
            {choices.map((choice) => (
              <span key={choice.en}>
                <bdi>{say(choice)}</bdi> ·{" "}
              </span>
            ))}
            {t("checkout.count", { count: quantity })} · <bdi>{product.seller.name}</bdi>
          </p>
        </div>
      </div>
      <Facts
        rows={[
          { key: "goods", name: t("amounts.goods"), value: <Money value={goods} exact /> },
          {
            key: "shipping",
            name: t("amounts.shipping"),
            value: option ? <Money value={option.price} exact /> : t("checkout.notChosen"),
          },
          ...(option && option.tax.amount > 0
            ? [{ key: "tax", name: t("amounts.tax"), value: <Money value={option.tax} exact /> }]
            : []),
          {
            key: "fee",
            name: t("amounts.buyerFee"),
            value: option && option.buyerFee.amount > 0 ? <Money value={option.buyerFee} exact /> : t("amounts.none"),
          },
          { key: "total", name: t("amounts.total"), value: <Money value={total} exact />, strong: true },
        ]}
      />
      <ul className={classes.promises}>
        {(["held", "dispatch", "check"] as const).map((key) => (
          <li key={key}>
            <LockIcon size={16} />
            <span>{t(`checkout.promise.${key}`)}</span>
          </li>
        ))}
      </ul>
      <DaysOff />
    </>
  );
}
