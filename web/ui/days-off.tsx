import { useRouteLoaderData } from "react-router";
import { useTranslation } from "../i18n/words.tsx";

/** Stands with time limits that are said in hours and days, where the marketplace counts business days; nothing elsewhere. */
export function DaysOff() {
  const { t } = useTranslation();
  const daysOff = useRouteLoaderData<{ daysOff: boolean }>("routes/shell")?.daysOff;
  return daysOff ? <p style={{ marginBlockStart: "var(--space-3)" }}>{t("protection.daysOff")}</p> : null;
}
