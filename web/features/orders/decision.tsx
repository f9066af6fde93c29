import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Attempt } from "../../api/attempt.ts";
import type { Entries } from "../../api/finance.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { EntryList } from "../../ui/entries.tsx";
import { ScalesIcon } from "../../ui/icons.tsx";
import { moneyInText } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { type Fields, Previewed } from "../../ui/previewed.tsx";
import classes from "./orders.module.css";

export const DECISIONS = ["release", "refund", "settle"] as const;

/** Finance staff end the wait for money in escrow: release, refund or divide, with a reason, after a look at the entries. */
export function DecisionPanel({
  order,
  attempt,
  idempotencyKey,
}: {
  order: Order;
  attempt: Attempt<Entries> | null;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const done = attempt?.form === "decision" && attempt.step === "done";
  // While a bank decides nobody else does.
  if (order.escrow.status !== "held" && !done) return null;
  return (
    <Panel title={t("decision.title")} icon={<ScalesIcon />}>
      <Previewed<Entries>
        form="decision"
        intent="decide"
        attempt={attempt}
        idempotencyKey={idempotencyKey}
        words={{
          preview: t("preview.show"),
          planned: t("preview.planned"),
          confirm: t("decision.confirm"),
          done: t("decision.done"),
        }}
        danger
        outcome={({ entries }, input) => (
          <>
            <EntryList entries={entries} signed />
            {input.reason ? (
              <p className={classes.soft}>
                {t("preview.reason")}: <bdi>{input.reason}</bdi>
              </p>
            ) : null}
          </>
        )}
        fields={(fields) => <DecisionFields order={order} {...fields} />}
      />
    </Panel>
  );
}

function DecisionFields({ order, input, errorOf }: Fields & { order: Order }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const words = {
    buyer: order.buyer.name,
    seller: order.seller.name,
    amount: moneyInText(order.escrow.amount, intl),
  };
  return (
    <div className={classes.decide}>
      <input type="hidden" name="currency" value={order.escrow.amount.currency} />
      <fieldset className={classes.choices}>
        <legend>{t("decision.which")}</legend>
        {DECISIONS.map((decision) => (
          <label key={decision} className={classes.choice}>
            <input
              type="radio"
              name="decision"
              value={decision}
              required
              defaultChecked={input.decision === decision}
            />
            <span>
              <strong>{t(`decision.kind.${decision}`)}</strong>
              <small>{t(`decision.means.${decision}`, words)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={classes.divide}>
        <TextInput
          name="refund"
          label={t("decision.refund", { currency: order.escrow.amount.currency })}
          description={t("decision.refundHint", words)}
          inputMode="decimal"
          autoComplete="off"
          size="md"
          dir="ltr"
          defaultValue={input.refund ?? ""}
          error={errorOf("refund") ?? errorOf("amount")}
        />
      </div>
      <TextInput
        name="reason"
        label={t("preview.reason")}
        description={t("preview.reasonHint")}
        required
        withAsterisk={false}
        maxLength={300}
        size="md"
        autoComplete="off"
        defaultValue={input.reason ?? ""}
        error={errorOf("reason")}
      />
    </div>
  );
}
