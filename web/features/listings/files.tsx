import { useState } from "react";
import { Form, useNavigation } from "react-router";
import type { StoredFile } from "../../api/files.ts";
import type { Listing } from "../../api/selling.ts";
import type { Conditions } from "../../api/shopping.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { FileSize } from "../../ui/file-size.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon, CheckCircleIcon, ClockIcon, FileIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import type { EditorAnswer } from "./answer.ts";
import classes from "./listings.module.css";

const MOST_FILES = 20;

type Given = {
  listing: Listing;
  /** What is known of viruses in them, by id. */
  scans: Readonly<Record<string, StoredFile["scan"]>>;
  downloads: Conditions["downloads"];
  wrong: string | undefined;
  answer: EditorAnswer | null;
  idempotencyKey: string;
};

/** What buyers of a digital product get. Saving other files is a new version: who has bought keeps what was bought. */
export function Files({ listing, scans, downloads, wrong, answer, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const [uploading, setUploading] = useState(false);
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("intent") === "files";
  return (
    <Panel
      title={t("listing.files")}
      icon={<FileIcon />}
      anchor="files"
      aside={t("listing.version", { number: listing.version })}
    >
      <Form
        key={answer?.saved ?? 0}
        method="post"
        encType="multipart/form-data"
        preventScrollReset
        className={classes.stack}
      >
        <input type="hidden" name="intent" value="files" />
        <IdempotencyField value={answer?.key ?? idempotencyKey} />
        <input type="hidden" name="version" value={listing.version} />
        <p className={classes.soft}>{t("listing.filesHint")}</p>
        {wrong ? (
          <p className={classes.wrong} role="alert">
            {t("listing.wrong.files")}
          </p>
        ) : null}
        {answer?.problem ? <ProblemCallout problem={answer.problem} about="listing" withoutMoney /> : null}
        {listing.files.length > 0 ? (
          <ul className={classes.files}>
            {listing.files.map(({ id, name, size }) => (
              <li key={id}>
                <label>
                  <input type="checkbox" name="keep" value={id} defaultChecked />
                  <span>
                    <bdi dir="ltr">{name}</bdi>{" "}
                    <small>
                      <FileSize bytes={size} />
                    </small>
                  </span>
                </label>
                <Scan of={scans[id]} />
              </li>
            ))}
          </ul>
        ) : null}
        <FilePicker
          purpose="asset"
          most={MOST_FILES - listing.files.length}
          label={t("listing.filesAdd")}
          onBusy={setUploading}
        />
        {downloads ? (
          <p className={classes.soft}>
            {t("shop.downloads", { count: downloads.perFile })}{" "}
            {downloads.days === null ? t("shop.opensForever") : t("shop.opensDays", { count: downloads.days })}
          </p>
        ) : null}
        <div>
          <SubmitButton busy={busy} disabled={uploading} variant="default">
            {t("listing.filesSave")}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}

const LOOKS = {
  waiting: { tone: "wait", icon: <ClockIcon size={16} /> },
  clean: { tone: "good", icon: <CheckCircleIcon size={16} /> },
  unscanned: { tone: "calm", icon: <FileIcon size={16} /> },
  infected: { tone: "bad", icon: <AlertIcon size={16} /> },
} as const;

function Scan({ of }: { of: StoredFile["scan"] | undefined }) {
  const { t } = useTranslation();
  if (!of) return null;
  return (
    <Badge tone={LOOKS[of].tone} icon={LOOKS[of].icon}>
      {t(`listing.scan.${of}`)}
    </Badge>
  );
}
