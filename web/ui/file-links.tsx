import type { StoredFile } from "../api/files.ts";
import { useLocale } from "../i18n/index.ts";
import classes from "./file-links.module.css";
import { DocumentIcon } from "./icons.tsx";

/** Files to be downloaded; pictures are shown. Each is asked for under the reader's own rights. */
export function FileLinks({ files }: { files: readonly StoredFile[] }) {
  const { to, intl } = useLocale();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={to(`/files/${file.id}`)} className={classes.file}>
            {isPicture(file) ? (
              <img src={to(`/files/${file.id}`)} alt="" loading="lazy" width={96} height={72} />
            ) : (
              <DocumentIcon />
            )}
            <span className={classes.name}>
              <bdi>{file.name}</bdi>
              <small>
                <bdi dir="ltr">{sizeText(file.size, intl)}</bdi>
              </small>
            </span>
          </a>
        </li>
      ))}
    </ul>
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
