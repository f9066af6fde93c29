import type { StoredFile } from "../api/files.ts";
import { useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import classes from "./file-links.module.css";
import { FileSize } from "./file-size.tsx";
import { DocumentIcon, LockIcon } from "./icons.tsx";

/**
 * Files to be downloaded; pictures are shown. Each is asked for under the reader's own rights; whoever may only know of them (`opens` is
 * false) reads their names.
 */
export function FileLinks({ files, opens = true }: { files: readonly StoredFile[]; opens?: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (files.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
        <li key={file.id}>
          {opens && isThere(file) ? (
            <a href={to(`/files/${file.id}`)} className={classes.file}>
              {isPicture(file) ? (
                <img src={to(`/files/${file.id}`)} alt="" loading="lazy" width={96} height={72} />
              ) : (
                <DocumentIcon />
              )}
              <FileName file={file} />
            </a>
          ) : (
            <span className={classes.file}>
              <LockIcon />
              <FileName file={file} />
              {isThere(file) ? null : t(`upload.scan.${file.scan}`)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function FileName({ file: { name, size } }: { file: StoredFile }) {
  return (
    <span className={classes.name}>
      <bdi>{name}</bdi>
      <small>
        <FileSize bytes={size} />
      </small>
    </span>
  );
}

const isThere = ({ scan }: StoredFile): boolean => scan === "clean" || scan === "unscanned";

const isPicture = ({ mediaType }: StoredFile): boolean => /^image\/(jpeg|png|webp|gif)$/.test(mediaType);
