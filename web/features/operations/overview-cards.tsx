import type { Overview } from "../../api/figures.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, ClockIcon, CoinIcon, LockIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./operations-cards.module.css";

const FIGURES = [
  { of: "held", icon: <LockIcon /> },
  { of: "late", icon: <AlertIcon /> },
  { of: "atRisk", icon: <ClockIcon /> },
  { of: "earned", icon: <CoinIcon /> },
] as const;

/** Money in escrow, late, at risk, and what the marketplace has earned: one line for each currency. */
export function OverviewCards({ overview: { money } }: { overview: Overview }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.cards}>
      {FIGURES.map(({ of, icon }) => (
        <li key={of} data-of={of} data-some={(of === "late" && money.some((one) => one.late.orders > 0)) || undefined}>
          <p className={classes.name}>
            {icon}
            {t(`operations.figure.${of}`)}
          </p>
          {money.map((one) => (
            <p key={one.currency} className={classes.figure}>
              <span data-figure={`${of} ${one.currency}`} data-amount={one[of].amount.amount}>
                <Money value={one[of].amount} />
              </span>
              <small>{t("dashboard.orders", { count: one[of].orders })}</small>
            </p>
          ))}
          {money.length === 0 ? <p className={classes.figure}>–</p> : null}
        </li>
      ))}
    </ul>
  );
}
