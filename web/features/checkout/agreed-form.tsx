import { useState } from "react";
import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Sent } from "../../api/server.ts";
import type { Address, Money as Amount, Rates } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { moneyInText } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { AddressFields } from "./address-fields.tsx";
import classes from "./checkout.module.css";
import { Step } from "./checkout-form.tsx";
import { covers, type Method, PaymentChoice } from "./payment-choice.tsx";
import { ShippingChoice } from "./shipping-choice.tsx";

type Given = {
  /** What was agreed, shown beside the button that orders it. */
  agreed: React.ReactNode;
  total: Amount;
  rates: Sent<Rates> | null;
  asking: boolean;
  onPostcode: (postcode: string) => void;
  values: Partial<Address>;
  problem: Problem | null;
  idempotencyKey: string;
  balance: Amount | null;
};

/** The checkout of what was negotiated: where it goes and who brings it; what it costs was agreed. */
export function AgreedForm({ rates, asking, onPostcode, values, problem, idempotencyKey, ...reviewed }: Given) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const options = rates?.ok ? rates.value.options : [];
  const option = options.find(({ courier }) => courier === chosen) ?? options[0] ?? null;
  return (
    <Form method="post" className={classes.checkout}>
      <IdempotencyField value={idempotencyKey} />
      <div className={classes.column}>
        {problem ? <ProblemCallout problem={problem} about="agreement" /> : null}
        <Panel title={<Step number={1}>{t("checkout.address")}</Step>}>
          <AddressFields values={values} problem={problem} onPostcode={onPostcode} />
        </Panel>
        <Panel title={<Step number={2}>{t("checkout.delivery")}</Step>}>
          <p className={`${classes.hint} ${classes.agreedOn}`}>{t("agreement.courierText")}</p>
          <div aria-live="polite">
            <ShippingChoice
              rates={rates}
              asking={asking}
              courier={option?.courier ?? null}
              choose={setChosen}
              priced={false}
            />
          </div>
          <div className={classes.askRates}>
            <SubmitButton busy={asking} variant="default" size="sm" name="intent" value="rates">
              {t("checkout.askCouriers")}
            </SubmitButton>
          </div>
        </Panel>
      </div>
      <div className={classes.sticky}>
        <Review {...reviewed} ready={option !== null} />
      </div>
    </Form>
  );
}

function Review({ agreed, total, balance, ready }: Pick<Given, "agreed" | "total" | "balance"> & { ready: boolean }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const busy = useNavigation().state !== "idle";
  const [wished, setWished] = useState<Method>("gateway");
  const method = wished === "wallet" && covers(balance, total) ? "wallet" : "gateway";
  return (
    <Panel title={<Step number={3}>{t("checkout.review")}</Step>}>
      <div className={classes.agreedOn}>{agreed}</div>
      {balance !== null && balance.amount > 0 ? (
        <PaymentChoice {...{ balance, total, method }} choose={setWished} />
      ) : null}
      {ready ? (
        <SubmitButton busy={busy} size="lg" fullWidth name="intent" value="place">
          {method === "wallet" ? t("method.placeAndPay", { amount: moneyInText(total, intl) }) : t("checkout.pay")}
        </SubmitButton>
      ) : (
        <Callout>{t("checkout.chooseFirst")}</Callout>
      )}
      <p className={classes.after}>{t("agreement.afterOrder")}</p>
    </Panel>
  );
}
