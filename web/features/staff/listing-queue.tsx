import { Link } from "react-router";
import type { Listing } from "../../api/selling.ts";
import type { Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { formatDuration } from "../../ui/duration.ts";
import { PictureIcon, TagIcon } from "../../ui/edit-icons.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import classes from "./staff.module.css";

/** What waits to be looked at, the longest first. */
export function ListingQueue({
  listings,
  names,
  now,
}: {
  listings: readonly Listing[];
  names: Readonly<Record<string, Text>>;
  now: string;
}) {
  const { t } = useTranslation();
  if (listings.length === 0)
    return (
      <EmptyState title={t("staffListings.none")} icon={<TagIcon size={26} />}>
        <p>{t("staffListings.noneText")}</p>
      </EmptyState>
    );
  return (
    <ul className={classes.items}>
      {listings.map((listing) => (
        <Row key={listing.id} listing={listing} category={names[listing.category] ?? null} now={now} />
      ))}
    </ul>
  );
}

function Row({ listing, category, now }: { listing: Listing; category: Text | null; now: string }) {
  const { t } = useTranslation();
  const { to, say, lang, intl } = useLocale();
  const { id, title, kind, seller, pictures, price, submittedAt } = listing;
  const [picture] = pictures;
  const words = (lang === "ar" ? (title.ar ?? title.en) : (title.en ?? title.ar)) ?? id;
  const waited = submittedAt ? formatDuration(Date.parse(now) - Date.parse(submittedAt), intl) : null;
  return (
    <li>
      {picture ? (
        <Thumbnail url={picture.sizes[0]?.url ?? picture.url} width={96} />
      ) : (
        <span className={classes.noPicture}>
          <PictureIcon />
        </span>
      )}
      <div className={classes.what}>
        <Link to={to(`/staff/listings/${id}`)}>
          <bdi>{words}</bdi>
        </Link>
        <p className={classes.soft}>
          {t(`listings.kinds.${kind}`)} · {category ? say(category) : null}
        </p>
        <p className={classes.soft}>
          {t("staffListings.by")} <bdi>{seller.name}</bdi>
        </p>
      </div>
      <div className={classes.side}>
        <strong>
          <Money value={price} />
        </strong>
        {waited ? <span className={classes.soft}>{t("staffListings.waits", { duration: waited })}</span> : null}
      </div>
    </li>
  );
}
