import { Link } from "react-router";
import type { Entitlement } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { DownloadIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { EntitlementFiles, EntitlementState } from "./entitlement.tsx";
import classes from "./library.module.css";

/** The files of an order on the order's own page: what was bought is got where it was bought. */
export function OrderFiles({ entitlement, keys }: { entitlement: Entitlement | null; keys: Record<string, string> }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (!entitlement) return null;
  return (
    <Panel
      anchor="files"
      title={t("library.yours")}
      icon={<DownloadIcon />}
      aside={<EntitlementState state={entitlement.state} />}
    >
      <p className={classes.soft}>
        {t("library.version", { version: entitlement.version })} ·{" "}
        {t("shop.licenceCount", { count: entitlement.licences })} · <Link to={to("/library")}>{t("library.all")}</Link>
      </p>
      <EntitlementFiles entitlement={entitlement} keys={keys} />
    </Panel>
  );
}
