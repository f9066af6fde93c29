import { Link } from "react-router";
import { MARKETS, type Market } from "../../api/figures.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useCurrentInView } from "../../ui/in-view.ts";
import classes from "./dashboard.module.css";

export const ROLES = ["buyer", "seller"] as const;
export type Role = (typeof ROLES)[number];
export const PERIODS = [13, 26, 52] as const;
export type Period = (typeof PERIODS)[number];
export const periodIn = (text: string | null): Period => PERIODS.find((weeks) => `${weeks}` === text) ?? 26;

/** From the overview to each market of one side, and over to the other side of the same market. */
export function DashboardTabs({ role, market, weeks }: { role: Role; market: Market | null; weeks: Period }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const row = useCurrentInView<HTMLElement>();
  const period = weeks === 26 ? "" : `?weeks=${weeks}`;
  return (
    <div className={classes.tabRow}>
      <nav ref={row} aria-label={t("dashboard.markets")} className={classes.tabs}>
        <Link to={to(`/dashboard${period}`)} aria-current={market === null ? "page" : undefined}>
          {t("dashboard.overview")}
        </Link>
        {MARKETS.map((one) => (
          <Link
            key={one}
            to={to(`/dashboard/${role}/${one}${period}`)}
            aria-current={one === market ? "page" : undefined}
          >
            {t(`dashboard.market.${one}`)}
          </Link>
        ))}
      </nav>
      {market ? (
        <nav aria-label={t("dashboard.sides")} className={classes.chips}>
          {ROLES.map((one) => (
            <Link
              key={one}
              to={to(`/dashboard/${one}/${market}${period}`)}
              aria-current={one === role ? "true" : undefined}
              preventScrollReset
            >
              {t(`dashboard.side.${one}`)}
            </Link>
          ))}
        </nav>
      ) : null}
    </div>
  );
}

export function PeriodLinks({ weeks }: { weeks: Period }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("dashboard.period")} className={classes.chips}>
      {PERIODS.map((one) => (
        <Link key={one} to={`?weeks=${one}`} aria-current={one === weeks ? "true" : undefined} preventScrollReset>
          {t(`dashboard.weeks.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
