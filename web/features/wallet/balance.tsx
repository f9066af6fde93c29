import { Link } from "react-router";
import type { Balance } from "../../api/wallet.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts } from "../../ui/panel.tsx";
import classes from "./wallet.module.css";

/** What can be taken out, large; and everything that explains why it is not more. */
export function BalanceBar({ balance }: { balance: Balance }) {
  const { t } = useTranslation();
  const parts = ["balance", "waiting", "owed", "reserved", "onTheWay"] as const;
  return (
    <section className={classes.balance} aria-labelledby="available">
      <div className={classes.available}>
        <h2 id="available">{t("wallet.available")}</h2>
        <strong>
          <Money value={balance.available} exact />
        </strong>
        <p className={classes.soft}>{t("wallet.availableText")}</p>
      </div>
      <Facts
        rows={parts.map((part) => ({
          key: part,
          name: t(`wallet.part.${part}`),
          value: <Money value={balance[part]} exact />,
        }))}
      />
    </section>
  );
}

/** Which currency is looked at, where there is more than one. */
export function Currencies({ balances, currency }: { balances: Balance[]; currency: string }) {
  const { t } = useTranslation();
  if (balances.length < 2) return null;
  return (
    <nav aria-label={t("wallet.currencies")} className={classes.tabs}>
      {balances.map((balance) => (
        <Link
          key={balance.currency}
          to={`?currency=${balance.currency}`}
          aria-current={balance.currency === currency ? "true" : undefined}
          preventScrollReset
        >
          <bdi dir="ltr">{balance.currency}</bdi>
        </Link>
      ))}
    </nav>
  );
}
