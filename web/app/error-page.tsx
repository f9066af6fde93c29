import { isRouteErrorResponse, useRouteError } from "react-router";
import { referenceIn } from "../api/problem.ts";
import { useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import { Button } from "../ui/button.tsx";
import { AlertIcon, Mark } from "../ui/icons.tsx";
import { Callout } from "../ui/panel.tsx";
import classes from "./shell.module.css";

/** What went wrong, and what that means for the money; `bare` where not even the page's frame could be drawn. */
export function ErrorPage({ bare = false }: { bare?: boolean }) {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const content = missing ? (
    <Missing />
  ) : (
    <Failed reference={isRouteErrorResponse(error) ? referenceIn(error.data) : null} />
  );
  return bare ? <main className={classes.main}>{content}</main> : content;
}

function Missing() {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <div className={classes.errorPage}>
      <title>{t("error.missingTitle")}</title>
      <Mark size={56} />
      <h1>{t("error.missingTitle")}</h1>
      <p>{t("error.missingText")}</p>
      <Button component="a" href={to("/")}>
        {t("error.home")}
      </Button>
    </div>
  );
}

function Failed({ reference }: { reference: string | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <div className={classes.errorPage}>
      <title>{t("error.failedTitle")}</title>
      <Mark size={56} />
      <h1>{t("error.failedTitle")}</h1>
      <Callout tone="wait" icon={<AlertIcon />} title={t("error.moneyTitle")}>
        <p>{t("error.moneyText")}</p>
      </Callout>
      {reference ? (
        <p>
          {t("problem.reference")} <bdi dir="ltr">{reference}</bdi>
        </p>
      ) : null}
      <div className={classes.errorActions}>
        <Button onClick={() => window.location.reload()}>{t("error.retry")}</Button>
        <Button component="a" href={to("/orders")} variant="default">
          {t("nav.orders")}
        </Button>
      </div>
    </div>
  );
}
