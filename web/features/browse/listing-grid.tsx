import { Link } from "react-router";
import type { Hit } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { BriefcaseIcon, FileIcon, ParcelIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Picture } from "../../ui/picture.tsx";
import classes from "./browse.module.css";
import { listingPage } from "./listing-page.ts";

const ICONS = { physical: ParcelIcon, digital: FileIcon, service: BriefcaseIcon } as const;
/** One column, two, three or more, as its styles have it. */
const SIZES = "(max-width: 20.2em) 90vw, (max-width: 29.7em) calc(50vw - 24px), (max-width: 40em) 160px, 260px";

export function ListingGrid({ hits, eager = 2 }: { hits: Hit[]; eager?: number }) {
  return (
    <ul className={classes.grid}>
      {hits.map((hit, index) => (
        <ListingCard key={hit.id} hit={hit} eager={index < eager} />
      ))}
    </ul>
  );
}

function ListingCard({ hit, eager }: { hit: Hit; eager: boolean }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const Icon = ICONS[hit.kind];
  return (
    <li className={classes.card}>
      {hit.pictureUrl ? (
        <Picture
          url={hit.pictureUrl}
          alt=""
          of={hit.pictureSizes}
          sizes={SIZES}
          eager={eager}
          className={classes.thumb}
        />
      ) : (
        <span className={classes.noPicture}>
          <Icon size={36} />
        </span>
      )}
      <div className={classes.cardText}>
        <h3>
          <Link to={to(listingPage(hit))} className={classes.cardLink}>
            {say(hit.title)}
          </Link>
        </h3>
        <p className={classes.soft}>
          <bdi>{hit.seller.name}</bdi>
        </p>
        <p className={classes.cardPrice}>
          <span>
            {hit.kind === "service" ? <small>{t("browse.from")} </small> : null}
            <Money value={hit.price} />
          </span>
          {hit.inStock === false ? <span className={classes.soldOut}>{t("catalog.soldOut")}</span> : null}
        </p>
        {hit.kind === "physical" ? null : (
          <p className={classes.kind}>
            <Icon size={16} /> {t(`browse.kind.${hit.kind}`)}
          </p>
        )}
      </div>
    </li>
  );
}
