import { useId, useState } from "react";
import { Form, useRevalidator } from "react-router";
import { FILES } from "../../api/files.ts";
import type { Listing } from "../../api/selling.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { AlertIcon, CrossIcon } from "../../ui/icons.tsx";
import { upload } from "../../ui/upload.ts";
import classes from "./listings.module.css";

const TAKEN = "image/jpeg,image/png,image/webp";
const LARGEST_PICTURE = 8 * 1024 * 1024;

type Going = { key: string; file: File; percent: number; why: string | null };

/** Sends pictures as soon as they are picked or dropped, one after the other so that they keep their order; without a script with the form. */
export function PictureUpload({
  listing,
  room,
  idempotencyKey,
}: {
  listing: Listing;
  room: number;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const id = useId();
  const { going, add, drop } = useSending(listing.id, room);
  const take = (event: React.DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void add([...event.dataTransfer.files]);
  };
  return (
    <Form method="post" encType="multipart/form-data" preventScrollReset>
      <input type="hidden" name="intent" value="upload" />
      <IdempotencyField value={idempotencyKey} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same by keyboard */}
      <div className={classes.upload} onDragOver={(event) => event.preventDefault()} onDrop={take}>
        <label htmlFor={id}>{t("listing.pictureAdd")}</label>
        <input
          id={id}
          type="file"
          name={FILES}
          multiple
          accept={TAKEN}
          onChange={({ currentTarget }) => {
            void add([...(currentTarget.files ?? [])]);
            currentTarget.value = "";
          }}
        />
        <ul className={classes.going} aria-live="polite">
          {going.map((one) => (
            <GoingRow key={one.key} one={one} drop={() => drop(one.key)} />
          ))}
        </ul>
        {hydrated ? null : (
          <SubmitButton busy={false} variant="default">
            {t("listing.pictureSend")}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}

function GoingRow({ one: { file, percent, why }, drop }: { one: Going; drop: () => void }) {
  const { t } = useTranslation();
  return (
    <li data-refused={why !== null || undefined}>
      {why === null ? null : <AlertIcon />}
      <span>
        <bdi>{file.name}</bdi>{" "}
        <small>{why === null ? t("upload.uploading", { percent }) : t(`listing.pictureWrong.${why}`)}</small>
        {why === null ? <progress max={100} value={percent} aria-label={file.name} /> : null}
      </span>
      {why === null ? null : (
        <button
          type="button"
          className={classes.iconButton}
          onClick={drop}
          aria-label={t("upload.remove", { name: file.name })}
        >
          <CrossIcon />
        </button>
      )}
    </li>
  );
}

function useSending(listing: string, room: number) {
  const { revalidate } = useRevalidator();
  const [going, setGoing] = useState<Going[]>([]);
  const change = (key: string, to: Partial<Going>) =>
    setGoing((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const drop = (key: string) => setGoing((all) => all.filter((one) => one.key !== key));
  const send = async ({ key, file }: Going) => {
    const path = `/seller/listings/${encodeURIComponent(listing)}/pictures`;
    const told = { key, onProgress: (percent: number) => change(key, { percent }) };
    const sent = await upload(file, { ...told, path, mediaType: file.type }).done;
    if (sent.ok) drop(key);
    else change(key, { why: sent.problem.outcomeUnknown ? "unknown" : "refused" });
  };
  const add = async (files: readonly File[]) => {
    const fresh = files.map(
      (file, place): Going => ({ key: crypto.randomUUID(), file, percent: 0, why: objectionTo(file, place >= room) }),
    );
    setGoing((all) => [...all, ...fresh]);
    for (const one of fresh) if (one.why === null) await send(one);
    await revalidate();
  };
  return { going, add, drop };
}

function objectionTo({ type, size }: File, tooMany: boolean): string | null {
  if (!TAKEN.split(",").includes(type)) return "kind";
  if (size > LARGEST_PICTURE) return "size";
  return tooMany ? "many" : null;
}
