import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { formatDuration } from "../../ui/duration.ts";

/** How long something has been so, by the application's clock. */
export function Age({ since, now }: { since: string; now: string }) {
  const { t } = useTranslation();
  const { intl, dir } = useLocale();
  const text = formatDuration(Date.parse(now) - Date.parse(since), intl);
  return (
    <bdi dir={dir} suppressHydrationWarning>
      {t("time.for", { duration: text })}
    </bdi>
  );
}
