import { Link } from "react-router";
import type { AccountEntry, LedgerAccount } from "../../api/operations.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CoinIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import classes from "./finance.module.css";

type Listed = { next: string | null; above: string };

/** The accounts of one family with money in them, each leading to its entries. */
export function Accounts({ accounts, next, above }: Listed & { accounts: readonly LedgerAccount[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (accounts.length === 0)
    return (
      <EmptyState title={t("accounts.none")} icon={<ScalesIcon size={26} />}>
        <p>{t("accounts.noneText")}</p>
      </EmptyState>
    );
  return (
    <Panel title={t("accounts.title")} icon={<ScalesIcon />}>
      <ul className={classes.items}>
        {accounts.map(({ account, shard, balance, entries }) => (
          <li key={`${account} ${shard}`}>
            <div className={classes.head}>
              <div>
                <Link to={to(`${above}&account=${encodeURIComponent(account)}&shard=${shard}`)}>
                  <bdi dir="ltr" className={classes.code}>
                    {account}
                  </bdi>
                </Link>
                <p className={classes.soft}>{t("accounts.entries", { count: entries })}</p>
              </div>
              <div className={classes.amounts}>
                <strong>
                  <Money value={balance} exact />
                </strong>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <More next={next} above={above} />
    </Panel>
  );
}

/** What came to one account and went from it, the latest first, with the balance after each. */
export function AccountEntries({
  account,
  entries,
  next,
  above,
}: Listed & { account: string; entries: readonly AccountEntry[] }) {
  const { t, i18n } = useTranslation();
  const { to } = useLocale();
  return (
    <Panel
      title={
        <bdi dir="ltr" className={classes.code}>
          {account}
        </bdi>
      }
      icon={<CoinIcon />}
    >
      <ul className={classes.items}>
        {entries.map(({ number, kind, dealId, at, amount, balanceAfter, postingId }) => (
          <li key={number}>
            <div className={classes.head}>
              <div>
                <strong>{i18n.exists(`statement.kind.${kind}`) ? t(`statement.kind.${kind}`) : kind}</strong>
                <p className={classes.soft}>
                  <Moment at={at} /> · {t("accounts.number", { number })}
                </p>
                {dealId ? (
                  <Link to={to(`/operations/deals/${dealId}`)}>{t("accounts.order")}</Link>
                ) : (
                  <bdi dir="ltr" className={classes.code}>
                    {postingId}
                  </bdi>
                )}
              </div>
              <div className={classes.amounts}>
                <strong>
                  <Money value={amount} exact signed />
                </strong>
                <span className={classes.soft}>
                  {t("accounts.after")} <Money value={balanceAfter} exact />
                </span>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <More next={next} above={above} />
    </Panel>
  );
}

function More({ next, above }: Listed) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (!next) return null;
  return (
    <p className={classes.more}>
      <Link to={to(`${above}&cursor=${encodeURIComponent(next)}`)}>{t("common.more")}</Link>
    </p>
  );
}
