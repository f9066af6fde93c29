import type { OwnBankAccount, Withdrawal } from "../../api/wallet.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ClockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Ending } from "./accounts.tsx";
import classes from "./wallet.module.css";

/** What was sent to a bank by hand or in a batch, and whether it has arrived. */
export function Withdrawals({ withdrawals, accounts }: { withdrawals: Withdrawal[]; accounts: OwnBankAccount[] }) {
  const { t } = useTranslation();
  if (withdrawals.length === 0) return null;
  return (
    <Panel title={t("withdraw.history")} icon={<ClockIcon />}>
      <ul className={classes.rows}>
        {withdrawals.map((one) => (
          <Row key={one.id} withdrawal={one} account={accounts.find(({ id }) => id === one.bankAccountId) ?? null} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ withdrawal, account }: { withdrawal: Withdrawal; account: OwnBankAccount | null }) {
  const { t, i18n } = useTranslation();
  const { status, amount, kind, updatedAt, bankReference } = withdrawal;
  const words = `payments.status.${status}`;
  return (
    <li>
      <div className={classes.what}>
        <strong>
          {t(`withdraw.kind.${kind}`)} {account ? <Ending account={account} /> : null}
        </strong>
        <span className={classes.soft}>
          {i18n.exists(words) ? t(words) : status} · <Moment at={updatedAt} shape="short" />
        </span>
        {bankReference ? (
          <span className={classes.soft}>
            {t("money.reference")} <bdi dir="ltr">{bankReference}</bdi>
          </span>
        ) : null}
      </div>
      <div className={classes.sums}>
        <strong>
          <Money value={amount} exact />
        </strong>
      </div>
    </li>
  );
}
