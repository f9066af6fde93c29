import { useState } from "react";
import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Sent } from "../../api/server.ts";
import type { Address, Money as Amount, Product, QuotedOption, Rates, Variant } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { moneyInText } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { AddressFields } from "./address-fields.tsx";
import classes from "./checkout.module.css";
import { covers, type Method, PaymentChoice } from "./payment-choice.tsx";
import { ShippingChoice } from "./shipping-choice.tsx";
import { Summary, totalOf } from "./summary.tsx";

type Given = {
  product: Product;
  variant: Variant | null;
  quantity: number;
  rates: Sent<Rates> | null;
  asking: boolean;
  onPostcode: (postcode: string) => void;
  values: Partial<Address>;
  problem: Problem | null;
  idempotencyKey: string;
  /** What the buyer may pay from in the currency of the product; null: nothing. */
  balance: Amount | null;
};

/** Address, courier and summary in one form: three numbered parts that are all in sight. */
export function CheckoutForm(given: Given) {
  const { t } = useTranslation();
  const { product, variant, quantity, rates, asking, onPostcode, values, problem, balance, idempotencyKey } = given;
  const [chosen, setChosen] = useState<string | null>(null);
  const options = rates?.ok ? rates.value.options : [];
  const option = options.find(({ courier }) => courier === chosen) ?? options[0] ?? null;
  return (
    <Form method="post" className={classes.checkout}>
      <IdempotencyField value={idempotencyKey} />
      <input type="hidden" name="quantity" value={quantity} />
      {variant ? <input type="hidden" name="variant" value={variant.id} /> : null}
      <div className={classes.column}>
        {problem ? <ProblemCallout problem={problem} /> : null}
        <Panel title={<Step number={1}>{t("checkout.address")}</Step>}>
          <AddressFields values={values} problem={problem} onPostcode={onPostcode} />
        </Panel>
        <Panel title={<Step number={2}>{t("checkout.delivery")}</Step>}>
          <div aria-live="polite">
            <ShippingChoice rates={rates} asking={asking} courier={option?.courier ?? null} choose={setChosen} />
          </div>
          <div className={classes.askRates}>
            <SubmitButton busy={asking} variant="default" size="sm" name="intent" value="rates">
              {t("checkout.askCouriers")}
            </SubmitButton>
          </div>
        </Panel>
      </div>
      <div className={classes.sticky}>
        <Review {...{ product, variant, quantity, balance, option }} />
      </div>
    </Form>
  );
}

type Reviewed = Pick<Given, "product" | "variant" | "quantity" | "balance"> & { option: QuotedOption | null };

/** What it comes to, how it is paid, and the step that orders it. */
function Review({ product, variant, quantity, balance, option }: Reviewed) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const busy = useNavigation().state !== "idle";
  const total = totalOf(product, quantity, option);
  const [wished, setWished] = useState<Method>("gateway");
  const method = wished === "wallet" && covers(balance, total) ? "wallet" : "gateway";
  return (
    <Panel title={<Step number={3}>{t("checkout.review")}</Step>}>
      <Summary product={product} choices={variant?.choices ?? []} quantity={quantity} option={option} />
      {balance !== null && balance.amount > 0 ? (
        <PaymentChoice {...{ balance, total, method }} choose={setWished} />
      ) : null}
      {option ? (
        <SubmitButton busy={busy} size="lg" fullWidth name="intent" value="place">
          {method === "wallet" ? t("method.placeAndPay", { amount: moneyInText(total, intl) }) : t("checkout.pay")}
        </SubmitButton>
      ) : (
        <Callout>{t("checkout.chooseFirst")}</Callout>
      )}
      <p className={classes.after}>{t(method === "wallet" ? "method.afterPay" : "checkout.afterPay")}</p>
    </Panel>
  );
}

export const Step = ({ number, children }: { number: number; children: React.ReactNode }) => (
  <span className={classes.step}>
    <span className={classes.number}>{number}</span> {children}
  </span>
);
