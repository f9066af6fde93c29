import { useEffect, useState } from "react";
import { Form, useNavigation, useSubmit } from "react-router";
import type { Listing, ListingPicture } from "../../api/selling.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { BinIcon, PictureIcon } from "../../ui/edit-icons.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { ArrowIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import type { EditorAnswer } from "./answer.ts";
import classes from "./listings.module.css";
import { PictureUpload } from "./picture-upload.tsx";
import { placedAt } from "./pictures-order.ts";

const MOST_PICTURES = 10;

/** The pictures of a listing: brought, put in order by drag or by button, described, removed. */
export function Pictures({
  listing,
  answer,
  idempotencyKey,
}: {
  listing: Listing;
  answer: EditorAnswer | null;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const room = MOST_PICTURES - listing.pictures.length;
  const key = answer?.key ?? idempotencyKey;
  return (
    <Panel title={t("listing.pictures")} icon={<PictureIcon />} anchor="pictures">
      <div className={classes.stack}>
        <p className={classes.soft}>{t("listing.picturesHint", { most: MOST_PICTURES })}</p>
        {answer?.problem ? <ProblemCallout problem={answer.problem} about="picture" withoutMoney /> : null}
        {listing.pictures.length > 0 ? <Arranged listing={listing} idempotencyKey={key} /> : null}
        {room > 0 ? <PictureUpload listing={listing} room={room} idempotencyKey={key} /> : null}
      </div>
    </Panel>
  );
}

/** Pictures that came with the application have no ids and stay where they are. */
function Arranged({ listing, idempotencyKey }: { listing: Listing; idempotencyKey: string }) {
  const { t } = useTranslation();
  const submit = useSubmit();
  const [order, setOrder] = useState(listing.pictures);
  const [dragged, setDragged] = useState<string | null>(null);
  useEffect(() => setOrder(listing.pictures), [listing.pictures]);
  const busy = useNavigation().state !== "idle";
  const ids = order.flatMap(({ id }) => id ?? []);
  if (ids.length < order.length) return <Fixed pictures={order} />;
  const drop = (event: React.DragEvent, place: number) => {
    event.preventDefault();
    const form = event.currentTarget.closest("form");
    if (!dragged || !form) return;
    const next = placedAt(ids, dragged, place);
    setOrder(next.flatMap((id) => order.find((one) => one.id === id) ?? []));
    setDragged(null);
    const body = new FormData(form);
    body.delete("picture");
    for (const id of next) body.append("picture", id);
    body.set("intent", "picture:keep");
    void submit(body, { method: "post", preventScrollReset: true });
  };
  return (
    <Form method="post" preventScrollReset className={classes.stack} aria-busy={busy}>
      <button type="submit" name="intent" value="picture:keep" hidden />
      <IdempotencyField value={idempotencyKey} />
      <input type="hidden" name="version" value={listing.version} />
      <ol className={classes.pictures}>
        {order.map((picture, index) => (
          <li
            key={picture.id}
            draggable
            data-dragged={dragged === picture.id || undefined}
            onDragStart={() => setDragged(picture.id)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => drop(event, index)}
          >
            <PictureCard picture={picture} index={index} last={index === order.length - 1} />
          </li>
        ))}
      </ol>
      <div>
        <SubmitButton busy={busy} variant="default" name="intent" value="picture:keep">
          {t("listing.pictureSave")}
        </SubmitButton>
      </div>
    </Form>
  );
}

function PictureCard({ picture, index, last }: { picture: ListingPicture; index: number; last: boolean }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { id, alt, sizes, url } = picture;
  const number = index + 1;
  const act = (verb: "up" | "down" | "remove") => ({
    ...({ type: "submit", name: "intent", value: `picture:${verb}:${id}`, className: classes.iconButton } as const),
    "aria-label": t(`listing.picture.${verb}`, { number }),
  });
  return (
    <>
      <input type="hidden" name="picture" value={id ?? ""} />
      <img src={sizes[0]?.url ?? url} alt={say(alt)} width={320} height={240} draggable={false} />
      {index === 0 ? <span className={classes.main}>{t("listing.pictureMain")}</span> : null}
      <div className={classes.pictureButtons}>
        {index > 0 ? (
          <button {...act("up")}>
            <span className={classes.turned}>
              <ArrowIcon />
            </span>
          </button>
        ) : null}
        {last ? null : (
          <button {...act("down")}>
            <ArrowIcon />
          </button>
        )}
        <button {...act("remove")}>
          <BinIcon />
        </button>
      </div>
      {(["en", "ar"] as const).map((lang) => (
        <label key={lang} className={classes.alt}>
          <span>{t(`listing.in.${lang}`, { what: t("listing.alt", { number }) })}</span>
          <input
            name={`alt.${id}.${lang}`}
            defaultValue={alt[lang]}
            lang={lang}
            dir={lang === "ar" ? "rtl" : "ltr"}
            maxLength={200}
          />
        </label>
      ))}
    </>
  );
}

function Fixed({ pictures }: { pictures: readonly ListingPicture[] }) {
  const { say } = useLocale();
  return (
    <ul className={classes.pictures}>
      {pictures.map(({ url, alt, sizes }) => (
        <li key={url}>
          <img src={sizes[0]?.url ?? url} alt={say(alt)} width={320} height={240} />
        </li>
      ))}
    </ul>
  );
}
