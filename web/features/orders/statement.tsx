import type { Statement as Ledger, Posting } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { EntryList } from "../../ui/entries.tsx";
import { AlertIcon, CheckCircleIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./orders.module.css";
import { StatementCheck } from "./statement-check.tsx";

/** The ledger's own lines for this deal: each posting sums to zero, and the page says whether all of them do. */
export function Statement({ statement, orderId }: { statement: Ledger; orderId: string }) {
  const { t } = useTranslation();
  const { balanced } = statement;
  return (
    <Panel
      anchor="statement"
      title={t("statement.title")}
      icon={<ScalesIcon />}
      aside={
        <Badge
          tone={balanced ? "good" : "bad"}
          icon={balanced ? <CheckCircleIcon size={16} /> : <AlertIcon size={16} />}
        >
          {t(balanced ? "statement.balanced" : "statement.unbalanced")}
        </Badge>
      }
    >
      {statement.data.length === 0 ? (
        <p className={classes.soft}>{t("statement.empty")}</p>
      ) : (
        <ol className={classes.postings}>
          {statement.data.map((posting) => (
            <PostingRow key={posting.id} posting={posting} />
          ))}
        </ol>
      )}
      {statement.data.length === 0 ? null : <StatementCheck orderId={orderId} deal={statement.deal} />}
    </Panel>
  );
}

function PostingRow({ posting }: { posting: Posting }) {
  const { t, i18n } = useTranslation();
  const kind = `statement.kind.${posting.kind}`;
  return (
    <li>
      <p>
        <strong>{i18n.exists(kind) ? t(kind) : posting.kind}</strong>{" "}
        <span className={classes.soft}>
          <Moment at={posting.at} shape="short" />
        </span>
      </p>
      <EntryList
        entries={posting.entries}
        between={/^(fund|refund)/.test(posting.kind) ? t("statement.account.buyerWallet") : undefined}
      />
    </li>
  );
}
