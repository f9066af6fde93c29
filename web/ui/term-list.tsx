import type { Terms } from "../api/negotiations.ts";
import type { Money as Amount } from "../api/types.ts";
import { Trans, useTranslation } from "../i18n/words.tsx";
import { Money } from "./money.tsx";
import classes from "./terms.module.css";
import { changesBetween, TERM_FIELDS, type TermChange, type TermValue, valueOfTerm } from "./terms.ts";

/** One field of the terms in words. */
function Value({ value }: { value: TermValue }) {
  const { t } = useTranslation();
  switch (value.kind) {
    case "money":
      return <Money value={value.money} exact />;
    case "shipping":
      return value.bearer === "seller" ? (
        t("terms.bySeller")
      ) : (
        <Trans i18nKey="terms.byBuyer" components={{ money: <Money value={value.amount} exact /> }} />
      );
    case "text":
      return <bdi className={classes.text}>{value.text || t("terms.none")}</bdi>;
    default:
      return t(`terms.${value.kind}`, { count: value.count });
  }
}

/** All terms, and what they come to; where others were on the table before, each that differs beside what it was. */
export function TermList({ terms, total, before }: { terms: Terms; total: Amount; before?: Terms | null }) {
  const { t } = useTranslation();
  const changes = new Map((before ? changesBetween(before, terms) : []).map((one) => [one.field, one]));
  const hints = new Set<string>(["paymentHours", "dispatchDays", "deliveryDays", "inspectionDays"]);
  return (
    <dl className={classes.list}>
      {TERM_FIELDS.filter((field) => field !== "freeTerms" || terms.freeTerms || changes.has(field)).map((field) => (
        <div key={field} className={classes.row} data-text={field === "freeTerms" || undefined}>
          <dt>
            {t(`terms.field.${field}`)}
            {hints.has(field) ? <small>{t(`terms.from.${field}`)}</small> : null}
          </dt>
          <dd>
            <Changed change={changes.get(field) ?? null} value={valueOfTerm(terms, field)} />
          </dd>
        </div>
      ))}
      <div className={classes.row} data-strong>
        <dt>{t("terms.total")}</dt>
        <dd>
          <Money value={total} exact />
        </dd>
      </div>
    </dl>
  );
}

function Changed({ change, value }: { change: TermChange | null; value: TermValue }) {
  return change ? <BeforeAfter change={change} /> : <Value value={value} />;
}

function BeforeAfter({ change: { before, after } }: { change: TermChange }) {
  const { t } = useTranslation();
  return (
    <>
      <del>
        <span className={classes.hidden}>{t("terms.before")} </span>
        <Value value={before} />
      </del>
      <ins>
        <span className={classes.hidden}>{t("terms.after")} </span>
        <Value value={after} />
      </ins>
    </>
  );
}

/** Only what differs, each before and after. */
export function ChangeList({ changes }: { changes: readonly TermChange[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p>{t("terms.same")}</p>;
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={change.field}>
          <span>{t(`terms.field.${change.field}`)}:</span>
          <BeforeAfter change={change} />
        </li>
      ))}
    </ul>
  );
}
