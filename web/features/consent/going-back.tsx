import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";

/**
 * The way back to the program. A redirect in answer to the form would be stopped by the page's content policy, which lets forms lead
 * to our own site alone.
 */
export function GoingBack({ to, host }: { to: string; host: string }) {
  const { t } = useTranslation();
  useEffect(() => window.location.replace(to), [to]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${to}`} />
      </noscript>
      <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("authorize.backTitle")}>
        <p>
          <a href={to} rel="noreferrer">
            {t("authorize.backLink")} <bdi dir="ltr">{host}</bdi>
          </a>
        </p>
      </Callout>
    </>
  );
}
