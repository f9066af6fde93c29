import { Form, useNavigation } from "react-router";
import type { Money as Amount } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { CoinIcon } from "../../ui/icons.tsx";
import { moneyInText } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./checkout.module.css";
import { covers } from "./payment-choice.tsx";

/** The other way to pay an order that waits: at once, from one's own balance. */
export function WalletOffer({
  balance,
  total,
  idempotencyKey,
}: {
  balance: Amount | null;
  total: Amount;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { state, formData } = useNavigation();
  if (balance === null || balance.amount === 0) return null;
  const missing = { amount: total.amount - balance.amount, currency: total.currency };
  return (
    <Panel title={t("method.wallet", { amount: moneyInText(balance, intl) })} icon={<CoinIcon />}>
      {covers(balance, total) ? (
        <>
          <p className={classes.hint}>{t("method.walletText")}</p>
          <Form method="post" className={classes.handoverActions}>
            <IdempotencyField value={idempotencyKey} />
            <SubmitButton
              busy={state !== "idle" && formData?.get("method") === "wallet"}
              variant="default"
              name="method"
              value="wallet"
            >
              {t("method.payNow", { amount: moneyInText(total, intl) })}
            </SubmitButton>
          </Form>
        </>
      ) : (
        <p className={classes.hint}>{t("method.short", { missing: moneyInText(missing, intl) })}</p>
      )}
    </Panel>
  );
}
