import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";

/** What follows when a second person must approve, and where. */
export function AskedNext() {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <>
      <p>{t("approval.next")}</p>
      <p>
        <Link to={to("/finance/approvals")}>{t("approval.look")}</Link>
      </p>
    </>
  );
}
