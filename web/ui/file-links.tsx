import type { StoredFile } from "../api/files.ts";
import { useLocale } from "../i18n/index.ts";
import classes from "./file-links.module.css";
import { DocumentIcon, LockIcon } from "./icons.tsx";

/**
 * Files to be downloaded; pictures are shown. Each is asked for under the reader's own rights; whoever may only know of them (`opens` is
 * false) reads their names.
 */
export function FileLinks({ files, opens = true }: { files: readonly StoredFile[]; opens?: boolean }) {
  const { to, intl } = useLocale();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          {opens ? (
            <a href={to(`/files/${file.id}`)} className={classes.file}>
              {isPicture(file) ? (
                <img src={to(`/files/${file.id}`)} alt="" loading="lazy" width={96} height={72} />
              ) : (
                <DocumentIcon />
              )}
              <FileName file={file} intl={intl} />
            </a>
          ) : (
            <span className={classes.file}>
              <LockIcon />
              <FileName file={file} intl={intl} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function FileName({ file: { name, size }, intl }: { file: StoredFile; intl: string }) {
  return (
    <span className={classes.name}>
      <bdi>{name}</bdi>
      <small>
        <bdi dir="ltr">{sizeText(size, intl)}</bdi>
      </small>
    </span>
  );
}

const isPicture = ({ mediaType }: StoredFile): boolean => /^image\/(jpeg|png|webp|gif)$/.test(mediaType);

const KB = 1024;

/** "48 kB", "3.1 MB": as people read sizes, never nothing. */
export function sizeText(bytes: number, locale: string): string {
  const [unit, amount] =
    bytes >= KB * KB ? (["megabyte", bytes / KB / KB] as const) : (["kilobyte", bytes / KB] as const);
  const shown = Math.max(amount, unit === "kilobyte" ? 1 : 0);
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: shown < 10 ? 1 : 0 }).format(
    shown,
  );
}
