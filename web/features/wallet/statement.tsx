import type { StatementPart, WalletEntry, WalletStatement } from "../../api/wallet.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CheckCircleIcon, CoinIcon, DocumentIcon, LockIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import { TableLink } from "../../ui/table-link.tsx";
import { addsUp, isSilent, sumsOf } from "./statement-sums.ts";
import classes from "./wallet.module.css";

const ICONS = { wallet: CoinIcon, reserve: LockIcon, receivable: ScalesIcon };

/** Each account of one currency over a time: what it began with, what came and went, what it ended with. */
export function StatementOfAccounts({ statement }: { statement: WalletStatement }) {
  return statement.accounts
    .filter((part) => part.account === "wallet" || !isSilent(part))
    .map((part) => <Part key={part.account} part={part} />);
}

/** The same as files: a table for a spreadsheet, and the answer of the API as it is. */
export function Downloads({ csv, json, name }: { csv: string; json: string; name: string }) {
  const { t } = useTranslation();
  return (
    <p className={classes.downloads}>
      <TableLink href={csv} name={`${name}.csv`}>
        {t("period.csv")}
      </TableLink>
      <a href={json} download={`${name}.json`}>
        <DocumentIcon /> {t("period.json")}
      </a>
    </p>
  );
}

function Part({ part }: { part: StatementPart }) {
  const { t } = useTranslation();
  const { account, entries } = part;
  const Icon = ICONS[account];
  return (
    <Panel
      title={t(`period.account.${account}`)}
      icon={<Icon />}
      aside={
        addsUp(part) ? (
          <Badge tone="good" icon={<CheckCircleIcon size={16} />}>
            {t("period.addsUp")}
          </Badge>
        ) : null
      }
    >
      <Sums part={part} />
      {entries.length === 0 ? (
        <p className={classes.soft}>{t("period.nothing")}</p>
      ) : (
        <table className={classes.statement}>
          <thead>
            <tr>
              <th scope="col">{t("period.what")}</th>
              <th scope="col">{t("period.amount")}</th>
              <th scope="col">{t("period.balance")}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Sums({ part }: { part: StatementPart }) {
  const { t } = useTranslation();
  const sums = sumsOf(part);
  return (
    <dl className={classes.sumUp}>
      {(["opening", "came", "went", "closing"] as const).map((name) => (
        <div key={name}>
          <dt>{t(`period.sum.${name}`)}</dt>
          <dd>
            <Money value={sums[name]} exact />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ entry: { kind, at, amount, balanceAfter } }: { entry: WalletEntry }) {
  const { t, i18n } = useTranslation();
  const words = `wallet.kind.${kind}`;
  const general = `statement.kind.${kind}`;
  return (
    <tr>
      <td>
        <strong>{i18n.exists(words) ? t(words) : i18n.exists(general) ? t(general) : kind}</strong>
        <span className={classes.soft}>
          <Moment at={at} shape="clock" />
        </span>
      </td>
      <td className={amount.amount > 0 ? classes.in : undefined}>
        <Money value={amount} exact signed />
      </td>
      <td>
        <Money value={balanceAfter} exact />
      </td>
    </tr>
  );
}
