import type { Attempt } from "../../api/attempt.ts";
import type { Debt, Entries } from "../../api/finance.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { CheckCircleIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Money, major, moneyInText } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import type { Fields } from "../../ui/previewed.tsx";
import classes from "./finance.module.css";
import { Outcome } from "./outcome.tsx";
import { ReasonedAct } from "./reasoned-act.tsx";

type Given = { attempt: Attempt<Entries> | null; idempotencyKey: string; me: string | null };

/** Who owes us money, and the way to give a debt up: one asks here, another approves among the approvals. */
export function Debts({ debts, ...given }: Given & { debts: Debt[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("debt.title")} icon={<ScalesIcon />}>
      {debts.length === 0 ? (
        <p className={classes.none}>
          <CheckCircleIcon />
          <span>
            <strong>{t("debt.none")}.</strong> {t("debt.noneText")}
          </span>
        </p>
      ) : (
        <>
          <p className={classes.intro}>{t("debt.text")}</p>
          <ul className={classes.items}>
            {debts.map((debt) => (
              <DebtItem key={`${debt.userId} ${debt.owed.currency}`} debt={debt} {...given} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function DebtItem({ debt, me, attempt, idempotencyKey }: Given & { debt: Debt }) {
  const { t } = useTranslation();
  const { userId, userName, owed } = debt;
  const words = { open: t("debt.ask.open"), confirm: t("approval.confirm"), done: t("approval.proposed") };
  return (
    <li>
      <div className={classes.head}>
        <div>
          <strong>
            <bdi>{userName}</bdi>
          </strong>
          <bdi dir="ltr" className={classes.code}>
            {userId}
          </bdi>
        </div>
        <div className={classes.amounts}>
          <strong>
            <Money value={owed} exact />
          </strong>
          <span className={classes.soft}>{t("debt.owed")}</span>
        </div>
      </div>
      {userId === me ? (
        <p className={classes.soft}>{t("debt.own")}</p>
      ) : (
        <ReasonedAct
          id={`${userId}.${owed.currency}`}
          intent="ask-write-off"
          longestReason={300}
          {...{ attempt, idempotencyKey, words }}
          more={(fields) => <AmountField debt={debt} {...fields} />}
          outcome={({ entries }, { reason }) => (
            <>
              <p>{t("debt.ask.later")}</p>
              <Outcome entries={entries} reason={reason} />
            </>
          )}
        />
      )}
    </li>
  );
}

function AmountField({ debt: { userId, owed }, input, errorOf }: Fields & { debt: Debt }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  return (
    <>
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="currency" value={owed.currency} />
      <TextInput
        name="amount"
        label={t("debt.amount", { currency: owed.currency })}
        description={t("withdraw.atMost", { amount: moneyInText(owed, intl) })}
        inputMode="decimal"
        autoComplete="off"
        required
        withAsterisk={false}
        size="md"
        dir="ltr"
        defaultValue={input.amount ?? major(owed)}
        error={errorOf("amount")}
      />
    </>
  );
}
