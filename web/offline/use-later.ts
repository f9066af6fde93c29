import { useEffect, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { FILE_IDS, FILES } from "../api/files.ts";
import type { LaterKind } from "../api/later.ts";
import type { FilePurpose } from "../api/upload-path.ts";
import { realNow } from "../app/clock.ts";
import type { Waiting } from "./entry.ts";
import { sendLater, useWaiting } from "./waiting.ts";

export type Later = ReturnType<typeof useLater>;

/** What a form is about, for whoever finds it waiting. */
export type Subject = {
  kind: LaterKind;
  person: string;
  lane: string;
  page: string;
  about: string;
  purpose?: FilePurpose;
  /** What the address of the page says and the form does not. */
  fields?: Record<string, string>;
};

/**
 * A form whose words are kept in this browser before they are sent, so that they are sent once, whatever becomes of the connection or
 * of the window. Where a browser keeps nothing for us the form goes its usual way.
 */
export function useLater(subject: Subject) {
  const { entries } = useWaiting();
  const { revalidate } = useRevalidator();
  const [key, setKey] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const usual = useRef(false);
  const mine = entries.filter(
    ({ kind, lane, person }) => kind === subject.kind && lane === subject.lane && person === subject.person,
  );
  const waiting = mine.filter(({ state }) => state === "waiting").map((one) => one.key);
  const before = useRef<string[]>([]);
  const now = waiting.join(" ");
  const refused = mine
    .filter(({ state }) => state === "refused")
    .map((one) => one.key)
    .join(" ");
  useEffect(() => {
    const gone = before.current.filter((one) => !now.includes(one) && !refused.includes(one));
    before.current = now.split(" ").filter(Boolean);
    if (gone.length === 0) return;
    setSent((count) => count + gone.length);
    if (navigator.onLine) void revalidate();
  }, [now, refused, revalidate]);

  /** Calls `done` once the form can be emptied. */
  const take = (event: React.SyntheticEvent<HTMLFormElement>, done: () => void = () => {}) => {
    if (usual.current || typeof indexedDB === "undefined") return done();
    event.preventDefault();
    const form = event.currentTarget;
    sendLater(entryOf(new FormData(form), subject)).then(
      () => {
        setKey(crypto.randomUUID());
        done();
      },
      () => {
        usual.current = true;
        form.requestSubmit();
      },
    );
  };
  return { take, mine, key, sent };
}

function entryOf(form: FormData, { kind, person, lane, page, about, purpose, fields = {} }: Subject): Waiting {
  const texts = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && name !== FILE_IDS ? [[name, value.trim()] as const] : [],
    ),
  );
  const files = form
    .getAll(FILES)
    .flatMap((file) => (typeof file === "string" || file.size === 0 ? [] : [file]))
    .map((file) => ({ name: file.name, purpose: purpose ?? "message", bytes: file }));
  return {
    ...{ kind, person, lane, page, about, files },
    key: texts.idempotencyKey || crypto.randomUUID(),
    fields: { ...texts, ...fields },
    fileIds: form.getAll(FILE_IDS).filter((id): id is string => typeof id === "string" && id !== ""),
    at: realNow(),
    ...{ state: "waiting", problem: null },
  };
}
