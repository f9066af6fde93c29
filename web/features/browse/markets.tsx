import { Link } from "react-router";
import type { ListingKind } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ArrowIcon, BriefcaseIcon, FileIcon, ParcelIcon } from "../../ui/icons.tsx";
import classes from "./markets.module.css";

const ICONS = { physical: ParcelIcon, digital: FileIcon, service: BriefcaseIcon } as const;

/** The markets, each with what escrow means in it. */
export function MarketCards({ markets }: { markets: readonly { kind: ListingKind; category: string }[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <nav aria-label={t("browse.markets")}>
      <ul className={classes.markets}>
        {markets.map(({ kind, category }) => {
          const Icon = ICONS[kind];
          return (
            <li key={kind} className={classes.market}>
              <span className={classes.icon}>
                <Icon size={24} />
              </span>
              <div>
                <Link to={to(`/browse/${category}`)}>{t(`browse.market.${kind}.title`)}</Link>
                <p>{t(`browse.market.${kind}.text`)}</p>
              </div>
              <span className={classes.arrow}>
                <ArrowIcon />
              </span>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
