import type { Entry } from "../api/finance.ts";
import { useTranslation } from "../i18n/words.tsx";
import classes from "./entries.module.css";
import { Money } from "./money.tsx";

/** What a posting takes from some accounts and brings to others; the amounts sum to zero. */
export function EntryList({
  entries,
  signed = false,
  between,
}: {
  entries: readonly Entry[];
  signed?: boolean;
  /** What stands on the other side of the account between two books, where the page knows it. */
  between?: string | undefined;
}) {
  return (
    <dl className={classes.entries}>
      {entries.map(({ account, amount }) => (
        <div key={`${account} ${amount.currency}`}>
          <dt>{account === "intershard" && between ? between : <Account name={account} />}</dt>
          <dd>
            <Money value={amount} exact signed={signed} />
          </dd>
        </div>
      ))}
    </dl>
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
