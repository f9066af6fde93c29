import { useState } from "react";
import type { Product } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Picture } from "../../ui/picture.tsx";
import classes from "./catalog.module.css";

export function Gallery({ pictures }: { pictures: Product["pictures"] }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const [shown, setShown] = useState(0);
  const picture = pictures[shown] ?? pictures[0];
  if (!picture) return null;
  return (
    <div className={classes.gallery}>
      <Picture
        url={picture.url}
        alt={say(picture.alt)}
        of={picture.sizes}
        sizes="(max-width: 56em) 92vw, 560px"
        eager
        className={classes.picture}
      />
      {pictures.length > 1 ? (
        <div className={classes.thumbs}>
          {pictures.map((one, index) => (
            <button
              key={one.url}
              type="button"
              aria-pressed={index === shown}
              aria-label={t("catalog.showPicture", { number: index + 1, total: pictures.length })}
              onClick={() => setShown(index)}
            >
              <img src={one.sizes[0]?.url ?? one.url} alt="" width={96} height={72} />
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
