import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import classes from "./finance.module.css";

const PAGES = { books: "/finance", payouts: "/finance/payouts", approvals: "/finance/approvals" };

/** From one page of the finance desk to the other. */
export function FinanceTabs({ here }: { here: keyof typeof PAGES }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <nav aria-label={t("desk.tabs")} className={classes.tabs}>
      {(["books", "payouts", "approvals"] as const).map((page) => (
        <Link key={page} to={to(PAGES[page])} aria-current={page === here ? "page" : undefined}>
          {t(`desk.${page}`)}
        </Link>
      ))}
    </nav>
  );
}
