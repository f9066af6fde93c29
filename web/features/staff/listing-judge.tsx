import type { Listing } from "../../api/selling.ts";
import type { Acted, FileLink } from "../../api/staff.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Textarea } from "../../ui/fields.tsx";
import { FileSize } from "../../ui/file-size.tsx";
import { CheckCircleIcon, FileIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { StaffAct } from "./act.tsx";
import classes from "./staff.module.css";

type Given = { listing: Listing; acted: Acted | null; idempotencyKey: string };

/** What buyers would get, to be opened for looking at it alone; each time is in the log. */
export function ReviewedFiles({
  listing,
  acted,
  idempotencyKey,
  links,
}: Given & { links: readonly FileLink[] | null }) {
  const { t } = useTranslation();
  if (listing.files.length === 0) return null;
  const urls = new Map(links?.map(({ id, url }) => [id, url]));
  return (
    <Panel title={t("staffListings.files")} icon={<FileIcon />} anchor="files">
      <div className={classes.page}>
        <ul className={classes.checks}>
          {listing.files.map(({ id, name, size }) => {
            const url = urls.get(id) ?? null;
            return (
              <li key={id}>
                {url ? (
                  <a href={url}>
                    <bdi dir="ltr">{name}</bdi>
                  </a>
                ) : (
                  <bdi dir="ltr">{name}</bdi>
                )}{" "}
                <span className={classes.soft}>
                  <FileSize bytes={size} />
                  {links && !url ? ` · ${t("staffListings.fileGone")}` : null}
                </span>
              </li>
            );
          })}
        </ul>
        <p className={classes.soft}>{t(links ? "staffListings.filesOpen" : "staffListings.filesHint")}</p>
        {links || listing.state === "draft" ? null : (
          <StaffAct act="files" acted={acted} idempotencyKey={idempotencyKey} label={t("staffListings.filesLinks")} />
        )}
      </div>
    </Panel>
  );
}

/** Two ways: on sale, or back with a reason. What is on sale already can only go back. */
export function Judgement({ listing: { state }, acted, idempotencyKey, own }: Given & { own: boolean }) {
  const { t } = useTranslation();
  const waits = state === "under_review";
  if (own) return <Callout tone="calm" icon={<ScalesIcon />} title={t("staffListings.own")} />;
  if (!waits && state !== "active")
    return (
      <Callout tone="calm" icon={<CheckCircleIcon />} title={t("staffListings.nothing")}>
        <p>{t("staffListings.nothingText")}</p>
      </Callout>
    );
  return (
    <Panel title={t("staffListings.decide")} icon={<ScalesIcon />} anchor="decide">
      <div className={classes.pair}>
        {waits ? (
          <div className={classes.form}>
            <p>{t("staffListings.approveText")}</p>
            <StaffAct
              act="approve"
              acted={acted}
              idempotencyKey={idempotencyKey}
              label={t("staffListings.approve")}
              variant="filled"
            />
          </div>
        ) : null}
        <StaffAct act="reject" acted={acted} idempotencyKey={idempotencyKey} label={t("staffListings.reject")}>
          {({ typed, errorOf }) => (
            <>
              {waits ? null : <p>{t("staffListings.takeOff")}</p>}
              <Textarea
                name="reason"
                label={t("staffListings.reason")}
                description={t("staffListings.reasonHint")}
                required
                withAsterisk={false}
                maxLength={300}
                rows={3}
                defaultValue={typed.reason ?? ""}
                error={errorOf("reason")}
              />
            </>
          )}
        </StaffAct>
      </div>
    </Panel>
  );
}
