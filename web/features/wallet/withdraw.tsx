import { Link } from "react-router";
import type { Attempt } from "../../api/attempt.ts";
import type { Balance, OwnBankAccount, WithdrawalPlan } from "../../api/wallet.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { ArrowIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { type Fields, Previewed } from "../../ui/previewed.tsx";
import { Ending } from "./accounts.tsx";
import classes from "./wallet.module.css";

type Given = {
  balance: Balance;
  accounts: OwnBankAccount[];
  attempt: Attempt<WithdrawalPlan> | null;
  idempotencyKey: string;
};

/** Money to one's bank: how much, to which account, what the wallet then is; then once more yes. */
export function Withdraw({ balance, accounts, attempt, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const verified = accounts.filter(({ status }) => status === "verified");
  if (balance.available.amount === 0 && attempt?.step !== "done")
    return (
      <Panel title={t("withdraw.title")} icon={<ArrowIcon />}>
        <p className={classes.soft}>{t("withdraw.nothing")}</p>
      </Panel>
    );
  return (
    <Panel title={t("withdraw.title")} icon={<ArrowIcon />}>
      {verified.length === 0 ? (
        <>
          <p>{t("withdraw.needsAccount")}</p>
          <p className={classes.more}>
            <Link to={to("/selling/bank-account")}>{t("bank.add")}</Link>
          </p>
        </>
      ) : (
        <Previewed<WithdrawalPlan>
          form="withdraw"
          intent="withdraw"
          attempt={attempt}
          idempotencyKey={idempotencyKey}
          words={{
            preview: t("preview.show"),
            planned: t("withdraw.planned"),
            confirm: t("withdraw.confirm"),
            done: t("withdraw.done"),
          }}
          outcome={(plan) => <Plan plan={plan} accounts={accounts} />}
          fields={(fields) => <WithdrawFields {...fields} balance={balance} accounts={verified} />}
        />
      )}
    </Panel>
  );
}

function WithdrawFields({
  input,
  errorOf,
  balance,
  accounts,
}: Fields & { balance: Balance; accounts: OwnBankAccount[] }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const preferred = accounts.find(({ primary }) => primary) ?? accounts[0];
  return (
    <div className={classes.form}>
      <input type="hidden" name="currency" value={balance.currency} />
      <TextInput
        name="amount"
        label={t("withdraw.amount", { currency: balance.currency })}
        description={t("withdraw.atMost", { amount: moneyInText(balance.available, intl) })}
        inputMode="decimal"
        autoComplete="off"
        required
        withAsterisk={false}
        size="md"
        dir="ltr"
        defaultValue={input.amount ?? ""}
        error={errorOf("amount")}
      />
      <NativeSelect
        name="bankAccountId"
        label={t("withdraw.to")}
        size="md"
        defaultValue={input.bankAccountId ?? preferred?.id ?? ""}
        error={errorOf("bankAccountId")}
        data={accounts.map(({ id, holderName, last4 }) => ({
          value: id,
          label: `\u2066•••• ${last4}\u2069 · ${holderName}`,
        }))}
      />
    </div>
  );
}

/** The same words before and after, so that what was promised can be held against what was done. */
function Plan({ plan, accounts }: { plan: WithdrawalPlan; accounts: OwnBankAccount[] }) {
  const { t } = useTranslation();
  const account = accounts.find(({ id }) => id === plan.bankAccountId);
  return (
    <>
      {plan.status === "withheld" ? <p>{t("withdraw.withheld")}</p> : null}
      <Facts
        rows={[
          { key: "amount", name: t("withdraw.leaves"), value: <Money value={plan.amount} exact />, strong: true },
          ...(account ? [{ key: "account", name: t("withdraw.to"), value: <Ending account={account} /> }] : []),
          { key: "balance", name: t("withdraw.balanceAfter"), value: <Money value={plan.wallet.balance} exact /> },
          {
            key: "available",
            name: t("withdraw.availableAfter"),
            value: <Money value={plan.wallet.available} exact />,
          },
        ]}
      />
    </>
  );
}
