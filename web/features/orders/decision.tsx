import { Link } from "react-router";
import type { Attempt } from "../../api/attempt.ts";
import type { Approval, Decided } from "../../api/finance.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { EntryList } from "../../ui/entries.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { PersonIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { type Fields, Previewed } from "../../ui/previewed.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import classes from "./orders.module.css";

export const DECISIONS = ["release", "refund", "settle"] as const;

/** Finance staff end the wait for money in escrow: release, refund or divide, with a reason, after a look at the entries. */
export function DecisionPanel({
  order,
  waiting,
  attempt,
  idempotencyKey,
}: {
  order: Order;
  /** What somebody has proposed and nobody has approved. */
  waiting: Approval[];
  attempt: Attempt<Decided> | null;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const done = attempt?.form === "decision" && attempt.step === "done";
  // While a bank decides nobody else does.
  if (order.escrow.status !== "held" && !done) return null;
  const [proposal] = waiting;
  if (proposal && !done) return <Waiting proposal={proposal} />;
  const later = attempt?.outcome?.needsApproval === true || attempt?.outcome?.status === "waiting";
  return (
    <Panel title={t("decision.title")} icon={<ScalesIcon />}>
      <Previewed<Decided>
        form="decision"
        intent="decide"
        attempt={attempt}
        idempotencyKey={idempotencyKey}
        words={{
          preview: t("preview.show"),
          planned: t("preview.planned"),
          confirm: t(later ? "approval.confirm" : "decision.confirm"),
          done: t(later ? "approval.proposed" : "decision.done"),
        }}
        danger
        outcome={({ entries }, input) => (
          <>
            {later ? <p>{t(done ? "approval.next" : "approval.later")}</p> : null}
            <EntryList entries={entries} signed />
            {input.reason ? (
              <p className={classes.soft}>
                {t("preview.reason")}: <bdi>{input.reason}</bdi>
              </p>
            ) : null}
            {later && done ? <ToApprovals /> : null}
          </>
        )}
        fields={(fields) => <DecisionFields order={order} {...fields} />}
      />
    </Panel>
  );
}

/** While a second person is waited for nobody decides otherwise from here. */
function Waiting({ proposal: { content, authors, amount, reason } }: { proposal: Approval }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("decision.title")} icon={<ScalesIcon />}>
      <Callout tone="wait" icon={<PersonIcon />} title={t("approval.status.waiting")}>
        <p>
          {content.decision ? t(`decision.kind.${content.decision}`) : null} · <Money value={amount} exact />
        </p>
        <p>
          {t("approval.by")} <bdi>{authors.map(({ name }) => name).join(", ")}</bdi> · {t("preview.reason")}:{" "}
          <bdi>{reason}</bdi>
        </p>
        <ToApprovals />
      </Callout>
    </Panel>
  );
}

function ToApprovals() {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <p>
      <Link to={to("/finance/approvals")}>{t("approval.look")}</Link>
    </p>
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
      <ReasonField value={input.reason} error={errorOf("reason")} />
    </div>
  );
}
