import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { WalletStatement } from "../../api/wallet.ts";
import { dayIn, queryOf } from "../../features/wallet/period.ts";
import { PeriodChoice } from "../../features/wallet/period-choice.tsx";
import { Downloads, StatementOfAccounts } from "../../features/wallet/statement.tsx";
import classes from "../../features/wallet/wallet.module.css";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ProblemCallout } from "../../ui/forms.tsx";
import { DocumentIcon } from "../../ui/icons.tsx";
import { Day } from "../../ui/moment.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { type Reading, readPeriod } from "../wallet-period.ts";

export const loader = (args: LoaderFunctionArgs) => readPeriod(args);

export default function WalletStatementPage() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const reading = useLoaderData<typeof loader>();
  const { asked, currency, now, statement, unreadable } = reading;
  return (
    <>
      <PageMeta title={t("period.title")} noIndex />
      <PageTitle eyebrow={<Link to={to(`/wallet?currency=${currency}`)}>{t("period.back")}</Link>}>
        {t("period.title")}
      </PageTitle>
      <div className={classes.page}>
        <Panel title={t("period.choose")} icon={<DocumentIcon />}>
          <PeriodChoice {...{ currency, now, asked, unreadable }} />
        </Panel>
        <div className={classes.page} aria-live="polite">
          {statement?.ok ? <Found statement={statement.value} reading={reading} /> : null}
          {statement && !statement.ok ? <ProblemCallout problem={statement.problem} about="statement" /> : null}
        </div>
      </div>
    </>
  );
}

function Found({ statement, reading }: { statement: WalletStatement; reading: Reading }) {
  const { to } = useLocale();
  const { asked, currency, json } = reading;
  const [first, last] = [dayIn(statement.from, asked.zone), dayIn(justBefore(statement.to), asked.zone)];
  return (
    <>
      <div className={classes.found}>
        <h2>
          <Day on={first} year /> – <Day on={last} year /> · <bdi dir="ltr">{currency}</bdi>
        </h2>
        <Downloads
          csv={to(`/wallet/statement.csv?${queryOf(asked, currency)}`)}
          json={json ?? ""}
          name={`amana-statement-${currency}-${first}-${last}`}
        />
      </div>
      <StatementOfAccounts statement={statement} />
    </>
  );
}

/** The period ends before this instant: its last day is the one a moment earlier. */
const justBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();

export function ErrorBoundary() {
  return <ErrorPage />;
}
