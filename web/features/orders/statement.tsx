import { useTranslation } from "react-i18next";
import type { Statement as Ledger, Posting } from "../../api/types.ts";
import { AlertIcon, CheckCircleIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./orders.module.css";

/** The ledger's own lines for this deal: each posting sums to zero, and the page says whether all of them do. */
export function Statement({ statement }: { statement: Ledger }) {
  const { t } = useTranslation();
  const { balanced } = statement;
  return (
    <Panel
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
      <dl className={classes.entries}>
        {posting.entries.map(({ account, amount }) => (
          <div key={account}>
            <dt>
              <Account name={account} />
            </dt>
            <dd>
              <Money value={amount} exact />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** `escrow:deal_…` in words; what follows the colon stays readable for those who compare with the API. */
function Account({ name }: { name: string }) {
  const { t, i18n } = useTranslation();
  const [family = name] = name.split(":");
  const key = `statement.account.${name === "revenue:commission" ? "commission" : family}`;
  return (
    <>
      {i18n.exists(key) ? t(key) : family}
      {name.includes(":") ? (
        <bdi dir="ltr" className={classes.accountName}>
          {name}
        </bdi>
      ) : null}
    </>
  );
}
