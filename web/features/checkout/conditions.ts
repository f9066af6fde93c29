import type { Conditions, Window } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { formatDuration } from "../../ui/duration.ts";

const MINUTE_MS = 60_000;

/** What holds for a sale of files or work, in sentences: when the seller is paid, and what the buyer may do until then. */
export function useConditions({ inspection, acceptance, downloads }: Conditions): { lines: string[] } {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const span = ({ minutes, businessDays }: Window): string => {
    const duration = formatDuration(minutes * MINUTE_MS, intl);
    return businessDays ? t("checkout.conditions.businessDays", { duration }) : duration;
  };
  const look = inspection.minutes === 0;
  if (acceptance) {
    return {
      lines: [
        t("checkout.promise.held"),
        t("checkout.conditions.acceptance", { duration: span(acceptance) }),
        t("checkout.conditions.work", { duration: span(inspection) }),
      ],
    };
  }
  return {
    lines: [
      t("checkout.conditions.opens"),
      look ? t("checkout.conditions.atOnce") : t("checkout.conditions.inspection", { duration: span(inspection) }),
      ...(downloads
        ? [
            `${t("shop.downloads", { count: downloads.perFile })} ${
              downloads.days === null ? t("shop.opensForever") : t("shop.opensDays", { count: downloads.days })
            }`,
          ]
        : []),
    ],
  };
}
