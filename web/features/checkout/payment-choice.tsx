import type { Money as Amount } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CardIcon, CoinIcon } from "../../ui/icons.tsx";
import { moneyInText } from "../../ui/money.tsx";
import classes from "./checkout.module.css";

export const METHODS = ["gateway", "wallet"] as const;
export type Method = (typeof METHODS)[number];
export const methodIn = (form: FormData): Method => (form.get("method") === "wallet" ? "wallet" : "gateway");

/** Whether a balance pays all of it; a part is not paid from it. */
export const covers = (balance: Amount | null, total: Amount): boolean =>
  balance !== null && balance.currency === total.currency && balance.amount >= total.amount;

/** The gateway, or the buyer's own balance where there is one: shown with what it holds, and with the reason where that is too little. */
export function PaymentChoice({
  balance,
  total,
  method,
  choose,
}: {
  balance: Amount;
  total: Amount;
  method: Method;
  choose: (method: Method) => void;
}) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const enough = covers(balance, total);
  const missing = { amount: total.amount - balance.amount, currency: total.currency };
  const amount = moneyInText(balance, intl);
  const wallet = enough ? t("method.walletText") : t("method.short", { missing: moneyInText(missing, intl) });
  return (
    <fieldset className={classes.methods}>
      <legend>{t("method.title")}</legend>
      {METHODS.map((one) => (
        <label key={one} className={classes.courier} data-off={(one === "wallet" && !enough) || undefined}>
          <input
            type="radio"
            name="method"
            value={one}
            checked={method === one}
            disabled={one === "wallet" && !enough}
            onChange={() => choose(one)}
          />
          <span className={classes.courierText}>
            <strong>{t(`method.${one}`, { amount })}</strong>
            <small>{one === "wallet" ? wallet : t("method.gatewayText")}</small>
          </span>
          {one === "wallet" ? <CoinIcon /> : <CardIcon />}
        </label>
      ))}
    </fieldset>
  );
}
