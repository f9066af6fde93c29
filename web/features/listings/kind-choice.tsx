import { Link } from "react-router";
import { KINDS } from "../../api/selling.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { BriefcaseIcon, FileIcon, ParcelIcon } from "../../ui/icons.tsx";
import classes from "./listings.module.css";

const ICONS = { physical: ParcelIcon, digital: FileIcon, service: BriefcaseIcon };

/** What is it? The three are sold in different ways, and the form asks for different things. */
export function KindChoice() {
  const { t } = useTranslation();
  return (
    <ul className={classes.kinds}>
      {KINDS.map((kind) => {
        const Icon = ICONS[kind];
        return (
          <li key={kind}>
            <Icon size={30} />
            <Link to={`?kind=${kind}`}>{t(`listings.kinds.${kind}`)}</Link>
            <p>{t(`listing.kindText.${kind}`)}</p>
          </li>
        );
      })}
    </ul>
  );
}
