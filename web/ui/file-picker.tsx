import { useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { FILE_IDS, FILES } from "../api/files.ts";
import type { FilePurpose } from "../api/upload-path.ts";
import { useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import { drawOn } from "./drawn.ts";
import classes from "./file-picker.module.css";
import { formatSize } from "./file-size.tsx";
import { useHydrated } from "./hydrated.tsx";
import { AlertIcon, CheckIcon, CrossIcon, DocumentIcon } from "./icons.tsx";
import { canBeDrawn } from "./redaction.ts";
import { type Picked, usePasted, usePicked } from "./use-picked.ts";

/**
 * Files for a form: picked, photographed, dropped or pasted. They are sent ahead with their progress, evidence that is a picture when it
 * has been looked at; what is saved goes into the form as an id. Without a script the form takes the files along itself. `onBusy` is
 * told whether something is still on its way.
 */
export function FilePicker({
  purpose,
  most = 10,
  label,
  onBusy,
}: {
  purpose: FilePurpose;
  most?: number;
  label: string;
  onBusy?: (busy: boolean) => void;
}) {
  const { t } = useTranslation();
  const zone = useRef<HTMLDivElement>(null);
  const { picked, add, ...rows } = usePicked({ purpose, most, zone });
  usePasted(zone, add);
  const id = useId();
  const busy = picked.some(({ state }) => state === "uploading");
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const take = (event: React.DragEvent) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same by keyboard
    <div
      ref={zone}
      className={classes.picker}
      data-takes-files=""
      onDragOver={(event) => event.preventDefault()}
      onDrop={take}
    >
      <span className={classes.label} id={`${id}-label`}>
        {label}
      </span>
      <p className={classes.hint} id={`${id}-hint`}>
        {t("upload.hint", { most })} {purpose === "evidence" ? t("upload.lookFirst") : null}
      </p>
      <Ways id={id} add={add} />
      {picked.length > 0 ? (
        <ul className={classes.list} aria-live="polite">
          {picked.map((one) => (
            <PickedRow
              key={one.key}
              one={one}
              again={() => rows.send(one)}
              remove={() => rows.remove(one.key)}
              replace={(file) => rows.replace(one, file)}
              most={most}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The ways to a file that have a button: choosing one, and on what has a camera at its back, taking a photo. */
function Ways({ id, add }: { id: string; add: (files: File[]) => void }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const given = {
    type: "file",
    "aria-describedby": `${id}-hint`,
    className: hydrated ? classes.hidden : classes.input,
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) => {
      add([...(currentTarget.files ?? [])]);
      currentTarget.value = "";
    },
  };
  const file = (
    <input {...given} id={id} multiple name={hydrated ? undefined : FILES} aria-labelledby={`${id}-label`} />
  );
  if (!hydrated) return file;
  const byFinger = window.matchMedia("(pointer: coarse)").matches;
  return (
    <div className={classes.ways}>
      {file}
      <label htmlFor={id} className={classes.choose}>
        {t("upload.choose")}
      </label>
      {byFinger ? (
        <>
          <input {...given} id={`${id}-camera`} accept="image/*" capture="environment" />
          <label htmlFor={`${id}-camera`} className={classes.choose}>
            {t("upload.camera")}
          </label>
        </>
      ) : (
        <span className={classes.hint}>{t("upload.paste")}</span>
      )}
    </div>
  );
}

type Row = {
  one: Picked;
  again: () => void;
  remove: () => void;
  replace: (file: File) => void;
  most: number;
};

function PickedRow({ one, again, remove, replace, most }: Row) {
  const { t } = useTranslation();
  const { file, state, percent, id } = one;
  const said = useSaid(one, most);
  const stays = state === "ready" || state === "failed";
  return (
    <li className={classes.row} data-state={state}>
      {stays && canBeDrawn(file) ? <Thumbnail file={file} /> : <StateIcon state={state} />}
      <span className={classes.what}>
        <bdi>{file.name}</bdi>
        <small>{said}</small>
        {state === "uploading" ? <progress max={100} value={percent} aria-label={file.name} /> : null}
      </span>
      {stays && canBeDrawn(file) ? <LookCloser file={file} use={replace} /> : null}
      {state === "failed" ? (
        <button type="button" onClick={again}>
          {t("upload.again")}
        </button>
      ) : null}
      <button type="button" onClick={remove} aria-label={t("upload.remove", { name: file.name })}>
        <CrossIcon />
      </button>
      {id ? <input type="hidden" name={FILE_IDS} value={id} /> : null}
      {stays ? <Along file={file} /> : null}
    </li>
  );
}

const StateIcon = ({ state }: Pick<Picked, "state">) =>
  state === "saved" ? <CheckIcon /> : state === "uploading" || state === "ready" ? <DocumentIcon /> : <AlertIcon />;

/** How far it is, or what became of it. */
function useSaid({ file, state, bytes, version, why }: Picked, most: number): string {
  const { t, i18n } = useTranslation();
  const { intl } = useLocale();
  const sizes = { done: formatSize(bytes, intl), size: formatSize(file.size, intl) };
  switch (state) {
    case "ready":
      return `${sizes.size} · ${t(version > 0 ? "upload.readyAnew" : "upload.ready")}`;
    case "uploading":
      return t("upload.bytes", sizes);
    case "saved":
      return t("upload.done");
    case "failed":
      return t("upload.along");
    case "refused":
      return `${t("upload.failed")}. ${why && i18n.exists(why) ? t(why, { most }) : ""}`;
    default:
      return state satisfies never;
  }
}

/** What is about to be sent, small. */
function Thumbnail({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) void drawOn(canvas.current, file, 60_000);
  }, [file]);
  return <canvas ref={canvas} width={96} height={72} className={classes.thumbnail} />;
}

type Editor = typeof import("./redactor.tsx").Redactor;

/** Opens what shows the picture large and hides parts of it; it is fetched when it is asked for. */
function LookCloser({ file, use }: { file: File; use: (file: File) => void }) {
  const { t } = useTranslation();
  const [editor, setEditor] = useState<{ Open: Editor } | "missing" | null>(null);
  const open = () =>
    import("./redactor.tsx").then(
      ({ Redactor }) => setEditor({ Open: Redactor }),
      () => setEditor("missing"),
    );
  return (
    <>
      <button type="button" onClick={() => void open()} aria-label={t("redact.openLabel", { name: file.name })}>
        {t(editor === "missing" ? "redact.missing" : "redact.open")}
      </button>
      {editor && editor !== "missing"
        ? createPortal(<editor.Open file={file} use={use} close={() => setEditor(null)} />, document.body)
        : null}
    </>
  );
}

/** What was not sent ahead goes along with the form. */
function Along({ file }: { file: File }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const files = new DataTransfer();
    files.items.add(file);
    if (field.current) field.current.files = files.files;
  }, [file]);
  return <input ref={field} type="file" name={FILES} hidden tabIndex={-1} aria-hidden="true" />;
}
