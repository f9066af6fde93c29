import { Link } from "react-router";
import type { WalletEntry } from "../../api/wallet.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CoinIcon, DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import classes from "./wallet.module.css";

/** What came and went, the latest first, each with the balance that it left. */
export function WalletEntries({
  entries,
  older,
  newest,
}: {
  entries: WalletEntry[];
  older: string | null;
  newest: string | null;
}) {
  const { t } = useTranslation();
  return (
    <Panel title={t("wallet.entries")} icon={<DocumentIcon />}>
      {entries.length === 0 ? (
        <EmptyState title={t("wallet.noEntries")} icon={<CoinIcon size={26} />}>
          <p>{t("wallet.noEntriesText")}</p>
        </EmptyState>
      ) : (
        <ol className={classes.rows}>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {older || newest ? (
        <p className={classes.more}>
          {newest ? <Link to={newest}>{t("wallet.newest")}</Link> : null}
          {older && newest ? " · " : null}
          {older ? <Link to={older}>{t("wallet.older")}</Link> : null}
        </p>
      ) : null}
    </Panel>
  );
}

function Row({ entry: { kind, at, amount, balanceAfter } }: { entry: WalletEntry }) {
  const { t, i18n } = useTranslation();
  const words = `wallet.kind.${kind}`;
  const general = `statement.kind.${kind}`;
  return (
    <li>
      <div className={classes.what}>
        <strong>{i18n.exists(words) ? t(words) : i18n.exists(general) ? t(general) : kind}</strong>
        <span className={classes.soft}>
          <Moment at={at} shape="short" />
        </span>
      </div>
      <div className={classes.sums}>
        <strong className={amount.amount > 0 ? classes.in : undefined}>
          <Money value={amount} exact signed />
        </strong>
        <span className={classes.soft}>
          {t("wallet.after")} <Money value={balanceAfter} exact />
        </span>
      </div>
    </li>
  );
}
