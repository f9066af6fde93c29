import { useState } from "react";
import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Price } from "../../api/shopping.ts";
import type { Money as Amount, Party, Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Textarea } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { LockIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import classes from "./checkout.module.css";
import { Step } from "./checkout-form.tsx";
import { useConditions } from "./conditions.ts";
import { covers, type Method, PaymentChoice } from "./payment-choice.tsx";

export type Unsent = {
  kind: "digital" | "service";
  title: Text;
  /** Of the package; null where there is none. */
  part: Text | null;
  pictureUrl: string | null;
  seller: Party;
  quantity: number;
  price: Price;
};

type Given = {
  what: Unsent;
  typed: string;
  problem: Problem | null;
  idempotencyKey: string;
  balance: Amount | null;
};

const MOST_LETTERS = 5000;

/** The checkout of what no courier brings: what holds for it, said before it is paid, and the price. */
export function UnsentForm({ what, typed, problem, idempotencyKey, balance }: Given) {
  const { t } = useTranslation();
  const service = what.kind === "service";
  const { lines } = useConditions(what.price.conditions);
  return (
    <Form method="post" className={classes.checkout}>
      <IdempotencyField value={idempotencyKey} />
      <input type="hidden" name="quantity" value={what.quantity} />
      <div className={classes.column}>
        {problem ? <ProblemCallout problem={problem} /> : null}
        {service ? (
          <Panel title={<Step number={1}>{t("checkout.requirementsTitle")}</Step>}>
            <Textarea
              name="requirements"
              label={t("checkout.requirements")}
              description={t("checkout.requirementsHint")}
              defaultValue={typed}
              maxLength={MOST_LETTERS}
              rows={7}
            />
          </Panel>
        ) : null}
        <Panel title={<Step number={service ? 2 : 1}>{t("checkout.conditionsTitle")}</Step>}>
          <ul className={classes.promises}>
            {lines.map((line) => (
              <li key={line}>
                <LockIcon size={16} />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <div className={classes.sticky}>
        <Review what={what} balance={balance} number={service ? 3 : 2} />
      </div>
    </Form>
  );
}

function Review({ what, balance, number }: Pick<Given, "what" | "balance"> & { number: number }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const busy = useNavigation().state !== "idle";
  const { total } = what.price;
  const [wished, setWished] = useState<Method>("gateway");
  const method = wished === "wallet" && covers(balance, total) ? "wallet" : "gateway";
  return (
    <Panel title={<Step number={number}>{t("checkout.review")}</Step>}>
      <Bill what={what} />
      {balance !== null && balance.amount > 0 ? (
        <PaymentChoice {...{ balance, total, method }} choose={setWished} />
      ) : null}
      <SubmitButton busy={busy} size="lg" fullWidth>
        {method === "wallet" ? t("method.placeAndPay", { amount: moneyInText(total, intl) }) : t("checkout.pay")}
      </SubmitButton>
      <p className={classes.after}>{t(method === "wallet" ? "method.afterPay" : "checkout.afterPay")}</p>
    </Panel>
  );
}

function Bill({ what }: { what: Unsent }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { goods, tax, buyerFee, total } = what.price;
  return (
    <>
      <div className={classes.item}>
        {what.pictureUrl ? <Thumbnail url={what.pictureUrl} width={80} /> : null}
        <div>
          <strong>{say(what.title)}</strong>
          <p className={classes.hint}>
            {what.part ? <bdi>{say(what.part)}</bdi> : t("shop.licenceCount", { count: what.quantity })} ·{" "}
            <bdi>{what.seller.name}</bdi>
          </p>
        </div>
      </div>
      <Facts
        rows={[
          { key: "goods", name: t(`checkout.price.${what.kind}`), value: <Money value={goods} exact /> },
          ...(tax.amount > 0 ? [{ key: "tax", name: t("amounts.tax"), value: <Money value={tax} exact /> }] : []),
          {
            key: "fee",
            name: t("amounts.buyerFee"),
            value: buyerFee.amount > 0 ? <Money value={buyerFee} exact /> : t("amounts.none"),
          },
          { key: "total", name: t("amounts.total"), value: <Money value={total} exact />, strong: true },
        ]}
      />
    </>
  );
}
