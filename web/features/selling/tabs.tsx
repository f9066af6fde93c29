import { Link } from "react-router";
import { useTranslation } from "../../i18n/words.tsx";
import classes from "./selling.module.css";

export const TABS = ["dispatch", "transit", "delivered", "payments"] as const;
export type Tab = (typeof TABS)[number];
export const tabIn = (text: string | null): Tab => TABS.find((tab) => tab === text) ?? "dispatch";

export function Tabs({ tab, counts }: { tab: Tab; counts: Partial<Record<Tab, number>> }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("selling.tabs")} className={classes.tabs}>
      {TABS.map((one) => (
        <Link
          key={one}
          to={one === "dispatch" ? "?" : `?tab=${one}`}
          aria-current={one === tab ? "page" : undefined}
          preventScrollReset
        >
          {t(`selling.tab.${one}`)}
          {counts[one] === undefined ? null : <span className={classes.tabCount}>{counts[one]}</span>}
        </Link>
      ))}
    </nav>
  );
}
