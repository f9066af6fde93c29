import { useEffect, useId, useRef, useState } from "react";
import { FILE_IDS, FILES, LARGEST_FILE } from "../api/files.ts";
import type { FilePurpose } from "../api/upload-path.ts";
import { useTranslation } from "../i18n/words.tsx";
import classes from "./file-picker.module.css";
import { useHydrated } from "./hydrated.ts";
import { AlertIcon, CheckIcon, CrossIcon, DocumentIcon } from "./icons.tsx";
import { uploadFile } from "./upload.ts";

type Picked = {
  key: string;
  file: File;
  state: "uploading" | "saved" | "failed" | "refused";
  percent: number;
  id: string | null;
  /** Of what was refused: the words for it. */
  why: string | null;
};

/**
 * Files for a form. They are sent as soon as they are picked, dropped or pasted, with their progress; what is saved goes into the form
 * as an id. Without a script the form takes the files along itself. `onBusy` is told whether something is still on its way.
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
  const hydrated = useHydrated();
  const { picked, add, send, remove } = usePicked(purpose, most);
  const id = useId();
  const busy = picked.some(({ state }) => state === "uploading");
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const take = (event: React.DragEvent) => {
    event.preventDefault();
    add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same by keyboard
    <div className={classes.picker} onDragOver={(event) => event.preventDefault()} onDrop={take}>
      <span className={classes.label} id={`${id}-label`}>
        {label}
      </span>
      <p className={classes.hint} id={`${id}-hint`}>
        {t("upload.hint", { most })}
      </p>
      <input
        id={id}
        type="file"
        multiple
        name={hydrated ? undefined : FILES}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        className={hydrated ? classes.hidden : classes.input}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      {hydrated ? (
        <label htmlFor={id} className={classes.choose}>
          {t("upload.choose")}
        </label>
      ) : null}
      {picked.length > 0 ? (
        <ul className={classes.list} aria-live="polite">
          {picked.map((one) => (
            <PickedRow key={one.key} one={one} again={() => send(one)} remove={() => remove(one.key)} most={most} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function PickedRow({ one, again, remove, most }: { one: Picked; again: () => void; remove: () => void; most: number }) {
  const { t, i18n } = useTranslation();
  const { file, state, percent, id, why } = one;
  const refused = why && i18n.exists(why) ? t(why, { most }) : "";
  const said = {
    uploading: () => t("upload.uploading", { percent }),
    saved: () => t("upload.done"),
    failed: () => t("upload.along"),
    refused: () => `${t("upload.failed")}. ${refused}`,
  };
  return (
    <li className={classes.row} data-state={state}>
      {state === "saved" ? <CheckIcon /> : state === "uploading" ? <DocumentIcon /> : <AlertIcon />}
      <span className={classes.what}>
        <bdi>{file.name}</bdi>
        <small>{said[state]()}</small>
        {state === "uploading" ? <progress max={100} value={percent} aria-label={file.name} /> : null}
      </span>
      {state === "failed" ? (
        <button type="button" onClick={again}>
          {t("upload.again")}
        </button>
      ) : null}
      <button type="button" onClick={remove} aria-label={t("upload.remove", { name: file.name })}>
        <CrossIcon />
      </button>
      {id ? <input type="hidden" name={FILE_IDS} value={id} /> : null}
      {state === "failed" ? <Along file={file} /> : null}
    </li>
  );
}

/** What could not be sent ahead goes along with the form. */
function Along({ file }: { file: File }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const files = new DataTransfer();
    files.items.add(file);
    if (field.current) field.current.files = files.files;
  }, [file]);
  return <input ref={field} type="file" name={FILES} hidden tabIndex={-1} aria-hidden="true" />;
}

function usePicked(purpose: FilePurpose, most: number) {
  const [picked, setPicked] = useState<Picked[]>([]);
  const stops = useRef(new Map<string, () => void>());
  const change = (key: string, to: Partial<Picked>) =>
    setPicked((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const send = async ({ key, file }: Picked) => {
    change(key, { state: "uploading", percent: 0, why: null });
    const upload = uploadFile(file, { purpose, key, onProgress: (percent) => change(key, { percent }) });
    stops.current.set(key, upload.stop);
    const sent = await upload.done;
    if (sent.ok) return change(key, { state: "saved", id: sent.id });
    const { outcomeUnknown, code } = sent.problem;
    change(key, { state: outcomeUnknown ? "failed" : "refused", why: `problem.${code}` });
  };

  const add = (files: readonly File[]) => {
    const room = most - picked.filter(({ state }) => state !== "refused").length;
    const fresh = files.map((file, place): Picked => {
      const why = file.size > LARGEST_FILE ? "upload.tooLarge" : place >= room ? "upload.tooMany" : null;
      return { key: crypto.randomUUID(), file, state: why ? "refused" : "uploading", percent: 0, id: null, why };
    });
    setPicked((all) => [...all, ...fresh]);
    for (const one of fresh) if (one.state === "uploading") void send(one);
  };

  const remove = (key: string) => {
    stops.current.get(key)?.();
    setPicked((all) => all.filter((one) => one.key !== key));
  };

  return { picked, add, send: (one: Picked) => void send(one), remove };
}
