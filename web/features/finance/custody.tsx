import { Link } from "react-router";
import type { Custody, Family } from "../../api/finance.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { gatewayName } from "../../ui/gateway-name.ts";
import { AlertIcon, CheckCircleIcon, LockIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import classes from "./finance.module.css";

/** Where all the money of one currency is, beside whose it is: both sides are equal, or the page says by how much they are not. */
export function CustodyPanel({ custody, at }: { custody: Custody; at: string }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { currency, held, owed, unknown, heldTotal, owedTotal, balanced } = custody;
  return (
    <Panel title={<CurrencyName code={currency} locale={intl} />} icon={<ScalesIcon />}>
      <Verdict custody={custody} at={at} />
      <div className={classes.equation}>
        <Side title={t("books.held")} families={held} total={heldTotal} totalName={t("books.heldTotal")} />
        <span className={classes.equals} data-off={balanced ? undefined : true} aria-hidden="true">
          <bdi dir="ltr">{balanced ? "=" : "≠"}</bdi>
        </span>
        <Side
          title={t("books.owed")}
          families={[...owed, ...unknown.filter(({ sum }) => sum.amount !== 0)]}
          total={owedTotal}
          totalName={t("books.owedTotal")}
        />
      </div>
      <Doubt custody={custody} />
      <Providers providers={custody.providers} />
    </Panel>
  );
}

/** "Indian Rupee · INR", the name in the reader's language. */
function CurrencyName({ code, locale }: { code: string; locale: string }) {
  const { t, i18n } = useTranslation();
  // Unicode's Arabic name of the rupee has the wrong gender.
  const own = `books.currency.${code}`;
  const name = i18n.exists(own) ? t(own) : new Intl.DisplayNames(locale, { type: "currency" }).of(code);
  return (
    <span suppressHydrationWarning>
      {name && name !== code ? <bdi suppressHydrationWarning>{name}</bdi> : null} <bdi dir="ltr">{code}</bdi>
    </span>
  );
}

function Verdict({ custody: { balanced, difference, unknown, currency }, at }: { custody: Custody; at: string }) {
  const { t, i18n } = useTranslation();
  const { intl } = useLocale();
  const unit = i18n.exists(`books.minor.${currency}`) ? t(`books.minor.${currency}`) : t("books.minor.other");
  if (balanced)
    return (
      <Callout tone="good" icon={<CheckCircleIcon />} title={t("books.balanced", { unit })}>
        <p>{t("books.balancedText")}</p>
        <Checked at={at} />
      </Callout>
    );
  const more = difference.amount > 0 ? "more" : "less";
  const size = { ...difference, amount: Math.abs(difference.amount) };
  return (
    <Callout tone="bad" icon={<AlertIcon />} title={t("books.off")} role="alert">
      {difference.amount === 0 ? null : <p>{t(`books.off_${more}`, { amount: moneyInText(size, intl) })}</p>}
      {unknown
        .filter(({ sum }) => sum.amount !== 0)
        .map(({ family, sum }) => (
          <p key={family}>{t("books.offUnknown", { family, amount: moneyInText(sum, intl) })}</p>
        ))}
      <Checked at={at} />
    </Callout>
  );
}

/** The equation is worked out anew each time that the page is read. */
function Checked({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <p className={classes.soft}>
      {t("books.checked")} <Moment at={at} />
    </p>
  );
}

function Side({
  title,
  families,
  total,
  totalName,
}: {
  title: string;
  families: Family[];
  total: Custody["heldTotal"];
  totalName: string;
}) {
  return (
    <section className={classes.side}>
      <h3>{title}</h3>
      <dl>
        {families.map((family) => (
          <Line key={family.family} family={family} />
        ))}
      </dl>
      <p className={classes.total}>
        <span>{totalName}</span>
        <Money value={total} exact />
      </p>
    </section>
  );
}

function Line({ family: { family, sum, accounts } }: { family: Family }) {
  const { t, i18n } = useTranslation();
  const { to } = useLocale();
  const key = `books.family.${family}`;
  return (
    <div className={classes.line} data-zero={sum.amount === 0 || undefined}>
      <dt>
        {i18n.exists(key) ? t(key) : <bdi dir="ltr">{family}</bdi>}{" "}
        {accounts > 1 ? <small>{t("books.accounts", { count: accounts })}</small> : null}
      </dt>
      <dd>
        {sum.amount === 0 ? (
          <Money value={sum} exact />
        ) : (
          <Link to={to(`/finance/accounts?family=${family}&currency=${sum.currency}`)}>
            <Money value={sum} exact />
          </Link>
        )}
      </dd>
    </div>
  );
}

/** Money that nobody has explained yet, and whether it keeps payouts back. */
function Doubt({ custody: { unexplained, payoutsBlocked } }: { custody: Custody }) {
  const { t } = useTranslation();
  if (unexplained.amount === 0) return null;
  return (
    <div style={{ marginBlockEnd: "var(--space-4)" }}>
      <Callout
        tone={payoutsBlocked ? "bad" : "wait"}
        icon={payoutsBlocked ? <LockIcon /> : <AlertIcon />}
        title={<Trans i18nKey="books.unexplained" components={{ money: <Money value={unexplained} exact /> }} />}
      >
        <p>{t(payoutsBlocked ? "books.payoutsBlocked" : "books.payoutsGoOn")}</p>
      </Callout>
    </div>
  );
}

function Providers({ providers }: { providers: Custody["providers"] }) {
  const { t } = useTranslation();
  if (providers.length === 0) return null;
  return (
    <div className={classes.providers}>
      <h3>{t("books.providers")}</h3>
      {providers.map(({ gateway, books, statement, statementSince }) => (
        <dl key={gateway} className={classes.provider}>
          <div className={classes.line}>
            <dt>
              {t("books.ourBooks")} · <bdi dir="ltr">{gatewayName(gateway)}</bdi>
            </dt>
            <dd>
              <Money value={books} exact />
            </dd>
          </div>
          <div className={classes.line}>
            <dt>
              {t("books.theirStatement")} · <bdi dir="ltr">{gatewayName(gateway)}</bdi>{" "}
              {statementSince ? (
                <small>
                  {t("books.since")} <Moment at={statementSince} shape="day" />
                </small>
              ) : null}
            </dt>
            <dd>{statement ? <Money value={statement} exact /> : t("books.noStatement")}</dd>
          </div>
        </dl>
      ))}
      <p className={classes.soft}>{t("books.statementNote")}</p>
    </div>
  );
}
