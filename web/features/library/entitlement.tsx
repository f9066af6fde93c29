import { Link } from "react-router";
import type { Entitlement } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, CheckCircleIcon, ClockIcon, CrossIcon, FileIcon, LockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Callout } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import { DownloadFile } from "./download-file.tsx";
import classes from "./library.module.css";

const LOOKS = {
  open: { tone: "good", icon: CheckCircleIcon },
  unpaid: { tone: "wait", icon: ClockIcon },
  suspended: { tone: "wait", icon: LockIcon },
  withdrawn: { tone: "calm", icon: CrossIcon },
  expired: { tone: "calm", icon: ClockIcon },
} as const;

/** One purchase of files: what it is, whether it is open and until when, and each file with what is left of it. */
export function EntitlementCard({ entitlement, keys }: { entitlement: Entitlement; keys: Record<string, string> }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  return (
    <article className={classes.entry} aria-labelledby={entitlement.id}>
      <header className={classes.head}>
        {entitlement.pictureUrl ? (
          <Thumbnail url={entitlement.pictureUrl} width={96} />
        ) : (
          <span className={classes.noPicture}>
            <FileIcon size={28} />
          </span>
        )}
        <div className={classes.what}>
          <h2 id={entitlement.id}>{say(entitlement.title)}</h2>
          <p className={classes.soft}>
            <bdi>{entitlement.seller.name}</bdi> · {t("library.version", { version: entitlement.version })} ·{" "}
            {t("shop.licenceCount", { count: entitlement.licences })}
          </p>
          <p className={classes.soft}>
            {t("library.bought")} <Moment at={entitlement.boughtAt} shape="day" /> ·{" "}
            <Link to={to(`/orders/${entitlement.orderId}`)}>
              <bdi dir="ltr">{entitlement.orderNumber}</bdi>
            </Link>
          </p>
        </div>
        <EntitlementState state={entitlement.state} />
      </header>
      <EntitlementFiles entitlement={entitlement} keys={keys} />
    </article>
  );
}

export function EntitlementState({ state }: Pick<Entitlement, "state">) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = LOOKS[state];
  return (
    <Badge tone={tone} icon={<Icon size={16} />}>
      {t(`library.state.${state}`)}
    </Badge>
  );
}

/** The files of a purchase alone, for a page that has said already what was bought. */
export function EntitlementFiles({ entitlement, keys }: { entitlement: Entitlement; keys: Record<string, string> }) {
  const { t } = useTranslation();
  const { state, expiresAt, files } = entitlement;
  return (
    <div className={classes.body}>
      {state === "open" ? (
        <p className={classes.soft}>
          {expiresAt ? (
            <>
              {t("library.until")} <Moment at={expiresAt} />
            </>
          ) : (
            t("library.forever")
          )}
        </p>
      ) : (
        <Callout tone={LOOKS[state].tone} icon={<AlertIcon />}>
          <p>{t(`library.why.${state}`)}</p>
        </Callout>
      )}
      <ul className={classes.files}>
        {files.map((file) => (
          <DownloadFile
            key={file.id}
            entitlementId={entitlement.id}
            file={file}
            open={state === "open"}
            idempotencyKey={keys[file.id] ?? ""}
          />
        ))}
      </ul>
    </div>
  );
}
