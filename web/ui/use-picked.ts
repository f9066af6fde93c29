import { type RefObject, useEffect, useRef, useState } from "react";
import { LARGEST_FILE } from "../api/files.ts";
import type { FilePurpose } from "../api/upload-path.ts";
import { canBeDrawn } from "./redaction.ts";
import { uploadFile } from "./upload.ts";

export type Picked = {
  /** Its place in the list; with `version`, what makes its upload count once. */
  key: string;
  version: number;
  file: File;
  /** `ready` is looked at first, and sent when its form is. */
  state: "ready" | "uploading" | "saved" | "failed" | "refused";
  percent: number;
  bytes: number;
  id: string | null;
  /** Of what was refused: the words for it. */
  why: string | null;
};

type Wish = { purpose: FilePurpose; most: number; zone: RefObject<HTMLElement | null> };

/** What was picked for a form, and sending it. Pictures for evidence are looked at before they leave. */
export function usePicked({ purpose, most, zone }: Wish) {
  const [picked, setPicked] = useState<Picked[]>([]);
  const stops = useRef(new Map<string, () => void>());
  const change = (key: string, to: Partial<Picked>) =>
    setPicked((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const send = async ({ key, version, file }: Picked) => {
    change(key, { state: "uploading", percent: 0, bytes: 0, why: null });
    const onProgress = (percent: number, bytes: number) => change(key, { percent, bytes });
    const upload = uploadFile(file, { purpose, key: `${key}-${version}`, onProgress });
    stops.current.set(key, upload.stop);
    const sent = await upload.done;
    if (sent.ok) return change(key, { state: "saved", id: sent.id });
    const { outcomeUnknown, code } = sent.problem;
    change(key, { state: outcomeUnknown ? "failed" : "refused", why: `problem.${code}` });
  };

  const add = (files: readonly File[]) => {
    const room = most - picked.filter(({ state }) => state !== "refused").length;
    const fresh = files.map((file, place) => pickedNow(file, purpose, place >= room));
    setPicked((all) => [...all, ...fresh]);
    for (const one of fresh) if (one.state === "uploading") void send(one);
  };

  const remove = (key: string) => {
    stops.current.get(key)?.();
    setPicked((all) => all.filter((one) => one.key !== key));
  };

  const replace = ({ key, version }: Picked, file: File) => change(key, { file, version: version + 1, state: "ready" });

  useSentFirst(zone, picked, send);
  return { picked, add, remove, replace, send: (one: Picked) => void send(one) };
}

function pickedNow(file: File, purpose: FilePurpose, full: boolean): Picked {
  const why = file.size > LARGEST_FILE ? "upload.tooLarge" : full ? "upload.tooMany" : null;
  const looked = purpose === "evidence" && canBeDrawn(file);
  const state = why ? "refused" : looked ? "ready" : "uploading";
  return { key: crypto.randomUUID(), version: 0, file, state, percent: 0, bytes: 0, id: null, why };
}

/** Holds a form back until what was looked at is sent, so that its progress is seen. Without a connection it goes along with the form. */
function useSentFirst(zone: Wish["zone"], picked: Picked[], send: (one: Picked) => Promise<void>): void {
  const latest = useRef({ picked, send });
  const held = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    latest.current = { picked, send };
  });
  useEffect(() => {
    const form = zone.current?.closest("form");
    const hold = (event: SubmitEvent) => {
      const { picked, send } = latest.current;
      const ready = picked.filter(({ state }) => state === "ready");
      if (ready.length === 0 || !navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held.current = new Set(ready.map(({ key }) => key));
      for (const one of ready) void send(one);
    };
    form?.addEventListener("submit", hold);
    return () => form?.removeEventListener("submit", hold);
  }, [zone]);
  useEffect(() => {
    const sent = picked.filter(({ key }) => held.current.has(key));
    if (sent.length === 0 || picked.some(({ state }) => state === "ready" || state === "uploading")) return;
    held.current = new Set();
    if (sent.every(({ state }) => state !== "refused")) zone.current?.closest("form")?.requestSubmit();
  }, [picked, zone]);
}

/** Files that are pasted into the form, or beside every form where this is the first that takes them. */
export function usePasted(zone: Wish["zone"], add: (files: File[]) => void): void {
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || !isMine(zone.current, event.target)) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [zone]);
}

function isMine(zone: HTMLElement | null, target: EventTarget | null): boolean {
  const form = target instanceof Element ? target.closest("form") : null;
  return form ? form === zone?.closest("form") : document.querySelector("[data-takes-files]") === zone;
}
