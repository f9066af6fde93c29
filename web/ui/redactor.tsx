import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "../i18n/words.tsx";
import { Button } from "./button.tsx";
import { drawOn, redacted } from "./drawn.ts";
import { PlusIcon } from "./edit-icons.tsx";
import { AlertIcon, CrossIcon } from "./icons.tsx";
import { Callout } from "./panel.tsx";
import { between, byKey, FRESH, type Patch, WHOLE } from "./redaction.ts";
import classes from "./redactor.module.css";

/** Enough for the eye; the picture that is sent keeps its own size. */
const SHOWN_PIXELS = 2_000_000;

/** Looks at a picture before it is sent, and hides parts of it: drawn by hand, or put in the middle and moved by keys. */
export function Redactor({ file, use, close }: { file: File; use: (file: File) => void; close: () => void }) {
  const { t } = useTranslation();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [patches, setPatches] = useState<readonly Patch[]>([]);
  const [state, setState] = useState<"looking" | "drawing" | "failed">("looking");
  useEffect(() => dialog.current?.showModal(), []);
  const save = async () => {
    setState("drawing");
    const drawn = await redacted(file, patches);
    if (!drawn) return setState("failed");
    dialog.current?.close();
    use(drawn);
  };
  return (
    <dialog ref={dialog} aria-labelledby={title} className={classes.dialog} onClose={close}>
      <header className={classes.head}>
        <h2 id={title}>{t("redact.title")}</h2>
        <button type="button" onClick={() => dialog.current?.close()} aria-label={t("common.close")}>
          <CrossIcon />
        </button>
      </header>
      {state === "failed" ? (
        <Callout tone="bad" role="alert" icon={<AlertIcon />}>
          <p>{t("redact.failed")}</p>
        </Callout>
      ) : (
        <>
          <p className={classes.soft}>{t("redact.text")}</p>
          <Stage
            file={file}
            patches={patches}
            add={(patch) => setPatches((all) => [...all, patch])}
            failed={() => setState("failed")}
          />
          <PatchList patches={patches} change={setPatches} />
          <p className={classes.soft}>{t("redact.drawnAnew")}</p>
        </>
      )}
      <div className={classes.buttons}>
        <Button size="md" variant="default" onClick={() => dialog.current?.close()}>
          {t("redact.cancel")}
        </Button>
        {state === "failed" ? null : (
          <Button size="md" loading={state === "drawing"} onClick={() => void save()}>
            {t("redact.use")}
          </Button>
        )}
      </div>
    </dialog>
  );
}

type Point = { x: number; y: number };

/** The picture with what is hidden of it. By keyboard the list below does the same. */
function Stage({
  file,
  patches,
  add,
  failed,
}: {
  file: File;
  patches: readonly Patch[];
  add: (patch: Patch) => void;
  failed: () => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null);
  const toldFailed = useRef(failed);
  useEffect(() => {
    if (canvas.current) void drawOn(canvas.current, file, SHOWN_PIXELS).then((ok) => ok || toldFailed.current());
  }, [file]);
  const place = ({ currentTarget, clientX, clientY }: React.PointerEvent): Point => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return { x: ((clientX - left) * WHOLE) / width, y: ((clientY - top) * WHOLE) / height };
  };
  const begin = (event: React.PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = place(event);
    setDrawn({ from, to: from });
  };
  const end = () => {
    const patch = drawn && between(drawn.from, drawn.to);
    if (patch) add(patch);
    setDrawn(null);
  };
  const growing = drawn && between(drawn.from, drawn.to);
  return (
    <div
      className={classes.stage}
      dir="ltr"
      onPointerDown={begin}
      onPointerMove={(event) => drawn && setDrawn({ ...drawn, to: place(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrawn(null)}
    >
      <canvas ref={canvas} width={640} height={360} />
      {[...patches, ...(growing ? [growing] : [])].map((patch, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part's number is its name
        <span key={at} className={classes.patch} style={placed(patch)} aria-hidden="true" />
      ))}
    </div>
  );
}

const part = (thousandths: number): string => `${thousandths / 10}%`;
const placed = ({ x, y, w, h }: Patch) => ({
  ...{ insetInlineStart: part(x), insetBlockStart: part(y), inlineSize: part(w), blockSize: part(h) },
});

function PatchList({
  patches,
  change,
}: {
  patches: readonly Patch[];
  change: (to: (patches: readonly Patch[]) => readonly Patch[]) => void;
}) {
  const { t } = useTranslation();
  const hint = useId();
  const adds = useRef<HTMLButtonElement>(null);
  const replace = (place: number, by: Patch[]) => change((all) => all.toSpliced(place, 1, ...by));
  const drop = (place: number) => {
    replace(place, []);
    adds.current?.focus();
  };
  const press = (event: React.KeyboardEvent, patch: Patch, place: number) => {
    const moved = byKey(patch, event.key, event.shiftKey);
    if (moved) {
      event.preventDefault();
      replace(place, [moved]);
    }
    if (event.key === "Delete" || event.key === "Backspace") drop(place);
  };
  return (
    <div className={classes.parts}>
      <button
        type="button"
        ref={adds}
        className={classes.add}
        onClick={() => change((all) => [...all, FRESH])}
        aria-describedby={hint}
      >
        <PlusIcon /> {t("redact.add")}
      </button>
      <p id={hint} className={classes.soft}>
        {t("redact.keys")}
      </p>
      <ul className={classes.list} aria-label={t("redact.hidden")}>
        {patches.map((patch, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part's number is its name
          <li key={place}>
            <button
              type="button"
              className={classes.part}
              onKeyDown={(event) => press(event, patch, place)}
              aria-describedby={hint}
            >
              {t("redact.part", { number: place + 1 })}{" "}
              <bdi dir="ltr">
                {Math.round(patch.w / 10)} × {Math.round(patch.h / 10)}%
              </bdi>
              <span className={classes.unseen} role="status">
                {t("redact.where", { x: Math.round(patch.x / 10), y: Math.round(patch.y / 10) })}
              </span>
            </button>
            <button
              type="button"
              className={classes.drop}
              onClick={() => drop(place)}
              aria-label={t("redact.remove", { number: place + 1 })}
            >
              <CrossIcon />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
