import type { WeekFigures } from "../../api/figures.ts";
import { useLocale } from "../../i18n/index.ts";
import { major } from "../../ui/money.tsx";

/** Weeks by the day on which they begin, which is the same day for every reader. */
export function useWeekNames(weeks: readonly WeekFigures[]): string[] {
  const { dates } = useLocale();
  const format = new Intl.DateTimeFormat(dates, { day: "numeric", month: "short", timeZone: "UTC" });
  return weeks.map(({ from }) => format.format(new Date(from)));
}

/** Amounts in little room: 40K, 1.2M. */
export function useScale(currency: string): (amount: number) => string {
  const { intl } = useLocale();
  const format = new Intl.NumberFormat(currency === "INR" ? "en-IN" : intl, {
    ...{ style: "currency", currency, currencyDisplay: "narrowSymbol" },
    ...{ notation: "compact", maximumFractionDigits: 1, minimumFractionDigits: 0 },
  });
  return (amount) => format.format(Number(major({ amount: Math.round(amount), currency })));
}
