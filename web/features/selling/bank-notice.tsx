import { Link } from "react-router";
import type { BankAccount } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, BankIcon, CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import classes from "./selling.module.css";

/** Says where payouts go, or that nothing can be paid out before there is an account. */
export function BankNotice({ accounts }: { accounts: BankAccount[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const account = accounts.find(({ primary }) => primary) ?? accounts[0];
  if (!account) {
    return (
      <Callout tone="wait" icon={<AlertIcon />} title={t("bank.missingTitle")}>
        <p>{t("bank.missingText")}</p>
        <Link to={to("/selling/bank-account")}>{t("bank.add")}</Link>
      </Callout>
    );
  }
  return (
    <p className={classes.bankLine}>
      <BankIcon /> {t("bank.paidTo")} <Ending account={account} /> ·{" "}
      <Link to={to("/selling/bank-account")}>{t("bank.change")}</Link>
    </p>
  );
}

export function AccountCard({ account }: { account: BankAccount }) {
  const { t } = useTranslation();
  return (
    <Callout
      tone={account.status === "failed" ? "bad" : "held"}
      icon={account.status === "verified" ? <CheckCircleIcon /> : <BankIcon />}
    >
      <strong>
        <bdi>{account.holderName}</bdi> · <Ending account={account} />
      </strong>
      <p>
        <bdi dir="ltr">{account.ifsc}</bdi> · {t(`bank.kind.${account.kind}`)} · {t(`bank.status.${account.status}`)}
      </p>
    </Callout>
  );
}

const Ending = ({ account }: { account: BankAccount }) => <bdi dir="ltr">•••• {account.last4}</bdi>;
