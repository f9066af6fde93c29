import { useEffect } from "react";
import { useFetcher, useRevalidator } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Entitlement } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { FileSize } from "../../ui/file-size.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { DownloadIcon, FileIcon } from "../../ui/icons.tsx";
import classes from "./library.module.css";

type File = Entitlement["files"][number];
export type Linked = { url: string | null; problem: Problem | null; key: string };

/** Long enough for the browser to have begun, and then once more for slow ones. */
const LOOK_AGAIN_MS = [1_500, 5_000];

/** One file that was bought. The form leads to the file itself where there is no script. */
export function DownloadFile({
  entitlementId,
  file,
  open,
  idempotencyKey,
}: {
  entitlementId: string;
  file: File;
  open: boolean;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const fetcher = useFetcher<Linked>();
  const hydrated = useHydrated();
  useDownload(fetcher.data?.url ?? null);
  const problem = fetcher.data?.problem;
  return (
    <li className={classes.file}>
      <FileIcon size={24} />
      <div className={classes.what}>
        <bdi dir="ltr" className={classes.name}>
          {file.name}
        </bdi>
        <p className={classes.soft}>
          <FileSize bytes={file.size} /> · {t("library.left", { count: file.downloadsLeft })}
        </p>
        <details className={classes.hash}>
          <summary>{t("library.check")}</summary>
          <p>{t("library.checkText")}</p>
          <code dir="ltr">{file.sha256}</code>
        </details>
      </div>
      {open && file.downloadsLeft > 0 ? (
        <fetcher.Form method="post" action={to(`/library/${entitlementId}/download`)}>
          <IdempotencyField value={fetcher.data?.key ?? idempotencyKey} />
          <input type="hidden" name="file" value={file.id} />
          {hydrated ? <input type="hidden" name="by" value="script" /> : null}
          <SubmitButton
            busy={fetcher.state !== "idle"}
            leftSection={<DownloadIcon />}
            aria-label={t("library.downloadLabel", { name: file.name })}
          >
            {t("library.download")}
          </SubmitButton>
        </fetcher.Form>
      ) : null}
      {problem ? (
        <div className={classes.problem}>
          <ProblemCallout problem={problem} withoutMoney />
        </div>
      ) : null}
    </li>
  );
}

/** Starts the browser's own download once for each link, and reads a little later how many are left. */
function useDownload(url: string | null): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!url) return;
    window.location.assign(url);
    const timers = LOOK_AGAIN_MS.map((ms) => setTimeout(() => void revalidate(), ms));
    return () => timers.forEach(clearTimeout);
  }, [url, revalidate]);
}
